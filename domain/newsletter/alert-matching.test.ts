import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createCompany,
  createOffer,
  createPlace,
  createSkill,
  createSubscriber,
  createSubscription,
  yearlyEur,
} from '@/db/factories';
import { alertFind, alertSearch, offerDebut } from '@/db/schema/alerts';
import { offer } from '@/db/schema/offers';
import { skill } from '@/db/schema/roles';
import { skillRedirect } from '@/db/schema/texts';
import { useTestDatabase } from '@/dev/testing/database';
import { forgetSkillOfAlerts, noteDebuts } from '@/domain/offers/alerts';
import {
  CONTRACTS,
  NO_FILTERS,
  type OfferFilters,
  PAGE_SIZE,
  SENIORITIES,
  WORKPLACES,
} from '@/domain/offers/input';
import { searchOffers } from '@/domain/offers/search';
import { indexOffers } from '@/domain/offers/search-index';
import { foundBy, inBatches, matchAlerts } from './alert-matching';
import { wordsNeeded } from './alert-searches';
import { alertQuery, parseAlertQuery } from './input';

const NOW = new Date('2026-11-20T12:00:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const test = useTestDatabase();

/** Words that mean nothing and have no stem but themselves. */
const WORDS = ['zorn', 'kulta', 'brix', 'glab', 'quop'];
const ROLES = ['backend', 'frontend', 'qa', 'other'];
const SKILLS = ['java', 'python', 'react', 'go'];

async function makeAlert(
  query: string,
  fields: Parameters<typeof createSubscription>[2] = {},
): Promise<number> {
  const reader = await createSubscriber(test.db);
  const alert = await createSubscription(test.db, reader.id, {
    kind: 'alert',
    query,
    filters: parseAlertQuery(query),
    frequency: 'instant',
    confirmedAt: NOW,
    ...fields,
  });
  return alert.id;
}

async function publish(fields: Parameters<typeof createOffer>[1] = {}, at = NOW): Promise<number> {
  const { id } = await createOffer(test.db, { publishedAt: at, ...fields });
  await indexOffers(test.db, [id]);
  await noteDebuts(test.db, [id], at);
  return id;
}

/** The offers found for each alert, in the order of their ids. */
async function finds(alert: number): Promise<number[]> {
  const rows = await test.db.execute<{ id: number }>(sql`
    select unnest(f.offers) as id from subscription s join alert_find f on f.search_id = s.search_id
    where s.id = ${alert} order by 1`);
  return rows.map(({ id }) => id);
}

describe('on a market of random offers', () => {
  beforeAll(async () => {
    const { db } = test;
    const companies = await Promise.all(
      ['Glab', 'Harbour Quop', 'North'].map((name, n) => createCompany(db, { name, slug: `firm-${n}` })),
    );
    const cities = await Promise.all(
      [
        ['aville', 'PL'],
        ['beton', 'PL'],
        ['cetown', 'DE'],
      ].map(([slug = '', countryCode = '']) => createPlace(db, { slug, name: slug, countryCode })),
    );
    await createPlace(db, { kind: 'country', slug: 'germany-x', name: 'Germany', countryCode: 'DE' });
    await createPlace(db, { kind: 'country', slug: 'poland-x', name: 'Poland', countryCode: 'PL' });
    const sample = fc.sample(
      fc.record({
        title: fc.subarray(WORDS, { maxLength: 3 }),
        companyId: fc.constantFrom(...companies.map(({ id }) => id)),
        description: fc.array(fc.constantFrom(...WORDS, 'and'), { maxLength: 6 }),
        role: fc.constantFrom(...ROLES),
        skills: fc.subarray(SKILLS),
        seniority: fc.constantFrom(null, ...SENIORITIES),
        workplace: fc.constantFrom(...WORKPLACES),
        contracts: fc.subarray([...CONTRACTS], { maxLength: 3 }),
        salary: fc.option(fc.integer({ min: 9_000, max: 260_000 })),
        places: fc.subarray(
          cities.map(({ id }) => id),
          { maxLength: 2 },
        ),
        featured: fc.boolean(),
        isOpen: fc.constantFrom(true, true, true, true, false),
      }),
      { numRuns: 70, seed: 4 },
    );
    const ids: number[] = [];
    for (const { title, description, contracts, salary, isOpen, ...one } of sample) {
      const { id } = await createOffer(db, {
        ...one,
        title: [...title, 'vacancy'].join(' '),
        descriptionHtml: `<p>${description.join(' ')}</p>`,
        publishedAt: NOW,
        expiresAt: isOpen ? later(60) : NOW,
        pay: contracts.map((contract, n) => ({
          contract,
          ...(n === 0 && salary !== null ? yearlyEur(Math.floor(salary / 2), salary) : {}),
        })),
      });
      ids.push(id);
    }
    await indexOffers(db, ids);
    await noteDebuts(db, ids, NOW);
  });

  const anyOf = <T extends string>(...values: T[]) => fc.subarray(values, { minLength: 1, maxLength: 2 });
  const pair = (join: string) =>
    fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...WORDS)).map((words) => words.join(join));
  const parts = {
    q: fc.oneof(
      // Some that are mistyped, begun, ruled out, or not there at all.
      fc.constantFrom(
        ...WORDS,
        'vacancy',
        'kult',
        'brixx',
        '-zorn',
        'developer',
        'the',
        'c++',
        'nothingofthekind',
        "o'",
      ),
      pair(' '),
      pair('-'),
      pair(' ').map((phrase) => `"${phrase}"`),
      pair(' -'),
      pair(' or '),
    ),
    role: anyOf(...ROLES),
    skill: anyOf(...SKILLS, 'rust'),
    seniority: anyOf(...SENIORITIES),
    workplace: anyOf(...WORKPLACES),
    contract: anyOf(...CONTRACTS),
    city: anyOf('aville', 'beton', 'cetown'),
    country: anyOf('pl', 'de'),
    company: anyOf('firm-0', 'firm-1'),
    salaryMin: fc.constantFrom(1, 30_000, 55_555, 100_000, 250_000),
    payStated: fc.boolean(),
  };
  const filters: fc.Arbitrary<OfferFilters> = fc
    .record({
      all: fc.record(parts),
      used: fc.subarray(Object.keys(parts) as (keyof typeof parts)[], { maxLength: 3 }),
    })
    .map(({ all, used }) => ({ ...NO_FILTERS, ...Object.fromEntries(used.map((key) => [key, all[key]])) }));

  async function shownBy(asked: OfferFilters): Promise<number[]> {
    const ids: number[] = [];
    for (let page = 1; ; page++) {
      const { rows, pages } = await searchOffers(test.db, { ...asked, page }, NOW, { facets: false });
      ids.push(...rows.map(({ id }) => id));
      if (page >= pages || rows.length < PAGE_SIZE) return ids.sort((a, b) => a - b);
    }
  }

  it('an alert finds just what the page of its search shows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(filters, { minLength: 20, maxLength: 30 }), async (asked) => {
        await test.db.execute(sql`truncate subscriber, alert_search, alert_find, alert_batch cascade`);
        await test.db.update(offerDebut).set({ matchedAt: null });
        const alerts = new Map<number, OfferFilters>();
        for (const one of asked) alerts.set(await makeAlert(alertQuery(one)), one);
        await matchAlerts(test.db, NOW);
        for (const [alert, one] of alerts) {
          expect([alertQuery(one), ...(await finds(alert))]).toEqual([
            alertQuery(one),
            ...(await shownBy(one)),
          ]);
        }
      }),
      { numRuns: 8 },
    );
  }, 120_000);
});

