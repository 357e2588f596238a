import { count, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { company } from '@/db/schema/companies';
import { offer, offerAnswer, offerPay, offerPlace, offerSkill } from '@/db/schema/offers';
import { place } from '@/db/schema/places';
import { event } from '@/db/schema/portal';
import { offerSearch } from '@/db/schema/search';
import { demoContent } from '@/db/seed/demo/content';
import { seedDemo } from './demo-seed';
import { useTestDatabase } from './testing/database';

const test = useTestDatabase();
const now = new Date('2026-03-01T12:00:00Z');
const { companies, offers } = demoContent(now);

async function snapshot() {
  const rows = await test.db.select().from(offer).orderBy(offer.id);
  const tables = [company, offerAnswer, offerPay, offerPlace, offerSkill, offerSearch, event, place];
  const sizes = await Promise.all(tables.map((table) => test.db.$count(table)));
  return { rows, sizes };
}

it('stores every offer in its state, once, however often it runs', async () => {
  await seedDemo(test.db, now);
  const first = await snapshot();
  const states = await test.db.select({ state: offer.state, n: count() }).from(offer).groupBy(offer.state);
  for (const state of ['live', 'paused', 'expired', 'filled'] as const) {
    const wanted = offers.filter((demo) => demo.state === state).length;
    expect([state, states.find((row) => row.state === state)?.n ?? 0]).toEqual([state, wanted]);
  }
  expect(first.sizes[0]).toBe(companies.length);
  expect(first.sizes[5]).toBe(offers.filter(({ state }) => state === 'live').length);

  await seedDemo(test.db, new Date(now.getTime() + 86_400_000));
  expect(await snapshot()).toEqual(first);
}, 60_000);

it('dates an offer, its answers and its end as the content says', async () => {
  const answered = offers.find(({ answers, state }) => answers.length > 1 && state === 'live');
  const [row] = await test.db
    .select()
    .from(offer)
    .where(eq(offer.sourceId, answered?.key ?? ''));
  const answers = await test.db
    .select()
    .from(offerAnswer)
    .where(eq(offerAnswer.offerId, row?.id ?? 0));
  expect(answers).toHaveLength(answered?.answers.length ?? 0);
  const last = Math.max(...answers.map(({ answeredAt }) => answeredAt?.getTime() ?? 0));
  expect(row?.confirmedAt?.getTime()).toBe(last);
  expect(row?.publishedAt?.getTime()).toBeLessThan(last);

  for (const { publishedAt, closedAt, expiresAt, state } of await test.db.select().from(offer)) {
    expect(publishedAt?.getTime()).toBeLessThanOrEqual(now.getTime());
    if (state === 'live') expect(expiresAt?.getTime()).toBeGreaterThan(now.getTime());
    if (state === 'expired' || state === 'filled')
      expect(closedAt?.getTime()).toBeLessThanOrEqual(now.getTime());
  }
});
