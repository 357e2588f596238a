import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseRollLines, payScale, type RollEntry, rollCells, rollFortnights } from './rules';

describe('payScale', () => {
  test('ends at the next whole ten thousand', () => {
    expect(payScale(141_300)).toEqual({ min: 0, max: 150_000 });
    expect(payScale(140_000)).toEqual({ min: 0, max: 140_000 });
  });

  test('has room even where nothing was counted', () => {
    expect(payScale(undefined)).toEqual({ min: 0, max: 100_000 });
    expect(payScale(0).max).toBeGreaterThan(0);
  });
});

describe('the roll', () => {
  const now = new Date('2026-11-21T13:00:00Z');
  const entry: RollEntry = {
    slug: 'backend-1',
    title: 'Backend developer',
    company: 'Tarnica',
    closed: false,
    publishedAt: '2026-10-01T09:00:00Z',
    closedAt: null,
    answers: [
      { at: '2026-10-15T09:00:00Z', answer: 'open' },
      { at: '2026-10-29T09:00:00Z', answer: 'silent' },
      { at: '2026-11-06T09:00:00Z', answer: 'open' },
    ],
  };

  test('fortnights follow each other and end with today', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        (at) => {
          const fortnights = rollFortnights(at);
          const last = fortnights.at(-1);
          expect(Date.parse(last?.until ?? '') - at.getTime()).toBeLessThanOrEqual(86_400_000);
          expect(Date.parse(last?.until ?? '')).toBeGreaterThan(at.getTime());
          for (const [index, fortnight] of fortnights.entries()) {
            expect(Date.parse(fortnight.until) - Date.parse(fortnight.from)).toBe(14 * 86_400_000);
            if (index > 0) expect(fortnight.from).toBe(fortnights[index - 1]?.until);
          }
        },
      ),
    );
  });

  test('says the last thing that happened in a fortnight', () => {
    // Fortnights begin on 13 Sep, 27 Sep, 11 Oct, 25 Oct and 8 Nov.
    expect(rollCells(entry, rollFortnights(now))).toEqual(['absent', 'new', 'open', 'open', 'none']);
  });

  test('shows silence and the end, and nothing after it', () => {
    const closed: RollEntry = {
      ...entry,
      closed: true,
      closedAt: '2026-11-05T00:00:00Z',
      answers: entry.answers.slice(0, 1),
    };
    expect(rollCells(closed, rollFortnights(now))).toEqual(['absent', 'new', 'open', 'closed', 'absent']);
    const silent = { ...entry, answers: entry.answers.slice(0, 2) };
    expect(rollCells(silent, rollFortnights(now)).at(3)).toBe('silent');
  });

  test('is explained by different histories, the closed one last', () => {
    const fortnights = rollFortnights(now);
    const same = { ...entry, title: 'Same' };
    const silent = { ...entry, title: 'Silent', answers: entry.answers.slice(0, 2) };
    const gone = {
      ...entry,
      title: 'Gone',
      company: 'Ostro',
      closed: true,
      closedAt: '2026-11-10T00:00:00Z',
    };
    const fresh = { ...entry, title: 'Fresh', publishedAt: '2026-11-20T00:00:00Z', answers: [] };
    const titles = (entries: RollEntry[], count: number) =>
      chooseRollLines(entries, fortnights, count).map((line) => line.title);
    expect(titles([entry, same, gone, silent, fresh], 3)).toEqual([entry.title, 'Silent', 'Gone']);
    expect(titles([entry, same, gone, silent, fresh], 4)).toEqual([entry.title, 'Same', 'Silent', 'Gone']);
    expect(titles([entry, silent, { ...gone, company: entry.company }], 3)).toEqual([entry.title, 'Silent']);
    expect(titles([entry, same], 1)).toEqual([entry.title]);
    expect(titles([fresh], 5)).toEqual([]);
  });
});
