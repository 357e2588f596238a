import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { recordEvent } from '@/db/events';
import { creditEntry, planOrder } from '@/db/schema/billing';
import { inTurn } from '@/domain/offers/changes';
import { stamp } from '@/domain/offers/moves';

/** The ledger of credits. A pack is an account of its own; its balance is that of its last entry. */

const DAY_MS = 86_400_000;

const BALANCES = sql`(select distinct on (pack_order_id) pack_order_id, entry, balance from credit_entry
  order by pack_order_id, entry desc)`;

/** Books what a pack that has been paid for holds; once, however often it is tried. */
export async function bookCredits(
  db: Db,
  pack: { id: number; credits: number; creditDays: number | null },
  now: Date,
): Promise<void> {
  const booked = await db
    .insert(creditEntry)
    .values({
      packOrderId: pack.id,
      entry: 1,
      kind: 'bought',
      change: pack.credits,
      balance: pack.credits,
      at: now,
    })
    .onConflictDoNothing()
    .returning();
  if (booked.length === 0) return;
  await db
    .update(planOrder)
    .set({ creditsExpireAt: new Date(now.getTime() + (pack.creditDays ?? 0) * DAY_MS) })
    .where(eq(planOrder.id, pack.id));
}

/** A pack of the company that pays for an offer now: of several the one that lapses first; null if there is none. */
export async function findPackWithCredit(
  db: Db,
  companyId: number,
  now: Date,
): Promise<typeof planOrder.$inferSelect | null> {
  const [pack] = await db
    .select()
    .from(planOrder)
    .where(
      sql`${planOrder.companyId} = ${companyId} and ${planOrder.outcome} = 'credited'
        and ${planOrder.state} in ('paid', 'partly_refunded') and ${planOrder.creditsExpireAt} > ${stamp(now)}
        and exists (select from ${BALANCES} b where b.pack_order_id = ${planOrder.id} and b.balance > 0)`,
    )
    .orderBy(planOrder.creditsExpireAt, planOrder.id)
    .limit(1);
  return pack ?? null;
}

/** Takes one credit of a pack for an order. Throws where none is left: the balance cannot go below nought. */
export async function takeCredit(db: Db, packOrderId: number, spentOn: number, now: Date): Promise<void> {
  await db.execute(sql`
    insert into credit_entry (pack_order_id, entry, kind, change, balance, spent_on, at)
    select pack_order_id, entry + 1, 'spent', -1, balance - 1, ${spentOn}, ${stamp(now)}
    from ${BALANCES} b where pack_order_id = ${packOrderId}`);
}

/** Gives back a credit of a pack that did nothing in the end. One of a pack that has lapsed lapses again. */
export async function returnCredit(db: Db, packOrderId: number, now: Date): Promise<void> {
  await db.execute(sql`
    insert into credit_entry (pack_order_id, entry, kind, change, balance, at)
    select pack_order_id, entry + 1, 'returned', 1, balance + 1, ${stamp(now)}
    from ${BALANCES} b where pack_order_id = ${packOrderId}`);
}

/** Takes back what is left of a pack that was refunded, or whose dispute was lost; resolves to how many. */
export async function reverseCredits(db: Db, packOrderId: number, now: Date): Promise<number> {
  return clearPacks(db, sql`b.pack_order_id = ${packOrderId}`, 'reversed', now);
}

/** Lets the credits lapse whose time is over; resolves to how many. Safe to repeat. */
export async function expireCredits(db: Db, now: Date): Promise<number> {
  return inTurn(db, (tx) =>
    clearPacks(
      tx,
      sql`b.pack_order_id in (select id from plan_order where credits_expire_at <= ${stamp(now)})`,
      'expired',
      now,
    ),
  );
}

async function clearPacks(
  db: Db,
  where: ReturnType<typeof sql>,
  kind: 'reversed' | 'expired',
  now: Date,
): Promise<number> {
  const cleared = await db.execute<{ packOrderId: number; change: number }>(sql`
    insert into credit_entry (pack_order_id, entry, kind, change, balance, at)
    select pack_order_id, entry + 1, ${kind}, -balance, 0, ${stamp(now)} from ${BALANCES} b
    where ${where} and balance > 0
    returning pack_order_id as "packOrderId", change`);
  for (const { packOrderId, change } of cleared) {
    await recordEvent(db, {
      at: now,
      actor: 'system',
      type: `credits.${kind}`,
      subject: 'order',
      subjectId: packOrderId,
      data: { credits: -change },
    });
  }
  return cleared.reduce((sum, { change }) => sum - change, 0);
}

export type Credits = {
  left: number;
  /** By when they lapse, the first first. */
  packs: { orderId: number; name: string; left: number; expiresAt: Date }[];
};

/** What a company has left to publish offers with. */
export async function readCredits(db: Db, companyId: number, now: Date): Promise<Credits> {
  const packs = await db
    .select({
      orderId: planOrder.id,
      name: planOrder.planName,
      left: sql<number>`(select e.balance from credit_entry e where e.pack_order_id = ${planOrder.id}
        order by e.entry desc limit 1)`,
      expiresAt: planOrder.creditsExpireAt,
    })
    .from(planOrder)
    .where(
      and(
        eq(planOrder.companyId, companyId),
        eq(planOrder.outcome, 'credited'),
        sql`${planOrder.state} in ('paid', 'partly_refunded') and ${planOrder.creditsExpireAt} > ${stamp(now)}`,
      ),
    )
    .orderBy(planOrder.creditsExpireAt, planOrder.id);
  const held = packs.flatMap(({ expiresAt, ...pack }) =>
    expiresAt && pack.left > 0 ? [{ ...pack, expiresAt }] : [],
  );
  return { left: held.reduce((sum, { left }) => sum + left, 0), packs: held };
}
