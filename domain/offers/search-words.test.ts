import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createCompany, createOffer } from '@/db/factories';
import { useTestDatabase } from '@/dev/testing/database';
import { NO_FILTERS, parseOfferFilters } from './input';
import { searchOffers } from './search';
import { indexOffers } from './search-index';
import { editDistance } from './search-words';

const NOW = new Date('2026-11-20T12:00:00Z');
const database = useTestDatabase();

beforeAll(async () => {
  const { db } = database;
  const acme = await createCompany(db, { name: 'Żubr Kolejowy' });
  const made = [
    await createOffer(db, { title: 'Kubernetes engineer', skills: ['kubernetes'], publishedAt: NOW }),
    await createOffer(db, { title: 'Python developer', skills: ['python'], publishedAt: NOW }),
    await createOffer(db, {
      title: 'C++ developer',
      skills: ['c-plus-plus'],
      companyId: acme.id,
      publishedAt: NOW,
    }),
    await createOffer(db, { title: 'Java developer', skills: ['java'], publishedAt: NOW }),
  ];
  await indexOffers(
    db,
    made.map(({ id }) => id),
  );
});

const find = async (q: string) => {
  const { rows, total, corrected } = await searchOffers(database.db, { ...NO_FILTERS, q }, NOW);
  return { titles: rows.map(({ title }) => title).sort(), total, corrected };
};

describe('words', () => {
  it.each([
    ['kuberntes', 'kubernetes', 'Kubernetes engineer'],
    ['pyhton', 'python', 'Python developer'],
    ['jva', 'java', 'Java developer'],
    ['zubr kolejwy', 'zubr kolejowy', 'C++ developer'],
    ['Devloper python', 'developer python', 'Python developer'],
    ['kuberntes -python', 'kubernetes -python', 'Kubernetes engineer'],
  ])('%s is corrected to %s', async (q, corrected, title) => {
    expect(await find(q)).toEqual({ titles: [title], total: 1, corrected });
  });

  it('the last one is taken as a beginning where nothing else fits', async () => {
    expect(await find('kuber')).toEqual({ titles: ['Kubernetes engineer'], total: 1, corrected: null });
    expect(await find('python devel')).toEqual({ titles: ['Python developer'], total: 1, corrected: null });
  });

  it('known ones stay as they are, even where they find nothing together', async () => {
    expect(await find('java python kubernetes')).toEqual({ titles: [], total: 0, corrected: null });
  });

  it('are found by other names of a skill, with and without accents, and where the parser would cut them', async () => {
    expect((await find('k8s')).titles).toEqual(['Kubernetes engineer']);
    expect((await find('ŻUBR')).titles).toEqual(['C++ developer']);
    expect((await find('c++')).titles).toEqual(['C++ developer']);
    expect((await find('java or python')).titles).toEqual(['Java developer', 'Python developer']);
    expect((await find('"python developer"')).titles).toEqual(['Python developer']);
    expect((await find('"engineer python"')).titles).toEqual([]);
  });

  it('may be anything at all', async () => {
    // biome-ignore format: a list
    const odd = [
      "'", '"', '"unfinished', '""', '-', '--', '- -', '!', '&', '|', '(', ':*', "a:*|b'", '<->', '\\', '%', '_', '%%%',
      "'; drop table offer; --", 'or', 'OR or', '-or', 'a'.repeat(200), 'é'.repeat(100), '𝒜𝓁𝓁', '🦆', '田中さん',
      'السلام', 'Ω≈ç√∫', '\u200b', '\u202etest', '../../etc/passwd', '<script>alert(1)</script>', '{{7*7}}',
      'NaN', '1e999', '0x0', 'null', 'undefined', 'c++ c# .net', '+++', '#', '.js', 'a-b-c-d', '-a-b', '"a b" -"c d"',
    ];
    for (const q of odd) {
      const filters = parseOfferFilters({ q });
      const { total } = await searchOffers(database.db, filters, NOW);
      expect(total).toBeGreaterThanOrEqual(0);
    }
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 30 }), async (q) => {
        const { total } = await searchOffers(database.db, parseOfferFilters({ q }), NOW);
        expect(total).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 30 },
    );
  });
});

describe('editDistance', () => {
  it.each([
    ['java', 'java', 0],
    ['java', 'jva', 1],
    ['python', 'pyhton', 1],
    ['kubernetes', 'kuberntes', 1],
    ['go', '', 2],
    ['abc', 'cab', 2],
  ])('of %s and %s is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  it('is the same both ways, and at most the longer length', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max([...a].length, [...b].length));
        expect(editDistance(a, a)).toBe(0);
      }),
    );
  });
});
