import type { ReactNode } from 'react';
import { formatNumber } from '@/domain/offers/labels';

type CompanyFactsProps = {
  company: { website: string | null; domain: string | null; size: string | null; foundedYear: number | null };
  profile: {
    offers: number;
    remote: number;
    payStated: number;
    cities: { slug: string; name: string }[];
  };
};

const CITIES_SHOWN = 6;

/** What is known of a company, for the margin. What is not known is left out. */
export function CompanyFacts({ company, profile }: CompanyFactsProps) {
  const { offers, remote, payStated, cities } = profile;
  const facts: [string, ReactNode][] = [];
  if (company.website) {
    const label = company.domain ?? company.website.replace(/^https?:\/\/(?:www\.)?|\/+$/g, '');
    facts.push([
      'Website',
      <a key="website" href={company.website} rel="nofollow noopener">
        {label}
      </a>,
    ]);
  }
  if (company.size) facts.push(['People', company.size.replace('-', '–')]);
  if (company.foundedYear) facts.push(['Founded', String(company.foundedYear)]);
  if (offers > 0) {
    facts.push(['Offers that state pay', `${formatNumber(payStated)} of ${formatNumber(offers)}`]);
    facts.push(['Remote', `${formatNumber(remote)} of ${formatNumber(offers)}`]);
  }
  if (cities.length > 0) {
    const more = cities.length - CITIES_SHOWN;
    facts.push([
      'Offices hiring',
      <>
        {cities.slice(0, CITIES_SHOWN).map((city, index) => (
          <span key={city.slug}>
            {index > 0 && ', '}
            <a href={`/locations/${city.slug}`}>{city.name}</a>
          </span>
        ))}
        {more > 0 && `, and ${more} more`}
      </>,
    ]);
  }
  if (facts.length === 0) return null;
  return (
    <dl className="facts max-lg:mt-8">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
