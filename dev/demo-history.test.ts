import { eq, sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { appUser } from '@/db/schema/accounts';
import { company, companyMember } from '@/db/schema/companies';
import { offer } from '@/db/schema/offers';
import type { CompanyId } from '@/domain/companies/input';
import { listDrafts } from '@/domain/drafts/queries';
import { countBoard, listBoard, listHistory, listUnanswered } from '@/domain/offers/dashboard';
import { callRoll, pauseSilent } from '@/domain/rollcall/commands';
import { findTimeToAnswer } from '@/domain/rollcall/queries';
import { DEFAULT_SETTINGS } from '@/domain/settings/settings';
import { DEMO_EMPLOYER, seedDemoPeople } from './demo-people';
import { seedDemo } from './demo-seed';
import { useTestDatabase } from './testing/database';

const test = useTestDatabase();
const now = new Date('2026-03-04T15:00:00Z');
let companyId: CompanyId;
let userId: string;

beforeAll(async () => {
  await seedDemo(test.db, now);
  await seedDemoPeople(test.db, now);
  const [member] = await test.db
    .select({ companyId: companyMember.companyId, userId: companyMember.userId })
    .from(companyMember)
    .innerJoin(appUser, eq(appUser.id, companyMember.userId))
    .where(eq(appUser.email, DEMO_EMPLOYER.email));
  companyId = (member?.companyId ?? 0) as CompanyId;
  userId = member?.userId ?? '';
}, 120_000);

it('gives the employer a question that waits, one that was not answered in time, and a draft', async () => {
  const questions = await listUnanswered(test.db, companyId);
  expect(questions.map(({ isSilent }) => isSilent).sort()).toEqual([false, true]);
  const scope = { author: null, userId, companies: [companyId], actingFor: companyId };
  expect(await listDrafts(test.db, scope)).toHaveLength(1);
  expect((await findTimeToAnswer(test.db, companyId)) ?? 0).toBeGreaterThan(3_600);
});

it('counts visitors as there might be', async () => {
  const { views, applies, groups } = await countBoard(test.db, companyId, now);
  expect(groups.live).toBeGreaterThan(5);
  expect(views.now).toBeGreaterThan(1_000);
  expect(views.before).toBeGreaterThan(500);
  expect(applies.now / views.now).toBeGreaterThan(0.02);
  expect(applies.now / views.now).toBeLessThan(0.1);
  const offers = await listBoard(test.db, companyId, { page: 1 }, now);
  for (const { publishedAt, daily } of offers) {
    const age = Math.ceil((now.getTime() - Date.parse(publishedAt ?? '')) / 86_400_000);
    expect(daily.filter((views) => views > 0).length).toBeLessThanOrEqual(age + 1);
  }
});

it('tells a history in which nothing happens before it can', async () => {
  const offers = await test.db.select().from(offer).where(eq(offer.companyId, companyId));
  for (const { id, source, state, publishedAt } of offers) {
    expect(source).toBe('employer');
    const history = (await listHistory(test.db, id)).reverse();
    expect(history[0]?.type).toBe('offer.published');
    expect(Date.parse(history.at(-1)?.at ?? '')).toBeLessThanOrEqual(now.getTime());
    if (state === 'live') expect(publishedAt?.getTime()).toBeLessThan(now.getTime());
  }
});

it('goes on by the rules: nobody else is asked at once, and silence counts', async () => {
  const link = { siteUrl: 'http://localhost:3000', secret: 'secret' };
  expect(await callRoll(test.db, link, DEFAULT_SETTINGS, now)).toBe(0);
  expect(await pauseSilent(test.db, link, DEFAULT_SETTINGS, now)).toBe(0);
  const later = new Date(now.getTime() + 6 * 86_400_000);
  expect(await pauseSilent(test.db, link, DEFAULT_SETTINGS, later)).toBe(1);
});

it('is the demo’s largest company, as before', async () => {
  const [largest] = await test.db.execute<{ id: number }>(sql`
    select c.id from ${company} c join ${offer} o on o.company_id = c.id group by 1 order by count(*) desc, 1 limit 1`);
  expect(largest?.id).toBe(companyId);
});
