import type { Metadata } from 'next';
import { loadSite } from '@/app/site';
import { Band } from '@/components/layout/band';
import { IndexList } from '@/components/market/index-list';
import { JsonLd } from '@/components/seo/json-ld';
import { toBreadcrumbs } from '@/components/seo/structured-data';
import { Blank } from '@/components/ui/blank';
import { offersHref } from '@/domain/offers/input';
import { formatNumber } from '@/domain/offers/labels';
import { loadPlaceIndex } from './loaders';

export const dynamic = 'error';

/** The others are on the pages of their countries. */
const CITIES_SHOWN = 60;

export async function generateMetadata(): Promise<Metadata> {
  const { countries, cities } = await loadPlaceIndex();
  return {
    title: 'IT jobs by place',
    description: `Open IT offers in ${formatNumber(cities.length)} cities and ${formatNumber(countries.length)} countries, counted.`,
    robots: countries.length === 0 ? { index: false, follow: true } : undefined,
    alternates: { canonical: '/locations' },
  };
}

export default async function PlacesPage() {
  const [{ countries, cities }, site] = await Promise.all([loadPlaceIndex(), loadSite()]);
  const shown = cities.slice(0, CITIES_SHOWN);
  return (
    <>
      <JsonLd data={toBreadcrumbs(site, [{ name: 'Places', path: '/locations' }])} />
      <Band>
        <h1 className="md:text-4xl md:leading-[1.03]">Places</h1>
        {countries.length > 0 ? (
          <p className="lede mt-4">
            Where the work is done, or where the people who do it may live. The figure is the number of open
            offers.
          </p>
        ) : (
          <div className="mt-8">
            <Blank title="No open offer names a place.">
              <p className="flex flex-wrap gap-x-5">
                <a href={offersHref({ workplace: ['remote'] })}>Remote offers</a>
                <a href="/offers">All offers</a>
              </p>
            </Blank>
          </div>
        )}
      </Band>
      {countries.length > 0 && (
        <Band title="Countries" note="Each names all its cities.">
          <IndexList entries={countries.map(toEntry)} />
        </Band>
      )}
      {shown.length > 0 && (
        <Band
          title="Cities"
          note={cities.length > shown.length && `The ${shown.length} with the most offers.`}
        >
          <IndexList entries={shown.map(toEntry)} />
        </Band>
      )}
    </>
  );
}

function toEntry({ slug, name, offers }: { slug: string; name: string; offers: number }) {
  return { href: `/locations/${slug}`, label: name, count: offers };
}
