import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { connect } from '@/db/client';
import { createCompany } from '@/db/factories';
import { appUser } from '@/db/schema/accounts';
import { companyMember } from '@/db/schema/companies';
import { offer, offerPay } from '@/db/schema/offers';
import { useTestDatabase } from '@/dev/testing/database';
import type { CompanyId } from '@/domain/companies/input';
import { indexOffers } from '@/domain/offers/search-index';
import { answerRollCall, callRoll, pauseSilent } from './commands';

const test = useTestDatabase();

const STEP_MS = 12 * 3_600_000;
const STEPS_A_DAY = 2;
const STEPS = 90 * STEPS_A_DAY;
const FORTNIGHT = 14 * STEPS_A_DAY;
const WEEK = 7 * STEPS_A_DAY;
const OFFERS = 1_000;

const start = Date.parse('2026-01-05T00:00:00Z');
const at = (step: number) => new Date(start + step * STEP_MS);
const link = { siteUrl: 'https://jobs.example', secret: 'secret' };
const days = { rollCallDays: 14, rollCallSilenceDays: 7 };

/** What happens to one offer, as [step, event]; worked out from the rule, without the portal. */
function lifeOf(n: number, publishedAt: number): [number, string][] {
  const habit = (['answers', 'late', 'silent', 'closes'] as const)[n % 4];
  const life: [number, string][] = [];
  let confirmed = publishedAt;
  for (let round = 1; ; round++) {
    const asked = confirmed + FORTNIGHT;
    if (asked >= STEPS) return life;
    life.push([asked, 'offer.asked']);
    const inTime = asked + 1 + ((n * 7 + round * 5) % (WEEK - 1));
    const answer =
      habit === 'silent' && round > 1 + (n % 3)
        ? Number.POSITIVE_INFINITY
        : habit === 'late'
          ? inTime + WEEK
          : inTime;
    if (answer > asked + WEEK && asked + WEEK < STEPS) life.push([asked + WEEK, 'offer.paused']);
    if (answer >= STEPS) return life;
    if (habit === 'closes' && round > n % 5) {
      life.push([answer, 'offer.filled']);
      return life;
    }
    life.push([answer, 'offer.confirmed']);
    confirmed = answer;
  }
}

it('asks each of 1,000 offers when it is due for 90 days, with two workers, and takes every answer at its word', async () => {
  const { db } = test;
  const published = (n: number) => (n * 13) % FORTNIGHT;
  const company = await createCompany(db);
  const people = Array.from({ length: 20 }, (_, n) => ({ id: `user-${n}`, email: `user-${n}@acme.example` }));
  await db.insert(appUser).values(people);
  await db
    .insert(companyMember)
    .values(people.map(({ id }) => ({ companyId: company.id, userId: id, role: 'recruiter' as const })));
  const rows = await db
    .insert(offer)
    .values(
      Array.from({ length: OFFERS }, (_, n) => ({
        slug: `offer-${n}`,
        companyId: company.id,
        roleId: sql`(select id from role where slug = 'backend')`,
        state: 'live' as const,
        title: `Offer ${n}`,
        descriptionHtml: '<p>Work.</p>',
        workplace: 'onsite' as const,
        applyUrl: 'https://acme.example/apply',
        source: 'employer',
        publishedAt: at(published(n)),
        confirmedAt: at(published(n)),
        expiresAt: at(STEPS * 2),
        postedBy: `user-${n % 20}`,
      })),
    )
    .returning({ id: offer.id });
  const ids = rows.map(({ id }) => id);
  await db.insert(offerPay).values(ids.map((offerId) => ({ offerId, contract: 'b2b' as const })));
  await indexOffers(db, ids);

  const lives = ids.map((_, n) => lifeOf(n, published(n)));
  /** Who answers so in that step. */
  const answering = (step: number, type: string) =>
    ids.filter((_, n) => lives[n]?.some(([when, what]) => when === step && what === type));

  const workers = [connect(test.url, { max: 1 }), connect(test.url, { max: 1 })];
  for (let step = 0; step < STEPS; step++) {
    const now = at(step);
    const how = { now, actor: 'user:user-1', scope: { companyId: company.id as CompanyId } };
    for (const [answer, type] of [
      ['open', 'offer.confirmed'],
      ['closed', 'offer.filled'],
    ] as const) {
      const due = answering(step, type);
      if (due.length === 0) continue;
      // Twice at once, as by a double click.
      const done = await Promise.all(workers.map(({ db }) => answerRollCall(db, due, answer, how)));
      expect(done.flat().sort((a, b) => a - b)).toEqual(due);
    }
    await Promise.all(
      workers.map(async (worker) => {
        await pauseSilent(worker.db, link, days, now);
        await callRoll(worker.db, link, days, now);
      }),
    );
  }
  await Promise.all(workers.map((worker) => worker.close()));

  const events = await db.execute<{ id: number; step: number; type: string }>(sql`
    select subject_id as id, type,
      round(extract(epoch from at - ${at(0).toISOString()}::timestamptz) * 1000 / ${STEP_MS})::int as step
    from event where subject = 'offer' order by event.id`);
  const seen = new Map(ids.map((id) => [id, [] as [number, string][]]));
  for (const { id, step, type } of events) seen.get(id)?.push([step, type]);
  expect(ids.map((id) => seen.get(id)?.join(' | '))).toEqual(lives.map((life) => life.join(' | ')));
}, 120_000);
