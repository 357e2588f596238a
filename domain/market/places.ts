import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { countryOfFacet, FACET_BASE, KIND_SIZE } from '@/domain/offers/facets';

/** A place with the live offers that are done there, or by people who live there. */
export type PlaceCount = { slug: string; name: string; countryCode: string; offers: number };

/** Countries and cities with live offers in IT, most offers first. */
export async function countPlaces(db: Db): Promise<{ countries: PlaceCount[]; cities: PlaceCount[] }> {
  const [countries, counts, cities] = await Promise.all([
    db.execute<Omit<PlaceCount, 'offers'>>(
      sql`select slug, name, country_code as "countryCode" from place where kind = 'country'`,
    ),
    db.execute<{ facet: number; offers: number }>(
      sql`select facet, offers from facet_count where offers > 0 and ${ofKind('country')}`,
    ),
    db.execute<PlaceCount>(sql`
      select p.slug, p.name, p.country_code as "countryCode", c.offers
      from facet_count c join place p on p.id = c.facet - ${sql.raw(String(FACET_BASE.city))} and p.kind = 'city'
      where c.offers > 0 and ${ofKind('city')} order by c.offers desc, p.name`),
  ]);
  const offers = new Map(counts.map((row) => [countryOfFacet(row.facet), row.offers]));
  return {
    countries: countries
      .flatMap((country) => {
        const count = offers.get(country.countryCode.toLowerCase());
        return count === undefined ? [] : [{ ...country, offers: count }];
      })
      .sort((a, b) => b.offers - a.offers || (a.name < b.name ? -1 : 1)),
    cities: [...cities],
  };
}

function ofKind(kind: 'country' | 'city') {
  const base = sql.raw(String(FACET_BASE[kind]));
  return sql`facet >= ${base} and facet < ${base} + ${sql.raw(String(KIND_SIZE))}`;
}
