import { beforeAll, describe, expect, it } from 'vitest';
import { createCompany, createOffer } from '@/db/factories';
import { useTestDatabase } from '@/dev/testing/database';
import { indexOffers } from './search-index';
import { similarOffers } from './similar';

const NOW = new Date('2026-11-20T12:00:00Z');
const database = useTestDatabase();
const ids = new Map<string, number>();

beforeAll(async () => {
  const { db } = database;
  const own = await createCompany(db);
  const base = { role: 'backend', publishedAt: NOW, seniority: 'senior' as const };
  const offers: Record<string, Parameters<typeof createOffer>[1]> = {
    original: { ...base, companyId: own.id, skills: ['java', 'kafka', 'elixir'], state: 'expired' },
    rare: { ...base, skills: ['elixir', 'java'] },
    common: { ...base, skills: ['java'] },
    'common, junior': { ...base, skills: ['java'], seniority: 'junior' },
    unlike: { ...base, skills: ['php'], seniority: null },
    'same company': { ...base, companyId: own.id, skills: ['java', 'kafka', 'elixir'] },
    'other role': { ...base, role: 'qa', skills: ['java', 'kafka', 'elixir'] },
    paused: { ...base, skills: ['java', 'kafka', 'elixir'], state: 'paused' },
    'past its date': { ...base, skills: ['java', 'kafka', 'elixir'], expiresAt: NOW },
  };
  for (const [name, fields] of Object.entries(offers)) ids.set(name, (await createOffer(db, fields)).id);
  // So that Java is common.
  const many: number[] = [];
  for (let n = 0; n < 20; n++)
    many.push((await createOffer(db, { role: 'qa', skills: ['java'], publishedAt: NOW })).id);
  await indexOffers(db, [...ids.values(), ...many]);
});

async function namesOf(name: string, limit: number): Promise<(string | undefined)[]> {
  const rows = await similarOffers(database.db, ids.get(name) ?? 0, limit, NOW);
  return rows.map(({ id }) => [...ids].find(([, own]) => own === id)?.[0]);
}

describe('similarOffers', () => {
  it('gives live ones of the role, the most telling skills first, its own company last', async () => {
    expect(await namesOf('original', 10)).toEqual([
      'rare',
      'common',
      'common, junior',
      'unlike',
      'same company',
    ]);
  });

  it('gives no more than asked for, and never the offer itself', async () => {
    expect(await namesOf('rare', 2)).toEqual(['same company', 'common']);
  });

  it('gives nothing for an offer that is not there', async () => {
    expect(await similarOffers(database.db, 999_999, 5, NOW)).toEqual([]);
  });
});
