import { describe, expect, it } from 'vitest';
import { makePace } from './pace';
import { makeStake } from './stake';

describe('makePace', () => {
  it('lets so many a second to one domain, and says when the others’ turn is', () => {
    let now = 1_000_000;
    const pace = makePace({ rate: 0, domainRate: 10 }, () => now);
    const turns = Array.from({ length: 8 }, (_, n) => pace.turnOf(`reader-${n}@one.example`));
    expect(turns.slice(0, 5)).toEqual([null, null, null, null, null]);
    expect(turns.slice(5).map((at) => (at?.getTime() ?? 0) - now)).toEqual([600, 700, 800]);
    expect(pace.turnOf('reader@two.example')).toBeNull();
    now += 600;
    expect(pace.turnOf('reader-5@one.example')).toBeNull();
  });

  it('has no limit where there is none', () => {
    const pace = makePace({ rate: 0, domainRate: 0 });
    for (let n = 0; n < 100; n++) expect(pace.turnOf('reader@one.example')).toBeNull();
  });
});

describe('makeStake', () => {
  it('lets in no more than it may, in turn', async () => {
    const enter = makeStake(2);
    const order: number[] = [];
    let inside = 0;
    let most = 0;
    const tasks = Array.from({ length: 10 }, async (_, n) => {
      const leave = await enter();
      order.push(n);
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((later) => setImmediate(later));
      inside -= 1;
      leave();
    });
    await Promise.all(tasks);
    expect(most).toBe(2);
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
