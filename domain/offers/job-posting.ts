import type { City, Country, JobPosting, MonetaryAmount, Place, WithContext } from 'schema-dts';
import { toMajorUnits } from '@/lib/money';
import type { Contract } from './input';
import type { OfferDetail, OfferPay, PayPeriod } from './rules';

/** The portal as structured data names it; `url` is its origin, without a trailing slash. */
export type Site = { name: string; url: string };

const UNIT_TEXT: Record<PayPeriod, string> = { hour: 'HOUR', day: 'DAY', month: 'MONTH', year: 'YEAR' };
/** Sources that are the portal itself rather than an import. */
const OWN_SOURCES = ['employer', 'demo'];
const countryNames = new Intl.DisplayNames('en', { type: 'region' });

/**
 * The offer as schema.org JobPosting, or null where a field that Google requires is not truly known:
 * https://developers.google.com/search/docs/appearance/structured-data/job-posting (title, description,
 * datePosted, hiringOrganization, and either jobLocation with its country or, for remote work, a country
 * that applicants may live in). Nothing is filled in by guess. Only for offers that are open.
 */
export function toJobPosting(offer: OfferDetail, site: Site): WithContext<JobPosting> | null {
  const description = offer.descriptionHtml.trim();
  if (!offer.title.trim() || !offer.company.name.trim() || !description || !offer.publishedAt) return null;
  const workplaces = offer.places.filter((place) => place.use === 'workplace');
  const homes = offer.workplace === 'remote' ? offer.places.filter((place) => place.use === 'applicant') : [];
  if (workplaces.length === 0 && homes.length === 0) return null;
  const url = `${site.url}/offers/${offer.slug}`;
  const { logoUrl } = offer.company;
  const logo = logoUrl?.startsWith('/logos/') ? `${site.url}${logoUrl}` : logoUrl;
  return {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title: offer.title,
    description,
    datePosted: offer.publishedAt,
    ...(offer.expiresAt && { validThrough: offer.expiresAt }),
    url,
    directApply: false,
    identifier: {
      '@type': 'PropertyValue',
      name: OWN_SOURCES.includes(offer.source) ? site.name : offer.source,
      value: OWN_SOURCES.includes(offer.source) || !offer.sourceId ? String(offer.id) : offer.sourceId,
    },
    hiringOrganization: {
      '@type': 'Organization',
      name: offer.company.name,
      ...(isHttp(offer.company.website) && { sameAs: offer.company.website }),
      ...(isHttp(logo) && { logo }),
    },
    employmentType: employmentTypes(offer.pay, offer.partTime),
    ...(workplaces.length > 0 && { jobLocation: oneOrMany(workplaces.map(toJobLocation)) }),
    ...(offer.workplace === 'remote' && { jobLocationType: 'TELECOMMUTE' }),
    ...(homes.length > 0 && { applicantLocationRequirements: oneOrMany(homes.map(toArea)) }),
    ...baseSalary(offer.pay),
  };
}

type PlaceOfOffer = OfferDetail['places'][number];

function toJobLocation(place: PlaceOfOffer): Place {
  return {
    '@type': 'Place',
    address: {
      '@type': 'PostalAddress',
      ...(place.kind === 'city' && { addressLocality: place.name }),
      addressCountry: place.countryCode,
    },
  };
}

function toArea(place: PlaceOfOffer): City | Country {
  const country = countryNames.of(place.countryCode) ?? place.countryCode;
  return place.kind === 'city'
    ? { '@type': 'City', name: `${place.name}, ${country}` }
    : { '@type': 'Country', name: country };
}

function employmentTypes(pay: OfferPay[], partTime: boolean): string | string[] {
  const types: Record<Contract, string> = {
    employment: partTime ? 'PART_TIME' : 'FULL_TIME',
    b2b: 'CONTRACTOR',
    contract: 'CONTRACTOR',
    internship: 'INTERN',
  };
  return oneOrMany([...new Set(pay.map((row) => types[row.contract]))]);
}

/** Google takes one salary: that of employment, which it compares with others', else the first stated. */
function baseSalary(pay: OfferPay[]): { baseSalary: MonetaryAmount } | undefined {
  const stated = pay.filter((row) => row.statedMin !== null);
  const best = stated.find((row) => row.contract === 'employment') ?? stated[0];
  if (!best?.currency || !best.period || best.statedMin === null || best.statedMax === null) return undefined;
  const min = toMajorUnits(best.statedMin, best.currency);
  const max = toMajorUnits(best.statedMax, best.currency);
  return {
    baseSalary: {
      '@type': 'MonetaryAmount',
      currency: best.currency,
      value: {
        '@type': 'QuantitativeValue',
        ...(min === max ? { value: min } : { minValue: min, maxValue: max }),
        unitText: UNIT_TEXT[best.period],
      },
    },
  };
}

function oneOrMany<T>(values: T[]): T | T[] {
  const [only] = values;
  return only !== undefined && values.length === 1 ? only : values;
}

function isHttp(url: string | null): url is string {
  return url !== null && /^https?:\/\//.test(url);
}
