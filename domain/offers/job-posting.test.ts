import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTRACTS, WORKPLACES } from './input';
import { toJobPosting } from './job-posting';
import { type OfferDetail, type OfferPay, type OfferPlace, PAY_PERIODS } from './rules';

const site = { name: 'Rolecall', url: 'https://jobs.example.com' };

const poland: OfferPlace = {
  kind: 'country',
  slug: 'poland',
  name: 'Poland',
  countryCode: 'PL',
  use: 'applicant',
};
const krakow: OfferPlace = {
  kind: 'city',
  slug: 'krakow',
  name: 'Kraków',
  countryCode: 'PL',
  use: 'workplace',
};
const unstated: OfferPay = {
  contract: 'employment',
  statedMin: null,
  statedMax: null,
  currency: null,
  period: null,
  tax: null,
  yearlyEurMin: null,
  yearlyEurMax: null,
};

const offer: OfferDetail = {
  id: 42,
  slug: 'go-developer-tarnica-42',
  state: 'live',
  title: 'Go developer',
  descriptionHtml: '<p>Payments.</p>',
  seniority: 'senior',
  workplace: 'hybrid',
  workplaceNote: null,
  partTime: false,
  featured: false,
  applyBy: 'url',
  source: 'employer',
  sourceId: null,
  publishedAt: '2026-11-01T08:00:00.000Z',
  expiresAt: '2026-12-01T08:00:00.000Z',
  closedAt: null,
  confirmedAt: null,
  updatedAt: '2026-11-01T08:00:00.000Z',
  role: { slug: 'backend', title: 'Backend developer' },
  company: {
    id: 7,
    slug: 'tarnica',
    name: 'Tarnica',
    website: 'https://tarnica.example',
    logoUrl: null,
    about: null,
    liveOffers: 1,
  },
  places: [krakow],
  skills: [],
  pay: [unstated],
  answers: [],
};

/**
 * What Google's documentation asks of every JobPosting: the required properties, and what it says of the
 * form of those it recommends. Written from the documentation, not from `toJobPosting`.
 */
function findFaults(posting: Record<string, unknown>): string[] {
  const faults: string[] = [];
  const list = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
  const isText = (value: unknown) => typeof value === 'string' && value.trim() !== '';
  const isDate = (value: unknown) =>
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(value);

  if (posting['@context'] !== 'https://schema.org') faults.push('@context');
  if (posting['@type'] !== 'JobPosting') faults.push('@type');
  for (const key of ['title', 'description']) if (!isText(posting[key])) faults.push(key);
  if (!isDate(posting.datePosted)) faults.push('datePosted');
  const organisation = posting.hiringOrganization as Record<string, unknown> | undefined;
  if (organisation?.['@type'] !== 'Organization' || !isText(organisation.name))
    faults.push('hiringOrganization');

  const locations = list(posting.jobLocation);
  for (const location of locations) {
    const address = location.address;
    if (location['@type'] !== 'Place' || address?.['@type'] !== 'PostalAddress') faults.push('jobLocation');
    if (!/^[A-Z]{2}$/.test(address?.addressCountry)) faults.push('addressCountry');
  }
  const areas = list(posting.applicantLocationRequirements);
  for (const area of areas) {
    if (!['Country', 'State', 'City'].includes(area['@type']) || !isText(area.name)) {
      faults.push('applicantLocationRequirements');
    }
  }
  const remote = posting.jobLocationType === 'TELECOMMUTE';
  if (!remote && posting.jobLocationType !== undefined) faults.push('jobLocationType');
  if (!remote && areas.length > 0) faults.push('applicantLocationRequirements without TELECOMMUTE');
  if (locations.length === 0 && !(remote && areas.length > 0)) faults.push('no location');

  if (posting.validThrough !== undefined && !isDate(posting.validThrough)) faults.push('validThrough');
  const types = [
    'FULL_TIME',
    'PART_TIME',
    'CONTRACTOR',
    'TEMPORARY',
    'INTERN',
    'VOLUNTEER',
    'PER_DIEM',
    'OTHER',
  ];
  for (const type of list(posting.employmentType)) if (!types.includes(type)) faults.push('employmentType');
  const salary = posting.baseSalary as { currency?: string; value: Record<string, unknown> } | undefined;
  if (salary) {
    const { value } = salary;
    if (!/^[A-Z]{3}$/.test(salary.currency ?? '')) faults.push('currency');
    if (!['HOUR', 'DAY', 'WEEK', 'MONTH', 'YEAR'].includes(String(value.unitText))) faults.push('unitText');
    const single = typeof value.value === 'number';
    if (!single && !(Number(value.minValue) <= Number(value.maxValue))) faults.push('baseSalary');
  }
  return faults;
}

function posted(changes: Partial<OfferDetail>) {
  const posting = toJobPosting({ ...offer, ...changes }, site);
  expect(posting).not.toBeNull();
  // As a crawler reads it.
  return JSON.parse(JSON.stringify(posting));
}

