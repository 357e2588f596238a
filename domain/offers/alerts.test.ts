import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { createCompany, createOffer } from '@/db/factories';
import { offerDebut } from '@/db/schema/alerts';
import { useTestDatabase } from '@/dev/testing/database';
import type { CompanyId } from '@/domain/companies/input';
import { DEFAULT_SETTINGS } from '@/domain/settings/settings';
import { saveOffers } from './commands';
import { pauseOffer, publishOffer, resumeOffer } from './lifecycle';
import type { OfferRecord } from './record';

const test = useTestDatabase();
const NOW = new Date('2026-03-02T12:00:00Z');
const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);

beforeEach(async () => {
  await test.db.execute(sql`truncate offer_debut`);
  await test.db.execute(sql`delete from graphile_worker._private_jobs`);
});

const debuts = () => test.db.select({ id: offerDebut.offerId, at: offerDebut.at }).from(offerDebut);
const jobs = async () => {
  const rows = await test.db.execute<{ key: string; runAt: string }>(sql`
    select key, run_at as "runAt" from graphile_worker.jobs where task_identifier = 'match-alerts'`);
  return rows.map(({ key, runAt }) => ({ key, runAt: Date.parse(runAt) }));
};

const record = (sourceId: string, title = 'Backend developer'): OfferRecord => ({
  source: 'board',
  sourceId,
  company: { name: 'Acme', domain: 'acme.example', website: null, logoUrl: null },
  title,
  descriptionHtml: '<p>Build the ledger.</p>',
  role: 'backend',
  seniority: null,
  workplace: 'remote',
  workplaceNote: null,
  partTime: false,
  featured: false,
  skills: [],
  places: [],
  pay: [],
  apply: { url: 'https://board.example/1' },
  // As boards do, which tell when they heard of it first.
  publishedAt: later(-100),
  expiresAt: null,
});
const context = (now: Date) => ({
  now,
  actor: 'import:board',
  rates: new Map<string, number>(),
  settings: DEFAULT_SETTINGS,
});

it('an offer is news when its employer publishes it, and no more when it comes back', async () => {
  const { id: companyId } = await createCompany(test.db);
  const scope = { companyId: companyId as CompanyId };
  const { id } = await createOffer(test.db, {
    companyId,
    state: 'draft',
    publishedAt: null,
    expiresAt: null,
  });
  await publishOffer(test.db, id, { now: NOW, actor: 'system', days: 30 });
  expect(await debuts()).toEqual([{ id, at: NOW }]);
  await test.db.execute(sql`delete from graphile_worker._private_jobs`);
  await pauseOffer(test.db, scope, id, { now: later(1), actor: 'system' });
  await resumeOffer(test.db, scope, id, { now: later(2), actor: 'system' });
  expect(await debuts()).toEqual([{ id, at: NOW }]);
  expect(await jobs()).toEqual([]);
});

it('an imported offer is news when it arrives, however old it is, and not when it is edited or listed again', async () => {
  const { created } = await saveOffers(test.db, [record('1'), record('2')], context(NOW));
  const known = (await debuts()).sort((a, b) => a.id - b.id);
  expect(known).toEqual(created.sort((a, b) => a - b).map((id) => ({ id, at: NOW })));
  await saveOffers(test.db, [record('1'), record('2', 'Backend developer, trains')], context(later(1)));
  expect(await debuts()).toHaveLength(2);
});

it('what is published in a row is matched together, without waiting for an end of it', async () => {
  await saveOffers(test.db, [record('a')], context(NOW));
  const [first] = await jobs();
  await saveOffers(test.db, [record('b')], context(NOW));
  expect(await jobs()).toEqual([first]);
});

it('nothing is matched where the publication was undone', async () => {
  const undone = test.db.transaction(async (tx) => {
    await saveOffers(tx, [record('z')], context(NOW));
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await debuts()).toEqual([]);
  expect(await jobs()).toEqual([]);
});
