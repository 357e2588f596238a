import { describe, expect, it } from 'vitest';
import type { Views } from '@/domain/offers/views';
import { openTally } from './tally';

const noon = new Date('2026-03-02T12:00:00Z');
const reader = (n: number, offerId = 1) => ({ offerId, address: `192.0.2.${n}`, userAgent: 'Mozilla/5.0' });
/** Longer than any test: only `hurry` writes. */
const LATER = 1_000_000;

function open() {
  const written: Views[][] = [];
  const tally = openTally(async (views) => void written.push(views), LATER);
  return { written, tally };
}

describe('the tally of views', () => {
  it('writes all that came in one go', async () => {
    const { written, tally } = open();
    const stored = [1, 2, 3].map((n) => tally.add(reader(n), noon));
    stored.push(tally.add(reader(1, 2), noon));
    expect(written).toEqual([]);
    tally.hurry();
    await Promise.all(stored);
    expect(written).toEqual([
      [
        { offerId: 1, day: '2026-03-02', views: 3 },
        { offerId: 2, day: '2026-03-02', views: 1 },
      ],
    ]);
  });

  it('counts a reader once a day for each offer', async () => {
    const { written, tally } = open();
    const first = tally.add(reader(1), noon);
    await tally.add(reader(1), new Date('2026-03-02T23:59:59Z'));
    const other = tally.add({ ...reader(1), userAgent: 'Mozilla/5.0 (another browser there)' }, noon);
    const tomorrow = tally.add(reader(1), new Date('2026-03-03T00:00:00Z'));
    tally.hurry();
    await Promise.all([first, other, tomorrow]);
    expect(written.flat()).toEqual([
      { offerId: 1, day: '2026-03-02', views: 2 },
      { offerId: 1, day: '2026-03-03', views: 1 },
    ]);
  });

  it('does not believe a client that reads a thousand offers an hour', async () => {
    const { written, tally } = open();
    const stored = Array.from({ length: 1_500 }, (_, n) => tally.add(reader(1, n + 1), noon));
    stored.push(tally.add(reader(2), noon));
    tally.hurry();
    await Promise.all(stored);
    expect(written.flat().reduce((sum, { views }) => sum + views, 0)).toBe(1_001);
  });

  it('keeps what could not be written for the next time', async () => {
    const written: Views[][] = [];
    let away = true;
    const tally = openTally(async (views) => {
      if (away) throw new Error('no database');
      written.push(views);
    }, LATER);
    const lost = tally.add(reader(1), noon);
    tally.hurry();
    await expect(lost).rejects.toThrow('no database');
    away = false;
    const stored = tally.add(reader(2), noon);
    tally.hurry();
    await stored;
    expect(written).toEqual([[{ offerId: 1, day: '2026-03-02', views: 2 }]]);
  });
});
