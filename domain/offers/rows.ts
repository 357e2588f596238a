import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import type { OfferRow } from './rules';

/** A row as Postgres hands it over: times in seconds since 1970. */
export type StoredRow = Omit<OfferRow, 'publishedAt' | 'expiresAt' | 'confirmedAt'> & {
  publishedAt: number;
  expiresAt: number;
  confirmedAt: number | null;
};

/** The offers of those ids as lists show them, in that order; ids that are not published are left out. */
export async function loadOfferRows(db: Db, ids: number[]): Promise<OfferRow[]> {
  if (ids.length === 0) return [];
  const [found] = await db.execute<{ rows: StoredRow[] | null }>(
    sql`select ${offerRowsJson(sql`${`{${ids.join(',')}}`}::int[]`)} as rows`,
  );
  return parseOfferRows(found?.rows ?? null);
}

/**
 * SQL for the JSON of the offers whose ids are in `ids` (an int[]), in that order; null if there are none.
 * Places and skills are looked up one by one: joined, they would be read whole for every offer.
 */
export function offerRowsJson(ids: SQL): SQL {
  return sql`(
    select json_agg(json_build_object(
      'id', o.id, 'slug', o.slug, 'title', o.title,
      'company', json_build_object('id', c.id, 'slug', c.slug, 'name', c.name),
      'role', json_build_object('slug', r.slug, 'title', r.title),
      'seniority', o.seniority, 'workplace', o.workplace, 'workplaceNote', o.workplace_note,
      'partTime', o.part_time, 'featured', o.featured,
      'places', (
        select coalesce(json_agg((
          select json_build_object('kind', p.kind, 'slug', p.slug, 'name', p.name,
            'countryCode', p.country_code, 'use', op.use) from place p where p.id = op.place_id
        ) order by op.use, op.position), '[]')
        from offer_place op where op.offer_id = o.id),
      'skills', (
        select coalesce(json_agg((
          select json_build_object('slug', k.slug, 'name', k.name) from skill k where k.id = os.skill_id
        ) order by os.position), '[]')
        from offer_skill os where os.offer_id = o.id),
      'pay', (
        select coalesce(json_agg(json_build_object('contract', y.contract, 'statedMin', y.stated_min,
          'statedMax', y.stated_max, 'currency', y.currency, 'period', y.period, 'tax', y.tax,
          'yearlyEurMin', y.yearly_eur_min, 'yearlyEurMax', y.yearly_eur_max) order by y.contract), '[]')
        from offer_pay y where y.offer_id = o.id),
      'publishedAt', extract(epoch from o.published_at),
      'expiresAt', extract(epoch from o.leaves_at),
      'confirmedAt', extract(epoch from o.confirmed_at)
    ) order by wanted.position)
    from unnest(${ids}) with ordinality as wanted (id, position)
    join offer o on o.id = wanted.id
    join company c on c.id = o.company_id
    join role r on r.id = o.role_id
    where o.published_at is not null and o.leaves_at is not null)`;
}

/** The rows of `offerRowsJson`, with dates as ISO 8601 in UTC. */
export function parseOfferRows(rows: StoredRow[] | null): OfferRow[] {
  return (rows ?? []).map((row) => ({
    ...row,
    publishedAt: isoTime(row.publishedAt),
    expiresAt: isoTime(row.expiresAt),
    confirmedAt: row.confirmedAt === null ? null : isoTime(row.confirmedAt),
  }));
}

function isoTime(epochSeconds: number): string {
  return new Date(epochSeconds * 1000).toISOString();
}
