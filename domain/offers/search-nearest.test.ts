import { beforeAll, describe, expect, it } from 'vitest';
import { createOffer, createPlace } from '@/db/factories';
import { useTestDatabase } from '@/dev/testing/database';
import { NO_FILTERS } from './input';
import { indexOffers } from './search-index';
import { nearestSearch } from './search-nearest';

const NOW = new Date('2026-11-20T12:00:00Z');
const database = useTestDatabase();

beforeAll(async () => {
  const { db } = database;
  const city = await createPlace(db, { slug: 'lodz' });
  const offers = [
    { role: 'qa', skills: ['java'] },
    { role: 'qa', skills: ['java'] },
    { role: 'backend', skills: ['java'], places: [city.id] },
    { role: 'game', workplace: 'remote' as const },
  ];
  const ids: number[] = [];
  for (const fields of offers) ids.push((await createOffer(db, { ...fields, publishedAt: NOW })).id);
  await indexOffers(db, ids);
});

const nearest = (filters: Partial<typeof NO_FILTERS>) =>
  nearestSearch(database.db, { ...NO_FILTERS, ...filters }, NOW);

describe('nearestSearch', () => {
  it('leaves out one filter, the most offers first, and starts at page 1', async () => {
    const found = await nearest({ role: ['qa'], skill: ['java'], city: ['lodz'], page: 7 });
    expect(found.map(({ dropped, total }) => ({ dropped, total }))).toEqual([
      { dropped: ['city'], total: 2 },
      { dropped: ['role'], total: 1 },
    ]);
    expect(found[0]?.filters).toEqual({ ...NO_FILTERS, role: ['qa'], skill: ['java'] });
  });

  it('leaves out two where one does not help', async () => {
    const found = await nearest({ role: ['game'], skill: ['java'], city: ['lodz'], workplace: ['remote'] });
    expect(found.map(({ dropped }) => dropped)).toEqual([
      ['role', 'workplace'],
      ['skill', 'city'],
    ]);
  });

  it('knows nothing nearer than the bare list for one filter', async () => {
    expect(await nearest({ q: 'zzzzz' })).toEqual([]);
  });
});
