import { asc, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { invalidateTags } from '@/db/invalidation';
import { exchangeRate, offerPay } from '@/db/schema/offers';
import { event } from '@/db/schema/portal';
import { DomainError } from '@/lib/errors';
import { closedTagsOfOffers, idArray, inTurn, jsonRows, tagsOfOffers } from './changes';
import { type Rates, toYearlyEur } from './pay';
import { indexOffers } from './search-index';

/** Offers recomputed in one transaction: others who write offers wait for it. */
const RECOMPUTE_BATCH = 200;
/** A new rate beyond this multiple of the old one, or below its inverse, is taken for a slip unless confirmed. */
const JUMP = 1.5;

/** Units of `currency` (ISO 4217) for one EUR, on that UTC day (YYYY-MM-DD), as `source` says. */
export type ExchangeRate = typeof exchangeRate.$inferSelect;

/** All rates, by currency. */
export async function listExchangeRates(db: Db): Promise<ExchangeRate[]> {
  return db.select().from(exchangeRate).orderBy(asc(exchangeRate.currency));
}

/** All rates, as the arithmetic of pay takes them. */
export async function readRates(db: Db): Promise<Rates> {
  return new Map((await listExchangeRates(db)).map(({ currency, perEur }) => [currency, perEur]));
}

/**
 * Stores rates, one for each currency, with an event for each that differs from what was stored, and has the
 * worker compute the comparable pay of all offers anew; resolves to how many differed. Throws DomainError
 * `rate_jumps` where one moves by more than half, unless `sure`, and stores nothing then.
 */
export async function changeExchangeRates(
  db: Db,
  wanted: readonly ExchangeRate[],
  { actor, now, sure }: { actor: string; now: Date; sure: boolean },
): Promise<number> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`lock table exchange_rate in share row exclusive mode`);
    const stored = new Map((await listExchangeRates(tx)).map((rate) => [rate.currency, rate]));
    const changed = wanted.filter((rate) => {
      const held = stored.get(rate.currency);
      return !held || (['perEur', 'asOf', 'source'] as const).some((field) => held[field] !== rate[field]);
    });
    if (changed.length === 0) return 0;
    const jump = sure
      ? undefined
      : changed.find((rate) => jumps(stored.get(rate.currency)?.perEur, rate.perEur));
    if (jump) {
      const before = stored.get(jump.currency)?.perEur;
      throw new DomainError('rate_jumps', `${jump.currency} would go from ${before} to ${jump.perEur}`);
    }
    await tx
      .insert(exchangeRate)
      .values(changed)
      .onConflictDoUpdate({
        target: exchangeRate.currency,
        set: { perEur: sql`excluded.per_eur`, asOf: sql`excluded.as_of`, source: sql`excluded.source` },
      });
    await tx.insert(event).values(
      changed.map(({ currency, perEur, asOf, source }) => ({
        at: now,
        actor,
        type: 'exchange-rate.changed',
        subject: 'exchange-rate',
        subjectId: 0,
        data: { currency, from: stored.get(currency)?.perEur ?? null, to: perEur, asOf, source },
      })),
    );
    await invalidateTags(tx, ['exchange-rates']);
    await tx.execute(sql`
      select graphile_worker.add_job('recompute-pay', '{}'::json, job_key => 'recompute-pay')`);
    return changed.length;
  });
}

function jumps(from: number | undefined, to: number): boolean {
  return from !== undefined && (to > from * JUMP || to < from / JUMP);
}

/**
 * Computes the comparable pay of every offer anew from what it states and the rates of the moment; resolves to
 * how many offers it changed. Their pages and the search follow batch by batch. Where it is broken off, the next
 * call passes over what is done: safe to repeat, and to run beside others.
 */
export async function recomputePay(db: Db, batch = RECOMPUTE_BATCH): Promise<number> {
  let changed = 0;
  let after = 0;
  for (;;) {
    const done = await recomputeBatch(db, after, batch);
    if (done === null) return changed;
    changed += done.changed;
    after = done.last;
  }
}

/** The first `batch` offers with stated pay whose id is above `after`; null if there are none. */
export async function recomputeBatch(
  db: Db,
  after: number,
  batch: number,
): Promise<{ last: number; changed: number } | null> {
  const ids = await nextOffers(db, after, batch);
  const last = ids.at(-1);
  if (last === undefined) return null;
  // What is in step already is most of it, and need keep nobody waiting.
  if ((await findStale(db, ids)).length === 0) return { last, changed: 0 };
  return inTurn(db, async (tx) => {
    const stale = await findStale(tx, ids);
    const offerIds = [...new Set(stale.map(({ id }) => id))];
    if (stale.length === 0) return { last, changed: 0 };
    await tx.execute(sql`
      update offer_pay p set yearly_eur_min = v.min, yearly_eur_max = v.max
      from ${jsonRows(stale)} as v(id int, contract contract, min int, max int)
      where p.offer_id = v.id and p.contract = v.contract`);
    const tags = [...(await tagsOfOffers(tx, offerIds)), ...(await closedTagsOfOffers(tx, offerIds))];
    await invalidateTags(tx, tags);
    await indexOffers(tx, offerIds);
    return { last, changed: offerIds.length };
  });
}

async function nextOffers(db: Db, after: number, batch: number): Promise<number[]> {
  const rows = await db.execute<{ id: number }>(sql`
    select distinct offer_id as id from offer_pay
    where offer_id > ${after} and stated_max is not null and currency <> 'EUR' order by 1 limit ${batch}`);
  return rows.map(({ id }) => id);
}

/** Pay of those offers whose comparable figures are not what the rates make of it, with what they make. */
async function findStale(db: Db, offerIds: number[]) {
  const rates = await readRates(db);
  const rows = await db
    .select()
    .from(offerPay)
    .where(sql`${offerPay.offerId} = any(${idArray(offerIds)})`);
  return rows.flatMap((pay) => {
    const { statedMin, statedMax, currency, period } = pay;
    if (statedMin === null || statedMax === null || currency === null || period === null) return [];
    const min = toYearlyEur(statedMin, currency, period, rates);
    const max = toYearlyEur(statedMax, currency, period, rates);
    if (min === null || max === null || (min === pay.yearlyEurMin && max === pay.yearlyEurMax)) return [];
    return [{ id: pay.offerId, contract: pay.contract, min, max }];
  });
}