describe('an offer', () => {
  beforeEach(async () => {
    await test.db.execute(
      sql`truncate subscriber, alert_search, alert_find, alert_batch, offer_debut cascade`,
    );
  });

  it('is matched once, whatever becomes of it', async () => {
    const alert = await makeAlert('role=backend');
    const id = await publish();
    expect(await matchAlerts(test.db, later(1))).toBe(1);
    await noteDebuts(test.db, [id], later(2));
    await indexOffers(test.db, [id]);
    expect(await matchAlerts(test.db, later(3))).toBe(0);
    expect(await finds(alert)).toEqual([id]);
  });

  it('that was taken off the list at once is matched when it is back', async () => {
    const alert = await makeAlert('role=backend');
    const id = await publish({ state: 'paused' });
    await matchAlerts(test.db, later(1));
    expect(await finds(alert)).toEqual([]);
    await test.db.update(offer).set({ state: 'live' }).where(eq(offer.id, id));
    await indexOffers(test.db, [id]);
    await matchAlerts(test.db, later(60));
    expect(await finds(alert)).toEqual([id]);
  });

  it('that was closed before anybody was told is never news', async () => {
    const alert = await makeAlert('role=backend');
    const id = await publish({ state: 'expired' });
    await matchAlerts(test.db, later(1));
    await test.db.update(offer).set({ state: 'live' }).where(eq(offer.id, id));
    await indexOffers(test.db, [id]);
    await matchAlerts(test.db, later(2));
    expect(await finds(alert)).toEqual([]);
  });

  it('is matched again as a whole where the worker was stopped in the middle', async () => {
    const alert = await makeAlert('role=backend');
    const id = await publish();
    const stopped = test.db.transaction(async (tx) => {
      await matchAlerts(tx, later(1));
      throw new Error('stopped');
    });
    await expect(stopped).rejects.toThrow('stopped');
    expect(await finds(alert)).toEqual([]);
    await matchAlerts(test.db, later(2));
    expect(await finds(alert)).toEqual([id]);
  });

  it('is found once by two workers at a time', async () => {
    const alert = await makeAlert('role=backend');
    const ids = [await publish(), await publish(), await publish()];
    await Promise.all([matchAlerts(test.db, later(1)), matchAlerts(test.db, later(1))]);
    expect(await finds(alert)).toEqual(ids);
  });

  it('is never in a batch that is older than one that is there', async () => {
    await makeAlert('role=backend');
    await publish();
    await matchAlerts(test.db, later(5));
    await publish();
    // A worker whose clock is slow.
    await matchAlerts(test.db, later(1));
    const batches = await test.db.execute<{ at: string }>(sql`select at from alert_batch order by id`);
    const times = batches.map(({ at }) => Date.parse(at));
    expect(times).toHaveLength(2);
    expect(times[1]).toBeGreaterThan(times[0] ?? 0);
  });
});

