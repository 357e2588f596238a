import { eq, inArray, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { connect, type Db } from '@/db/client';
import { createCompany, createOffer, createPlace, yearlyEur } from '@/db/factories';
import { offer, offerPay, offerSkill } from '@/db/schema/offers';
import { role } from '@/db/schema/roles';
import { useTestDatabase } from '@/dev/testing/database';
import { COUNT_CAP } from './search-counts';
import { indexOffers, rebuildSearch, settleSearch } from './search-index';

const database = useTestDatabase();

/** Everything the search tables hold, in an order of its own. */
async function searchState(db: Db) {
  return {
    search: await db.execute(sql`
      select id, company, published, expires, salary, featured, outside_it,
        array(select unnest(facets) order by 1) as facets
      from offer_search order by id`),
    text: await db.execute(sql`
      select id, company, published, expires, salary, featured, outside_it,
        array(select unnest(facets) order by 1) as facets, head, words, tsv
      from offer_text order by id`),
    counts: await db.execute(sql`select facet, offers from facet_count where offers <> 0 order by facet`),
    terms: await db.execute(sql`select word, offers from term order by word`),
  };
}

async function keptPairs(db: Db) {
  return db.execute(
    sql`select frequent, facet, offers from facet_pair where offers <> 0 order by frequent, facet`,
  );
}

const ROLES = ['backend', 'qa', 'other'];
const SKILLS = ['java', 'go', 'c-plus-plus', 'react'];

describe('indexOffers', () => {
  let roles: Map<string, number>;
  let skills: Map<string, number>;

  beforeAll(async () => {
    const { db } = database;
    roles = new Map((await db.select().from(role)).map(({ slug, id }) => [slug, id]));
    const rows = await db.execute<{ slug: string; id: number }>(sql`select slug, id from skill`);
    skills = new Map(rows.map(({ slug, id }) => [slug, id]));
  });

  it('leaves the same state as building all anew, whatever becomes of offers', async () => {
    const { db } = database;
    const place = await createPlace(db);
    const company = await createCompany(db, { name: 'Zażółć & Söhne' });
    const ids: number[] = [];
    for (let n = 0; n < 12; n++) {
      const made = await createOffer(db, {
        companyId: company.id,
        places: n % 2 ? [place.id] : [],
        skills: ['java'],
      });
      ids.push(made.id);
    }
    await indexOffers(db, ids);

    const change = fc.record({
      ids: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 4 }),
      what: fc.oneof(
        fc.record({ state: fc.constantFrom('live' as const, 'paused' as const, 'expired' as const) }),
        fc.record({ title: fc.constantFrom('C++ wizard', 'Node.js and .NET', 'Плотник', '木匠', 'Ärzt') }),
        fc.record({ featured: fc.boolean() }),
        fc.record({ role: fc.constantFrom(...ROLES) }),
        fc.record({ skills: fc.subarray(SKILLS) }),
        fc.record({ salary: fc.option(fc.integer({ min: 1_000, max: 400_000 })) }),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        for (const { ids: changed, what } of changes) {
          await db.transaction(async (tx) => {
            const those = inArray(offer.id, changed);
            if ('role' in what) {
              await tx
                .update(offer)
                .set({ roleId: roles.get(what.role) ?? 0 })
                .where(those);
            } else if ('skills' in what) {
              await tx.delete(offerSkill).where(inArray(offerSkill.offerId, changed));
              const rows = changed.flatMap((offerId) =>
                what.skills.map((slug, position) => ({ offerId, skillId: skills.get(slug) ?? 0, position })),
              );
              if (rows.length > 0) await tx.insert(offerSkill).values(rows);
            } else if ('salary' in what) {
              await tx.delete(offerPay).where(inArray(offerPay.offerId, changed));
              const figures = what.salary === null ? {} : yearlyEur(1, what.salary);
              await tx
                .insert(offerPay)
                .values(changed.map((offerId) => ({ offerId, contract: 'b2b' as const, ...figures })));
            } else {
              await tx.update(offer).set(what).where(those);
            }
            await indexOffers(tx, changed);
          });
        }
        const kept = await searchState(db);
        await rebuildSearch(db);
        expect(kept).toEqual(await searchState(db));
      }),
      { numRuns: 25, seed: 3 },
    );
  });

  it('takes ids twice, unknown ids and none at all', async () => {
    const { db } = database;
    const { id } = await createOffer(db);
    await indexOffers(db, [id, id, 999_999]);
    await indexOffers(db, []);
    const [row] = await db.execute<{ n: number }>(
      sql`select count(*)::int as n from offer_search where id = ${id}`,
    );
    expect(row?.n).toBe(1);
    await db.delete(offer).where(eq(offer.id, id));
    await indexOffers(db, [id]);
    const gone = await db.execute(sql`select id from offer_search where id = ${id}`);
    expect(gone).toHaveLength(0);
  });

  it('reads the beginning of a description, and less of it outside IT', async () => {
    const { db } = database;
    const words = (from: number) => `${'x '.repeat(from / 2)}word${from}`;
    const descriptionHtml = `<p>${words(100)} ${words(400)} ${words(1_000)}</p>`;
    const inIt = await createOffer(db, { role: 'qa', descriptionHtml });
    const outside = await createOffer(db, { role: 'other', descriptionHtml });
    await indexOffers(db, [inIt.id, outside.id]);
    const holding = async (word: string) => {
      const rows = await db.execute<{ id: number }>(sql`
        select id from offer_text where tsv @@ to_tsquery('rolecall', ${word})
          and id = any(${`{${inIt.id},${outside.id}}`}::int[]) order by id`);
      return rows.map(({ id }) => id);
    };
    expect(await holding('word100')).toEqual([inIt.id, outside.id]);
    expect(await holding('word1000')).toEqual([inIt.id]);
  });

  it.each([
    ['C++ and C#', 'c++', true],
    ['C++ and C#', 'c#', true],
    ['C developer', 'c++', false],
    ['Node.js developer', 'node.js', true],
    ['ASP.NET developer', '.net', true],
    ['CI/CD and UX/UI', 'ui', true],
    ['Zażółć gęślą', 'zazolc', true],
    ['Front-end developer', 'front-end', true],
    ['R&D engineer', 'r&d', true],
    ['IT support', 'it', true],
    ['engineers', 'engineering', true],
  ])('finds in "%s" the words %s: %s', async (title, q, found) => {
    const [row] = await database.db.execute<{ found: boolean }>(sql`
      select to_tsvector('rolecall', search_words(${title}))
        @@ websearch_to_tsquery('rolecall', search_words(${q.replace('-', ' ')})) as found`);
    expect(row?.found).toBe(found);
  });
});

