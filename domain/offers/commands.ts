import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { invalidateTags } from '@/db/invalidation';
import { saveCompanies } from '@/domain/companies/commands';
import { DomainError } from '@/lib/errors';
import { noteDebuts } from './alerts';
import { idArray, inTurn, jsonRows, recordEvents, tagsOfOffers } from './changes';
import { EXPIRED, FALLEN_SILENT, FILLED, moveOffers, stamp } from './moves';
import type { OfferRecord } from './record';
import { renewSearch } from './renew-search';
import { canBecome, OFFER_STATES } from './rules';
import { indexOffers } from './search-index';
import { writeDetails } from './write-details';
import {
  confirmOffers,
  findStored,
  hashOf,
  type Item,
  insertOffers,
  markSeen,
  noteAnswers,
  type SaveContext,
  type Stored,
  takeIds,
  toRow,
  updateOffers,
} from './write-offers';

/** Offers closed in one transaction. */
const CLOSE_BATCH = 500;

export type SavedOffers = { created: number[]; updated: number[]; unchanged: number[] };

/**
 * Stores offers of a source in one transaction, each known by its source and source id: new ones are
 * published, changed ones updated, and equal ones confirmed as still open (their closing date moves on, and
 * at most one answer a day is noted). An offer that had expired or fallen silent is live again; one that the
 * employer or the operator has closed stays as it is and counts as unchanged. Of two records of one offer the
 * last counts. Safe to repeat and to run beside others. Pages and search know of it on commit.
 */
export async function saveOffers(
  db: Db,
  records: readonly OfferRecord[],
  context: SaveContext,
): Promise<SavedOffers> {
  const distinct = [
    ...new Map(records.map((record) => [`${record.source}\n${record.sourceId}`, record])).values(),
  ];
  if (distinct.length === 0) return { created: [], updated: [], unchanged: [] };
  const hashes = distinct.map((record) => hashOf(record, context.now));

  return inTurn(db, async (tx) => {
    const stored = await findStored(tx, distinct, context.now);
    const fresh: Item[] = [];
    const changed: Item[] = [];
    const equal: Item[] = [];
    const untouched: number[] = [];
    const reopened: number[] = [];
    const newIds = await takeIds(tx, distinct.length - stored.size);
    distinct.forEach((record, n) => {
      const known = stored.get(n);
      const item = { id: known?.id ?? newIds.pop() ?? 0, record, hash: hashes[n] ?? '' };
      if (!known) fresh.push(item);
      else if (known.state !== 'live' && !mayReopen(known)) untouched.push(known.id);
      else {
        if (known.state !== 'live') reopened.push(known.id);
        if (known.hash === item.hash) equal.push(item);
        else changed.push(item);
      }
    });
    const idsOf = (items: Item[]) => items.map(({ id }) => id);
    const written = [...fresh, ...changed];
    const writtenIds = idsOf(written);
    const again = new Set(reopened);
    const shown = [...writtenIds, ...idsOf(equal).filter((id) => again.has(id))];

    const tags = await tagsOfOffers(tx, idsOf(changed));
    const companies = await saveCompanies(
      tx,
      written.map(({ record }) => record.company),
      context.now,
    );
    const rows = written.map((item, index) => toRow(item, companies.ids[index] ?? 0, context));
    await insertOffers(tx, rows.slice(0, fresh.length), context);
    await noteAnswers(tx, [...idsOf(changed), ...idsOf(equal)], context.now);
    await updateOffers(tx, rows.slice(fresh.length), context);
    await confirmOffers(tx, equal, context);
    await markSeen(tx, untouched, context.now);
    await writeDetails(tx, written, context.rates);

    await recordEvents(tx, idsOf(fresh), 'offer.published', context.actor, context.now);
    await recordEvents(tx, idsOf(changed), 'offer.updated', context.actor, context.now);
    await recordEvents(tx, reopened, 'offer.reopened', context.actor, context.now);
    tags.push(...(await tagsOfOffers(tx, shown)), ...companies.changed.map((id) => `company:${id}`));
    if (equal.length > 0) tags.push('offers', ...idsOf(equal).map((id) => `offer:${id}`));
    await invalidateTags(tx, tags);
    await noteDebuts(tx, idsOf(fresh), context.now);
    await renewSearch(
      tx,
      idsOf(equal).filter((id) => !again.has(id)),
    );
    await indexOffers(tx, shown);
    return {
      created: idsOf(fresh),
      updated: [...idsOf(changed), ...idsOf(equal).filter((id) => again.has(id))],
      unchanged: [...idsOf(equal).filter((id) => !again.has(id)), ...untouched],
    };
  });
}

/** What ran out or fell silent; not what the employer of a claimed company has paused or closed here. */
function mayReopen({ state, pausedBy, isClosed }: Stored): boolean {
  if (isClosed) return false;
  return state === 'expired' || (state === 'paused' && pausedBy !== 'employer');
}

