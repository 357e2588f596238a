import type { Metadata } from 'next';
import { loadSite } from '@/app/site';
import { Band } from '@/components/layout/band';
import { FigureStrip } from '@/components/market/figure-strip';
import { IndexList } from '@/components/market/index-list';
import { orderNote, profileFigures, saidOf } from '@/components/market/labels';
import { OfferRows } from '@/components/offers/offer-rows';
import { JsonLd } from '@/components/seo/json-ld';
import { toBreadcrumbs } from '@/components/seo/structured-data';
import { Blank } from '@/components/ui/blank';
import { ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icons';
import { offersHref } from '@/domain/offers/input';
import { formatOffers } from '@/domain/offers/labels';
import { missing } from '../../missing';
import { OfferAlert } from '../../offer-alert';
import { utcDay } from '../../today';
import { type PlacePage as Loaded, loadPlace, placeFilter } from '../loaders';

export const dynamic = 'error';

type Props = { params: Promise<{ slug: string }> };

export function generateStaticParams(): { slug: string }[] {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const loaded = await loadPlace((await params).slug);
  if (!loaded) return {};
  const { place, figures } = loaded;
  const empty = figures.offers === 0;
  return {
    title: `${place.name}: ${empty ? 'no IT offers' : formatItOffers(figures.offers)}`,
    description: empty
      ? undefined
      : saidOf(`${place.name}: ${formatItOffers(figures.offers)} open today`, figures),
    robots: empty ? { index: false, follow: true } : undefined,
    alternates: { canonical: `/locations/${place.slug}` },
  };
}

export default async function PlacePage({ params }: Props) {
  const { slug } = await params;
  const [loaded, site] = await Promise.all([loadPlace(slug), loadSite()]);
  if (!loaded) return missing(`place:${slug}`);
  const { place, country, figures, rows, pay, alert } = loaded;
  const cities =
    place.kind === 'country' ? figures.cities.filter((city) => city.countryCode === place.countryCode) : [];
  return (
    <>
      <JsonLd
        data={toBreadcrumbs(site, [
          { name: 'Places', path: '/locations' },
          ...(country ? [{ name: country.name, path: `/locations/${country.slug}` }] : []),
          { name: place.name, path: `/locations/${place.slug}` },
        ])}
      />
      <Band
        side={
          country && (
            <p className="text-sm">
              <a href={`/locations/${country.slug}`}>{country.name}</a>
            </p>
          )
        }
      >
        <h1 className="md:text-4xl md:leading-[1.03]">{place.name}</h1>
        {figures.offers > 0 && (
          <>
            <p className="lede mt-4">{summary(loaded)}</p>
            <div className="mt-8">
              <FigureStrip figures={profileFigures(figures)} />
            </div>
          </>
        )}
      </Band>
      <Band title="Latest offers" note={orderNote(rows)}>
        {rows.length > 0 ? (
          <>
            <OfferRows rows={rows} pay={pay} today={utcDay(new Date())} />
            <ButtonLink href={offersHref(placeFilter(place))} className="mt-5">
              All {formatOffers(figures.offers)}
              <Icon name="arrow" />
            </ButtonLink>
          </>
        ) : (
          <Blank title="No open IT offer here today.">
            <p className="flex flex-wrap gap-x-5">
              <a href={offersHref({ workplace: ['remote'] })}>Remote offers</a>
              <a href="/offers">All offers</a>
            </p>
          </Blank>
        )}
      </Band>
      {cities.length > 0 && (
        <Band title="Cities">
          <IndexList
            entries={cities.map((city) => ({
              href: `/locations/${city.slug}`,
              label: city.name,
              count: city.offers,
            }))}
          />
        </Band>
      )}
      {figures.roles.length > 0 && (
        <Band title="Roles wanted" note="Each opens its offers.">
          <IndexList
            entries={figures.roles.map((role) => ({
              href: offersHref({ ...placeFilter(place), role: [role.slug] }),
              label: role.title,
              count: role.offers,
            }))}
          />
        </Band>
      )}
      <OfferAlert of={`offers in ${place.name}`} alert={alert} from={`/locations/${place.slug}`} />
    </>
  );
}

function summary({ place, figures }: Loaded): string {
  const offers = formatItOffers(figures.offers);
  return place.kind === 'city'
    ? `${offers}, open today.`
    : `${offers}, open today here or to people who live here.`;
}

function formatItOffers(count: number): string {
  return formatOffers(count).replace('offer', 'IT offer');
}
