import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { savePlaces } from '@/domain/places/commands';
import { findSkillsOnceCalled } from '@/domain/roles/queries';
import { idArray, jsonRows } from './changes';
import { type Rates, toYearlyEur } from './pay';
import type { OfferRecord, RecordPay } from './record';

/** An offer on its way to row `id`, as far as the tables beside `offer` go. */
type Detailed = { id: number; record: Pick<OfferRecord, 'pay' | 'places' | 'skills'> };

/**
 * Writes pay, places and skills of offers, in place of what was there. Skills go by any slug that they
 * ever had; those that the taxonomy does not have and countries that ISO 3166-1 does not have are left out.
 */
export async function writeDetails(db: Db, offers: readonly Detailed[], rates: Rates): Promise<void> {
  if (offers.length === 0) return;
  const ids = idArray(offers.map(({ id }) => id));
  for (const table of ['offer_pay', 'offer_place', 'offer_skill']) {
    await db.execute(sql`delete from ${sql.identifier(table)} where offer_id = any(${ids})`);
  }
  await writePay(db, offers, rates);
  await writePlaces(db, offers);
  await writeSkills(db, offers);
}

async function writePay(db: Db, offers: readonly Detailed[], rates: Rates): Promise<void> {
  const rows = offers.flatMap(({ id, record }) => {
    const byContract = new Map(record.pay.map((pay) => [pay.contract, pay]));
    return [...byContract.values()].map((pay) => ({ id, contract: pay.contract, ...comparable(pay, rates) }));
  });
  await db.execute(sql`
    insert into offer_pay (offer_id, contract, stated_min, stated_max, currency, period, tax,
      yearly_eur_min, yearly_eur_max)
    select id, contract, min, max, currency, period, tax, "yearlyMin", "yearlyMax"
    from ${jsonRows(rows)} as v(id int, contract contract, min bigint, max bigint, currency text,
      period pay_period, tax pay_tax, "yearlyMin" int, "yearlyMax" int)`);
}

/** The stated pay with its yearly EUR; nothing is stated where the currency has no rate. */
function comparable({ min, max, currency, period, tax }: RecordPay, rates: Rates) {
  const silent = {
    min: null,
    max: null,
    currency: null,
    period: null,
    tax: null,
    yearlyMin: null,
    yearlyMax: null,
  };
  if (min === null || max === null || currency === null || period === null) return silent;
  const yearlyMin = toYearlyEur(min, currency, period, rates);
  const yearlyMax = toYearlyEur(max, currency, period, rates);
  if (yearlyMin === null || yearlyMax === null) return silent;
  return { min, max, currency, period, tax, yearlyMin, yearlyMax };
}

async function writePlaces(db: Db, offers: readonly Detailed[]): Promise<void> {
  const named = offers.flatMap(({ id, record }) =>
    record.places.map((place, position) => ({ id, position, ...place })),
  );
  if (named.length === 0) return;
  const placeIds = await savePlaces(db, named);
  const rows = named.flatMap(({ id, use, position }, index) => {
    const placeId = placeIds[index];
    return placeId ? [{ id, placeId, use, position }] : [];
  });
  await db.execute(sql`
    insert into offer_place (offer_id, place_id, use, position)
    select id, "placeId", use, position
    from ${jsonRows(rows)} as v(id int, "placeId" int, use place_use, position smallint)
    on conflict do nothing`);
}

async function writeSkills(db: Db, offers: readonly Detailed[]): Promise<void> {
  const named = offers.flatMap(({ id, record }) =>
    record.skills.map((item, position) => ({ id, position, ...item })),
  );
  if (named.length === 0) return;
  const slugs = [...new Set(named.map(({ slug }) => slug))];
  const known = await findSkillsOnceCalled(db, slugs);
  const rows = named.flatMap(({ id, slug, position, required, level }) => {
    const skillId = known.get(slug)?.id;
    return skillId === undefined ? [] : [{ id, skillId, position, required, level }];
  });
  await db.execute(sql`
    insert into offer_skill (offer_id, skill_id, position, required, level)
    select id, "skillId", position, required, level
    from ${jsonRows(rows)} as v(id int, "skillId" int, position smallint, required boolean, level smallint)
    on conflict do nothing`);
}
