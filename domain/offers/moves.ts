import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { invalidateTags } from '@/db/invalidation';
import { closedTagsOfOffers, inTurn, recordEvents, tagsOfOffers } from './changes';
import { stillToClose } from './closing';
import { indexOffers } from './search-index';

/** How an offer gets from one state to another, whoever moves it. */

export type Move = {
  /** Which offers, in which states: those that do not fit are left as they are. */
  where: SQL;
  /** Assignments of the new state and what goes with it. */
  set: SQL;
  /** Type of the event. */
  event: string;
  actor: string;
  now: Date;
  data?: Record<string, unknown>;
};

export type Moved = {
  id: number;
  slug: string;
  title: string;
  leavesAt: Date | null;
};

/**
 * Moves offers from state to state: one UPDATE, and with it their events, the pages that show them and the
 * search. Resolves to those that it moved, so that to repeat it does nothing.
 */
export async function moveOffers(db: Db, { where, set, event, actor, now, data }: Move): Promise<Moved[]> {
  return inTurn(db, async (tx) => {
    const rows = await tx.execute<Omit<Moved, 'leavesAt'> & { leavesAt: string | null }>(sql`
      update offer set ${set}, updated_at = ${stamp(now)} where ${where}
      returning id, slug, title, leaves_at as "leavesAt"`);
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return [];
    await recordEvents(tx, ids, event, actor, now, data);
    await invalidateTags(tx, [...(await tagsOfOffers(tx, ids)), ...(await closedTagsOfOffers(tx, ids))]);
    await indexOffers(tx, ids);
    return rows.map((row) => ({
      ...row,
      leavesAt: row.leavesAt === null ? null : new Date(row.leavesAt),
    }));
  });
}

/** A moment as a value of a statement. */
export function stamp(at: Date): SQL {
  return sql`${at.toISOString()}::timestamptz`;
}

/** For how long the days of a paused or suspended offer have stood still; none where they have not. */
export const stoodStill = (at: SQL): SQL => sql`(${at} - least(paused_at, ${at}))`;

/** Assignments: open, as somebody says who must know, and with the days back that it stood still. */
export const OPEN_AGAIN = (at: SQL): SQL => sql`state = 'live', confirmed_at = ${at}, asked_at = null,
  paused_by = null, paused_at = null, expires_at = expires_at + ${stoodStill(at)},
  closes_at = ${stillToClose(at)}`;

/** Assignments: off the list as its employer wishes. An open question lapses: it need not be asked about now. */
export const PAUSED = (at: SQL): SQL =>
  sql`state = 'paused', paused_by = 'employer', paused_at = ${at}, asked_at = null`;

/** Assignments: nobody answered. The question stays, so that a late answer is one to it. */
export const FALLEN_SILENT = (at: SQL): SQL =>
  sql`state = 'paused', paused_by = 'silence', paused_at = ${at}`;

export const FILLED = (at: SQL): SQL =>
  sql`state = 'filled', closed_at = ${at}, asked_at = null, paused_by = null, paused_at = null`;

/** Assignments: its days ran out, or its closing date came, whichever was first. */
export const EXPIRED = (at: SQL): SQL =>
  sql`state = 'expired', closed_at = least(leaves_at, ${at}), asked_at = null, paused_by = null,
    paused_at = null`;

/** Keeps the employer's answer for those offers of `where` that were asked; before they are moved. */
export async function noteAnswer(db: Db, where: SQL, answer: 'open' | 'closed', now: Date): Promise<void> {
  await db.execute(sql`
    insert into offer_answer (offer_id, asked_at, answered_at, answer, by)
    select id, asked_at, ${stamp(now)}, ${answer}, 'employer' from offer
    where ${where} and asked_at is not null`);
}