/** Closes every live offer whose days are over, or whose closing date has come; resolves to how many. Safe to repeat and to run in parallel. */
export async function expireOffers(db: Db, now: Date): Promise<number> {
  let closed = 0;
  for (;;) {
    const batch = await inTurn(db, async (tx) => {
      const due = await tx.execute<{ id: number }>(sql`
        select id from offer where state = 'live' and leaves_at <= ${now.toISOString()}::timestamptz
        order by leaves_at limit ${CLOSE_BATCH}`);
      return closeOffers(
        tx,
        due.map(({ id }) => id),
        'expired',
        { now, actor: 'system' },
      );
    });
    closed += batch.length;
    if (batch.length === 0) return closed;
  }
}

/**
 * Closes every live offer of a source that its run of `runStartedAt` did not list, and notes the source's
 * answer; resolves to how many. Throws DomainError `snapshot_lists_nothing` where that run saw none of the
 * source's live offers: then the list is at fault, not the offers.
 */
export async function closeUnseen(db: Db, source: string, runStartedAt: Date, now: Date): Promise<number> {
  const since = sql`${runStartedAt.toISOString()}::timestamptz`;
  const [counts] = await db.execute<{ seen: number; unseen: number }>(sql`
    select (count(*) filter (where source_seen_at >= ${since}))::int as seen,
      (count(*) filter (where source_seen_at < ${since}))::int as unseen
    from offer where source = ${source} and state = 'live'`);
  if (!counts || counts.unseen === 0) return 0;
  if (counts.seen === 0) {
    throw new DomainError('snapshot_lists_nothing', `The list holds none of the offers of ${source}`);
  }
  let closed = 0;
  for (;;) {
    const batch = await inTurn(db, async (tx) => {
      const unseen = await tx.execute<{ id: number }>(sql`
        select id from offer where source = ${source} and state = 'live' and source_seen_at < ${since}
        order by id limit ${CLOSE_BATCH}`);
      const ids = await closeOffers(
        tx,
        unseen.map(({ id }) => id),
        'expired',
        { now, actor: `import:${source}` },
      );
      await recordAnswers(
        tx,
        ids.map((offerId) => ({
          offerId,
          askedAt: now,
          answeredAt: now,
          answer: 'closed' as const,
          by: 'source' as const,
        })),
      );
      return ids;
    });
    closed += batch.length;
    if (batch.length === 0) return closed;
  }
}

const SETS = { paused: FALLEN_SILENT, expired: EXPIRED, filled: FILLED };

/**
 * Takes offers off the list: `filled`, `expired`, or `paused` for want of an answer. Those whose state does not
 * allow it are left; resolves to the ids of the others. `expired` counts from the closing date, the rest from
 * `now`; the days of a paused offer stand still. Safe to repeat.
 */
export async function closeOffers(
  db: Db,
  offerIds: readonly number[],
  to: 'paused' | 'expired' | 'filled',
  { now, actor }: { now: Date; actor: string },
): Promise<number[]> {
  if (offerIds.length === 0) return [];
  const at = stamp(now);
  const from = OFFER_STATES.filter((state) => canBecome(state, to)).map((state) => `'${state}'`);
  const rows = await moveOffers(db, {
    where: sql`id = any(${idArray(offerIds)}) and state in (${sql.raw(from.join(', '))})`,
    set: SETS[to](at),
    event: `offer.${to}`,
    actor,
    now,
    data: to === 'paused' ? { by: 'silence' } : undefined,
  });
  return rows.map(({ id }) => id);
}

export type Answer = {
  offerId: number;
  askedAt: Date;
  /** Null where nobody answered. */
  answeredAt: Date | null;
  answer: 'open' | 'closed' | 'silent';
  by: 'employer' | 'source';
};

/** Keeps answers to the roll call, each once, and the latest "open" as the offer's confirmation. */
export async function recordAnswers(db: Db, answers: readonly Answer[]): Promise<void> {
  if (answers.length === 0) return;
  await db.execute(sql`
    with given as (
      select * from ${jsonRows(answers)} as v("offerId" int, "askedAt" timestamptz, "answeredAt" timestamptz,
        answer answer_kind, by answer_source)
    ), confirmed as (
      update offer o set confirmed_at = greatest(o.confirmed_at, latest.at)
      from (select "offerId" as id, max("answeredAt") as at from given where answer = 'open' group by 1) latest
      where o.id = latest.id
    )
    insert into offer_answer (offer_id, asked_at, answered_at, answer, by)
    select "offerId", "askedAt", "answeredAt", answer, by from given g
    where not exists (select from offer_answer a where a.offer_id = g."offerId" and a.asked_at = g."askedAt")`);
}

/** Counts one click on "apply" of a live offer, by UTC day. */
export async function recordApply(db: Db, offerId: number, now: Date): Promise<void> {
  await db.execute(sql`
    insert into offer_day as d (offer_id, day, applies)
    select id, ${now.toISOString().slice(0, 10)}::date, 1 from offer where id = ${offerId} and state = 'live'
    on conflict (offer_id, day) do update set applies = d.applies + 1`);
}