describe('a search', () => {
  beforeEach(async () => {
    await test.db.execute(
      sql`truncate subscriber, alert_search, alert_find, alert_batch, offer_debut cascade`,
    );
  });

  it('is kept once for all who have it, and not for those who have left', async () => {
    await makeAlert('role=backend');
    await makeAlert('role=backend');
    await makeAlert('role=qa', { state: 'ended', endedAt: NOW });
    await makeAlert('role=frontend', { state: 'pending', confirmedAt: null });
    await matchAlerts(test.db, NOW);
    const searches = await test.db.select({ query: alertSearch.query }).from(alertSearch);
    expect(searches).toEqual([{ query: 'role=backend' }]);
  });

  it('finds nothing where what it names is gone, rather than everything', async () => {
    const alert = await makeAlert('skill=long-forgotten');
    const both = await makeAlert('skill=java&skill=long-forgotten');
    const id = await publish({ skills: ['java'] });
    await matchAlerts(test.db, later(1));
    expect(await finds(alert)).toEqual([]);
    expect(await finds(both)).toEqual([id]);
  });

  it('follows a skill that is merged into another', async () => {
    const { db } = test;
    const old = await createSkill(db, { slug: 'former-tool' });
    await createSkill(db, { slug: 'latter-tool' });
    const alert = await makeAlert('skill=former-tool');
    const both = await makeAlert('skill=former-tool&skill=latter-tool');
    const before = await publish({ skills: ['former-tool'] });
    await matchAlerts(db, later(1));
    await db.transaction(async (tx) => {
      const [target] = await tx.select().from(skill).where(eq(skill.slug, 'latter-tool'));
      await tx.execute(sql`update offer_skill set skill_id = ${target?.id} where skill_id = ${old.id}`);
      await tx.delete(skill).where(eq(skill.id, old.id));
      await tx.insert(skillRedirect).values({ slug: 'former-tool', skillId: target?.id ?? 0 });
      await forgetSkillOfAlerts(tx, old.id);
      await indexOffers(tx, [before]);
    });
    const after = await publish({ skills: ['latter-tool'] });
    await matchAlerts(db, later(2));
    expect(await finds(alert)).toEqual([before, after]);
    expect(await finds(both)).toEqual([before, after]);
  });

  it('is looked at for few of the offers', async () => {
    await makeAlert('role=backend&city=nowhere-at-all');
    await makeAlert('q=zorn&role=qa');
    const id = await publish();
    await matchAlerts(test.db, later(1));
    const [row] = await test.db.execute<{ pairs: number }>(sql`
      with ${foundBy([id])} select count(*)::int as pairs from candidate`);
    expect(row?.pairs).toBe(0);
    expect(await test.db.select().from(alertFind)).toEqual([]);
  });
});

it.each([
  ["'zorn'", { words: ['zorn'], all: true }],
  ["'zorn' & 'kulta'", { words: ['zorn', 'kulta'], all: true }],
  ["'zorn' <-> 'kulta' | 'brix'", { words: ['zorn', 'kulta', 'brix'], all: false }],
  ["'o''neil' & 'back\\\\slash'", { words: ["o'neil", 'back\\slash'], all: true }],
  ["'zor':*", null],
  ['T', null],
  ['', null],
])('without which words no text passes %s', (tree, needed) => {
  expect(wordsNeeded(tree)).toEqual(needed);
});

it('batches wait for each other', async () => {
  const order: string[] = [];
  const first = inBatches(test.db, async () => {
    order.push('first begins');
    await new Promise((resolve) => setTimeout(resolve, 50));
    order.push('first ends');
  });
  await new Promise((resolve) => setTimeout(resolve, 10));
  await Promise.all([first, inBatches(test.db, async () => void order.push('second'))]);
  expect(order).toEqual(['first begins', 'first ends', 'second']);
});