describe('counts of pairs', () => {
  it('begin once a value is frequent, and stay exact from then on', async () => {
    const { db } = database;
    const model = await createOffer(db, { role: 'game' });
    await indexOffers(db, [model.id]);
    const place = await createPlace(db);
    const insert = async (from: number, to: number) => {
      await db.execute(sql`
        insert into offer (slug, company_id, role_id, state, title, description_html, workplace, apply_url, source,
          published_at, expires_at)
        select 'pair-' || n, ${model.companyId}, ${model.roleId}, 'live', 'Tester', '', 
          (array['remote', 'onsite'])[1 + n % 2]::workplace, 'https://example.com', 'employer', now(), now()
        from generate_series(${from}::int, ${to}::int) n`);
      await db.execute(sql`
        insert into offer_place (offer_id, place_id, use, position)
        select id, ${place.id}, 'workplace', 0 from offer where slug like 'pair-%' and id % 3 = 0
        on conflict do nothing`);
      const rows = await db.execute<{ id: number }>(sql`
        select id from offer where slug like 'pair-%' and substr(slug, 6)::int between ${from} and ${to}`);
      await indexOffers(
        db,
        rows.map(({ id }) => id),
      );
    };
    await insert(1, COUNT_CAP - 100);
    expect(await keptPairs(db)).toHaveLength(0);
    await insert(COUNT_CAP - 99, COUNT_CAP + 200);
    await insert(COUNT_CAP + 201, COUNT_CAP + 300);
    const rows = await db.execute<{ id: number }>(sql`
      update offer set state = 'expired' where slug like 'pair-%' and id % 25 = 0 returning id`);
    await indexOffers(
      db,
      rows.map(({ id }) => id),
    );
    const kept = await keptPairs(db);
    expect(kept.length).toBeGreaterThan(0);
    await rebuildSearch(db);
    expect(kept).toEqual(await keptPairs(db));
  }, 60_000);
});

describe('writers at the same time', () => {
  it('neither deadlock nor lose count', async () => {
    const { db, url } = database;
    const company = await createCompany(db);
    const ids: number[] = [];
    for (let n = 0; n < 60; n++) {
      ids.push((await createOffer(db, { companyId: company.id, skills: [SKILLS[n % 4] ?? 'java'] })).id);
    }
    const [first, second] = [ids.slice(0, 30), ids.slice(30)];
    const connections = Array.from({ length: 4 }, () => connect(url, { max: 1 }));
    const [one, two, worker, web] = connections.map((connection) => connection.db) as [Db, Db, Db, Db];
    // Each as its command does it: change the offers in the order of their ids, then index them, in one transaction.
    const change = (own: Db, those: number[], round: number, state: 'live' | 'expired') =>
      own.transaction(async (tx) => {
        for (const id of those.toSorted((a, b) => a - b)) {
          await tx
            .update(offer)
            .set({ state, title: `Round ${round % 5} developer` })
            .where(eq(offer.id, id));
        }
        await indexOffers(tx, those);
      });
    const rounds = async (
      own: Db,
      those: (round: number) => number[],
      state: (round: number) => 'live' | 'expired',
    ) => {
      for (let round = 0; round < 15; round++) await change(own, those(round), round, state(round));
    };
    try {
      await Promise.all([
        rounds(
          one,
          () => first,
          () => 'live',
        ),
        rounds(
          two,
          () => second,
          () => 'live',
        ),
        rounds(
          worker,
          (round) => ids.filter((_, n) => n % 7 === round % 7),
          () => 'expired',
        ),
        rounds(
          web,
          (round) => ids.slice(round, round + 1),
          (round) => (round % 2 ? 'live' : 'expired'),
        ),
      ]);
    } finally {
      await Promise.all(connections.map(({ close }) => close()));
    }
    await settleSearch(db);
    const kept = await searchState(db);
    await rebuildSearch(db);
    expect(kept).toEqual(await searchState(db));
  }, 60_000);
});
