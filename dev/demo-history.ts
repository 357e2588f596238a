import { randomUUID } from 'node:crypto';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { offerDraft } from '@/db/schema/drafts';
import { offer, offerAnswer, offerDay } from '@/db/schema/offers';
import { event } from '@/db/schema/portal';
import { createRandom, type Random } from '@/db/seed/demo/random';
import { typedForm } from '@/domain/drafts/input';
import { idArray } from '@/domain/offers/changes';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Days that visitors were counted on. */
const COUNTED_DAYS = 75;
/** Insert this many rows at once. */
const BATCH = 1_000;
/** Sunday first: people look for work at work. */
const WEEKDAYS = [0.45, 1.15, 1.3, 1.25, 1.15, 0.95, 0.4];

type Owner = { companyId: number; userId: string };
type Stored = typeof offer.$inferSelect;

/**
 * Gives the demo's employer a past: the company's offers are theirs, were looked at and answered for, one waits
 * for an answer now, one fell silent, and one is being written. The figures are the same on every machine.
 */
export async function seedDemoHistory(db: Db, owner: Owner, now: Date): Promise<void> {
  const offers = await db
    .update(offer)
    .set({ source: 'employer', postedBy: owner.userId })
    .where(and(eq(offer.companyId, owner.companyId), eq(offer.source, 'demo')))
    .returning();
  offers.sort((a, b) => a.id - b.id);
  await leaveUnanswered(db, offers, now);
  await fallSilent(db, offers);
  await writeEvents(db, offers, owner);
  await countVisitors(db, offers, now);
  await writeDraft(db, owner, now);
}

/** The live offer with the oldest answer was asked about two days ago, and nobody has answered yet. */
async function leaveUnanswered(db: Db, offers: Stored[], now: Date): Promise<void> {
  const live = offers.filter(({ state, expiresAt }) => state === 'live' && daysUntil(expiresAt, now) > 10);
  const oldest = live.toSorted((a, b) => timeOf(a.confirmedAt) - timeOf(b.confirmedAt))[0];
  if (!oldest) return;
  const askedAt = new Date(now.getTime() - 2 * DAY_MS - 3 * HOUR_MS);
  const confirmedAt = new Date(askedAt.getTime() - 14 * DAY_MS);
  const shift = sql`make_interval(secs => ${(timeOf(oldest.confirmedAt) - confirmedAt.getTime()) / 1000})`;
  await db
    .update(offerAnswer)
    .set({ askedAt: sql`asked_at - ${shift}`, answeredAt: sql`answered_at - ${shift}` })
    .where(eq(offerAnswer.offerId, oldest.id));
  await db.update(offer).set({ askedAt, confirmedAt }).where(eq(offer.id, oldest.id));
  Object.assign(oldest, { askedAt, confirmedAt });
}

/** One of the paused offers was paused because nobody answered. */
async function fallSilent(db: Db, offers: Stored[]): Promise<void> {
  const silent = offers.find(({ state, confirmedAt }) => state === 'paused' && confirmedAt !== null);
  if (!silent) return;
  const askedAt = new Date(timeOf(silent.confirmedAt) + 14 * DAY_MS);
  const pausedAt = new Date(askedAt.getTime() + 7 * DAY_MS);
  Object.assign(silent, { askedAt, pausedAt, pausedBy: 'silence' });
  await db.update(offer).set({ askedAt, pausedAt, pausedBy: 'silence' }).where(eq(offer.id, silent.id));
  await db
    .insert(offerAnswer)
    .values({ offerId: silent.id, askedAt, answeredAt: null, answer: 'silent', by: 'employer' });
  await db
    .update(event)
    .set({ at: pausedAt, data: { by: 'silence' } })
    .where(and(eq(event.subject, 'offer'), eq(event.subjectId, silent.id), eq(event.type, 'offer.paused')));
}

/** Whatever happened to the offers, the employer did it; and each question and answer happened too. */
async function writeEvents(db: Db, offers: Stored[], { userId }: Owner): Promise<void> {
  const ids = offers.map(({ id }) => id);
  const actor = `user:${userId}`;
  await db.execute(sql`
    update event set actor = ${actor}
    where subject = 'offer' and subject_id = any(${idArray(ids)}) and type <> 'offer.expired'
      and data->>'by' is distinct from 'silence'`);
  const answers = await db.select().from(offerAnswer).where(inArray(offerAnswer.offerId, ids));
  const happened = answers.flatMap(({ offerId, askedAt, answeredAt, answer }) => [
    { offerId, at: askedAt, type: 'offer.asked', actor: 'system' },
    ...(answeredAt && answer === 'open' ? [{ offerId, at: answeredAt, type: 'offer.confirmed', actor }] : []),
  ]);
  for (const { id, askedAt, state } of offers) {
    if (askedAt && state === 'live')
      happened.push({ offerId: id, at: askedAt, type: 'offer.asked', actor: 'system' });
  }
  const rows = happened
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ offerId, ...one }) => ({ ...one, subject: 'offer', subjectId: offerId }));
  if (rows.length > 0) await db.insert(event).values(rows);
}

/** Many look at an offer in its first days, then fewer; a few in a hundred go on to apply. */
async function countVisitors(db: Db, offers: Stored[], now: Date): Promise<void> {
  const rows = offers.flatMap((one) => {
    const random = createRandom(one.title.length * 7_919 + one.id);
    const start = Math.floor(timeOf(one.publishedAt) / DAY_MS);
    const end = Math.floor(Math.min(now.getTime(), timeOf(one.closedAt ?? one.pausedAt ?? now)) / DAY_MS);
    const first = Math.max(start, Math.floor(now.getTime() / DAY_MS) - COUNTED_DAYS);
    const draw = 12 + random() * 38;
    const appeal = 0.03 + random() * 0.05;
    return Array.from({ length: Math.max(0, end - first + 1) }, (_, n) => {
      const day = first + n;
      const weekday = WEEKDAYS[new Date(day * DAY_MS).getUTCDay()] ?? 1;
      const age = 0.35 + 1.4 * Math.exp(-(day - start) / 6);
      const views = Math.round(draw * weekday * age * (0.75 + random() * 0.5));
      const applies = countApplies(random, views, appeal);
      return { offerId: one.id, day: new Date(day * DAY_MS).toISOString().slice(0, 10), views, applies };
    });
  });
  for (let from = 0; from < rows.length; from += BATCH) {
    await db
      .insert(offerDay)
      .values(rows.slice(from, from + BATCH))
      .onConflictDoNothing();
  }
}

function countApplies(random: Random, views: number, appeal: number): number {
  let applies = 0;
  for (let n = 0; n < views; n++) if (random() < appeal) applies++;
  return applies;
}

/** Begun this morning, and left at the pay. */
async function writeDraft(db: Db, { companyId, userId }: Owner, now: Date): Promise<void> {
  const savedAt = new Date(now.getTime() - 5 * HOUR_MS);
  const form = typedForm.parse({
    title: 'Integration engineer, laboratory systems',
    description:
      '## What you do\n\n- Connect laboratory analysers with the patient record\n- Read HL7 and FHIR messages, and write the ones that are missing',
  });
  await db
    .insert(offerDraft)
    .values({ id: randomUUID(), userId, companyId, form, createdAt: savedAt, updatedAt: savedAt });
}

function timeOf(at: Date | null): number {
  return at?.getTime() ?? 0;
}

function daysUntil(at: Date | null, now: Date): number {
  return (timeOf(at) - now.getTime()) / DAY_MS;
}
