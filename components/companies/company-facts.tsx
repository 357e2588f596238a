import type { ReactNode } from 'react';
import { formatNumber } from '@/domain/offers/labels';

type CompanyFactsProps = {
  company: {
    slug: string;
    website: string | null;
    size: string | null;
    foundedYear: number | null;
    places: { slug: string; name: string }[];
    isOwned: boolean;
  };
  figures: {
    /** Open when it was counted. */
    counted: number;
    remote: number;
    payStated: number;
    cities: { slug: string; name: string }[];
  };
};

const CITIES_SHOWN = 6;

/** What is known of a company, for the margin. What is not known is left out. */
export function CompanyFacts({ company, figures }: CompanyFactsProps) {
  const { counted, remote, payStated, cities } = figures;
  const facts: [string, ReactNode][] = [];
  if (company.website) {
    facts.push([
      'Website',
      <a key="website" href={company.website} rel="nofollow ugc noopener" className="wrap-anywhere">
        {company.website.replace(/^https?:\/\/(?:www\.)?|\/+$/g, '')}
      </a>,
    ]);
  }
  if (company.size) facts.push(['People', company.size.replace('-', '–')]);
  if (company.foundedYear) facts.push(['Founded', String(company.foundedYear)]);
  if (company.places.length > 0) facts.push(['Places', <PlaceLinks key="places" places={company.places} />]);
  if (counted > 0) {
    facts.push(['Offers that state pay', `${formatNumber(payStated)} of ${formatNumber(counted)}`]);
    facts.push(['Remote', `${formatNumber(remote)} of ${formatNumber(counted)}`]);
  }
  if (cities.length > 0) facts.push(['Offices hiring', <PlaceLinks key="cities" places={cities} />]);
  return (
    <>
      {facts.length > 0 && (
        <dl className="facts max-lg:mt-8">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {!company.isOwned && (
        <p className="mt-4 text-xs text-ink-3">
          Is it yours? <a href={`/employer/company/new?company=${company.slug}`}>Claim this page</a>
        </p>
      )}
    </>
  );
}

function PlaceLinks({ places }: { places: { slug: string; name: string }[] }) {
  const more = places.length - CITIES_SHOWN;
  return (
    <>
      {places.slice(0, CITIES_SHOWN).map(({ slug, name }, index) => (
        <span key={slug}>
          {index > 0 && ', '}
          <a href={`/locations/${slug}`}>{name}</a>
        </span>
      ))}
      {more > 0 && `, and ${more} more`}
    </>
  );
}