describe('toJobPosting', () => {
  it('says what an offer at a desk is', () => {
    const posting = posted({});
    expect(findFaults(posting)).toEqual([]);
    expect(posting).toMatchObject({
      title: 'Go developer',
      datePosted: '2026-11-01T08:00:00.000Z',
      validThrough: '2026-12-01T08:00:00.000Z',
      url: 'https://jobs.example.com/offers/go-developer-tarnica-42',
      directApply: false,
      identifier: { name: 'Rolecall', value: '42' },
      hiringOrganization: { name: 'Tarnica', sameAs: 'https://tarnica.example' },
      jobLocation: { address: { addressLocality: 'Kraków', addressCountry: 'PL' } },
      employmentType: 'FULL_TIME',
    });
    expect(posting).not.toHaveProperty('jobLocationType');
    expect(posting).not.toHaveProperty('baseSalary');
  });

  it('says where a remote colleague may live', () => {
    const ireland = { ...poland, slug: 'ireland', name: 'Ireland', countryCode: 'IE' };
    const posting = posted({ workplace: 'remote', places: [poland, ireland] });
    expect(findFaults(posting)).toEqual([]);
    expect(posting.jobLocationType).toBe('TELECOMMUTE');
    expect(posting.applicantLocationRequirements).toEqual([
      { '@type': 'Country', name: 'Poland' },
      { '@type': 'Country', name: 'Ireland' },
    ]);
  });

  it('names the country of a city that applicants live in', () => {
    const posting = posted({ workplace: 'remote', places: [{ ...krakow, use: 'applicant' }] });
    expect(posting.applicantLocationRequirements).toEqual({ '@type': 'City', name: 'Kraków, Poland' });
  });

  it.each([
    ['remote from an unknown country', { workplace: 'remote', places: [] }],
    ['a desk nobody knows where', { places: [] }],
    ['a desk, with only the homes of applicants known', { workplace: 'hybrid', places: [poland] }],
    ['no title', { title: ' ' }],
    ['no description', { descriptionHtml: ' ' }],
    ['no date', { publishedAt: null }],
    ['no company', { company: { ...offer.company, name: '' } }],
  ] satisfies [string, Partial<OfferDetail>][])('is silent about an offer with %s', (_, changes) => {
    expect(toJobPosting({ ...offer, ...changes }, site)).toBeNull();
  });

  it('states the pay in its own currency and unit, employment first', () => {
    const b2b: OfferPay = {
      ...unstated,
      contract: 'b2b',
      statedMin: 2_400_000,
      statedMax: 3_100_000,
      currency: 'PLN',
      period: 'month',
    };
    const employment: OfferPay = {
      ...b2b,
      contract: 'employment',
      statedMin: 1_900_050,
      statedMax: 2_450_000,
    };
    expect(posted({ pay: [b2b] }).baseSalary).toEqual({
      '@type': 'MonetaryAmount',
      currency: 'PLN',
      value: { '@type': 'QuantitativeValue', minValue: 24_000, maxValue: 31_000, unitText: 'MONTH' },
    });
    expect(posted({ pay: [b2b, employment] }).baseSalary.value.minValue).toBe(19_000.5);
    expect(posted({ pay: [b2b, employment] }).employmentType).toEqual(['CONTRACTOR', 'FULL_TIME']);
    const yen = {
      ...b2b,
      statedMin: 9_000_000,
      statedMax: 9_000_000,
      currency: 'JPY',
      period: 'year' as const,
    };
    expect(posted({ pay: [yen] }).baseSalary.value).toEqual({
      '@type': 'QuantitativeValue',
      value: 9_000_000,
      unitText: 'YEAR',
    });
  });

  it('names the source of an import and its id there', () => {
    expect(posted({ source: 'himalayas', sourceId: 'abc-1' }).identifier).toEqual({
      '@type': 'PropertyValue',
      name: 'himalayas',
      value: 'abc-1',
    });
  });

  it('names the logo that is kept here by its whole address', () => {
    const posting = posted({ company: { ...offer.company, logoUrl: '/logos/7-0123456789abcdef.webp' } });
    expect(posting.hiringOrganization.logo).toBe('https://jobs.example.com/logos/7-0123456789abcdef.webp');
  });

  it('keeps addresses of organisations to http and https', () => {
    const company = { ...offer.company, website: 'javascript:alert(1)', logoUrl: '//logo.example/a.png' };
    expect(posted({ company }).hiringOrganization).toEqual({ '@type': 'Organization', name: 'Tarnica' });
  });

  it('is valid whenever it is there, for any offer', () => {
    const place = fc.record({
      kind: fc.constantFrom('country', 'city'),
      slug: fc.constant('somewhere'),
      name: fc.string({ minLength: 1 }).map((name) => `x${name}`),
      countryCode: fc.constantFrom('PL', 'US', 'GB', 'XK', 'TW'),
      use: fc.constantFrom('workplace', 'applicant'),
    } satisfies { [key in keyof OfferPlace]: fc.Arbitrary<OfferPlace[key]> });
    const pay = fc
      .tuple(fc.nat(), fc.nat(), fc.constantFrom(...CONTRACTS), fc.constantFrom(...PAY_PERIODS), fc.boolean())
      .map(
        ([a, b, contract, period, stated]): OfferPay => ({
          ...unstated,
          contract,
          ...(stated && { statedMin: Math.min(a, b), statedMax: Math.max(a, b), currency: 'EUR', period }),
        }),
      );
    fc.assert(
      fc.property(
        fc.record({
          title: fc.string({ unit: 'binary' }),
          descriptionHtml: fc.string({ unit: 'binary' }),
          workplace: fc.constantFrom(...WORKPLACES),
          places: fc.array(place, { maxLength: 4 }),
          pay: fc.uniqueArray(pay, { selector: (row) => row.contract, minLength: 1 }),
          publishedAt: fc.constantFrom(offer.publishedAt, null),
          expiresAt: fc.constantFrom(offer.expiresAt, null),
          partTime: fc.boolean(),
        }),
        (changes) => {
          const posting = toJobPosting({ ...offer, ...changes }, site);
          expect(posting === null ? [] : findFaults(JSON.parse(JSON.stringify(posting)))).toEqual([]);
        },
      ),
    );
  });
});
