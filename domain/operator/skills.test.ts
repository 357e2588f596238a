import { join } from 'node:path';
import { and, desc, eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  createCompany,
  createOffer,
  createSkill,
  createSubscriber,
  createSubscription,
} from '@/db/factories';
import { companySkill } from '@/db/schema/companies';
import { offerSkill } from '@/db/schema/offers';
import { cacheInvalidation, event } from '@/db/schema/portal';
import { skill, skillAlias } from '@/db/schema/roles';
import { skillRedirect } from '@/db/schema/texts';
import { seedReference } from '@/db/seed/reference';
import { ROOT } from '@/dev/command';
import { useTestDatabase } from '@/dev/testing/database';
import { loadFormLookup } from '@/domain/drafts/queries';
import { skillKey } from '@/domain/drafts/read-form';
import { deriveSearches } from '@/domain/newsletter/alert-searches';
import { alertQuery } from '@/domain/newsletter/input';
import { facetOf } from '@/domain/offers/facets';
import { indexSkill } from '@/domain/offers/index-skill';
import { NO_FILTERS } from '@/domain/offers/input';
import { searchOffers } from '@/domain/offers/search';
import { indexOffers, rebuildSearch } from '@/domain/offers/search-index';
import { findMovedSkill, findSkill, findSkillsOnceCalled } from '@/domain/roles/queries';
import { createSkillMatcher } from '@/domain/roles/skill-matcher';
import { listSkillSpellings } from '@/domain/roles/skill-spellings';
import { loadFirstTexts } from '@/domain/texts/first-texts';
import { addSkill, changeSkill, mergeSkills } from './skill-acts';
import { type SkillInput, skillInput, skillMark, typedSkill } from './skill-input';
import { countSkillUses, findSkillCalled, findSkills, getSkillFile } from './skills';

const test = useTestDatabase();
const by = { actor: 'user:op', now: new Date('2026-11-21T12:00:00Z') };

const idOf = async (slug: string) => (await findSkill(test.db, slug))?.id ?? 0;
const fileOf = async (slug: string) => {
  const file = await getSkillFile(test.db, await idOf(slug));
  if (!file) throw new Error(`There is no ${slug}.`);
  return file;
};
const tags = async () =>
  (await test.db.select().from(cacheInvalidation).orderBy(cacheInvalidation.id)).map(({ tag }) => tag);
const lastEvent = async () => (await test.db.select().from(event).orderBy(desc(event.id)).limit(1))[0];
/** Ids of the offers on /offers with that query. */
const found = async (filters: Partial<typeof NO_FILTERS>) => {
  const { rows, total } = await searchOffers(test.db, { ...NO_FILTERS, ...filters }, new Date());
  expect(total).toBe(rows.length);
  return rows.map(({ id }) => id).sort((a, b) => a - b);
};
const describeSkill = (fields: Partial<Record<keyof SkillInput, string>>) =>
  skillInput.parse({
    name: 'Tarnix',
    slug: 'tarnix',
    kind: 'language',
    summary: 'A language.',
    aliases: '',
    ...fields,
  });
const change = async (slug: string, fields: Partial<SkillInput>) => {
  const held = await fileOf(slug);
  const input = skillInput.parse(typedSkill({ ...held, ...fields }));
  return changeSkill(test.db, held.id, { input, mark: skillMark(held) }, by);
};
/** What the worker was asked to do. */
const runIndexing = async () => {
  const jobs = await test.sql<{ id: string; payload: { skillId: number } }[]>`
    select id, payload from graphile_worker._private_jobs where key like 'index-skill:%'`;
  expect(jobs.length).toBeGreaterThan(0);
  for (const { payload } of jobs) await indexSkill(test.db, payload.skillId, 1);
  await test.sql`delete from graphile_worker._private_jobs where key like 'index-skill:%'`;
};
/** The kept counts as they would be if they were counted anew. */
const countsAfterRebuild = async () => {
  const read = async () => ({
    facets: [...(await test.sql`select facet, offers from facet_count where offers > 0 order by facet`)],
    words: [...(await test.sql`select word, offers from term where offers > 0 order by word`)],
    texts: [...(await test.sql`select id, facets, words from offer_text order by id`)],
  });
  const kept = await read();
  await rebuildSearch(test.db);
  return { kept, anew: await read() };
};

beforeEach(async () => {
  await test.db.execute(sql`
    truncate offer, company, text_revision, subscriber, alert_search, event, cache_invalidation, offer_search, offer_text, facet_count,
      facet_pair, term cascade`);
  await test.db.execute(sql`delete from skill_redirect`);
  await test.db.execute(sql`delete from skill where edited or slug like 'skill-%'`);
  await seedReference(test.db);
});

describe('a skill that is added', () => {
  it('is in the list, the log, the words of the import, and what the next start of the portal leaves alone', async () => {
    const saved = await addSkill(test.db, describeSkill({ aliases: 'tarnixlang' }), by);
    expect(saved).toEqual({ id: await idOf('tarnix') });
    expect(await lastEvent()).toMatchObject({ type: 'skill.added', subject: 'skill', actor: by.actor });
    expect(await tags()).toContain('skill:tarnix');
    const matcher = createSkillMatcher(await listSkillSpellings(test.db));
    expect(matcher.fromText('We write TarnixLang and Java.')).toEqual(['tarnix', 'java']);
    await seedReference(test.db);
    expect((await fileOf('tarnix')).aliases).toEqual(['tarnixlang']);
    const { lines } = await findSkills(test.db, { q: 'tarnixlang', page: 1 });
    expect(lines).toMatchObject([{ slug: 'tarnix', aliases: ['tarnixlang'], offers: 0 }]);
  });

  it('is refused where it is there by another name', async () => {
    const clash = async (fields: Parameters<typeof describeSkill>[0]) =>
      (await addSkill(test.db, describeSkill(fields), by)).faults;
    expect(await clash({ name: 'java', slug: 'java-2' })).toEqual({ name: expect.stringContaining('Java') });
    expect(await clash({ name: 'Golang' })).toEqual({ name: expect.stringContaining('Go') });
    expect(await clash({ slug: 'java' })).toEqual({ slug: expect.stringContaining('Java') });
    expect(await clash({ aliases: 'K8s' })).toEqual({ aliases: expect.stringContaining('Kubernetes') });
    expect(await test.db.select().from(event)).toEqual([]);
  });
});

describe('a skill that is renamed', () => {
  it('leads from its old address, keeps its offers and its old name, and is found by all of them', async () => {
    const java = await idOf('java');
    const id = (await createOffer(test.db, { skills: ['java', 'kafka'], title: 'Developer' })).id;
    await indexOffers(test.db, [id]);
    await test.db.delete(cacheInvalidation);
    expect(await change('java', { name: 'Jakarta Java', slug: 'jakarta-java' })).toEqual({ id: java });

    expect(await findMovedSkill(test.db, 'java')).toBe('jakarta-java');
    expect(await tags()).toEqual(['site']);
    expect(await lastEvent()).toMatchObject({
      type: 'skill.changed',
      data: { from: { slug: 'java', name: 'Java' }, to: { slug: 'jakarta-java', name: 'Jakarta Java' } },
    });
    expect(await found({ skill: ['java'] })).toEqual([id]);
    await runIndexing();
    for (const filters of [{ skill: ['java'] }, { skill: ['jakarta-java'] }, { q: 'java' }, { q: 'jakarta' }])
      expect(await found(filters), JSON.stringify(filters)).toEqual([id]);
    const result = await searchOffers(
      test.db,
      { ...NO_FILTERS, skill: ['java', 'jakarta-java'] },
      new Date(),
    );
    expect(result.filters.skill).toEqual(['jakarta-java']);
    const { kept, anew } = await countsAfterRebuild();
    expect(kept).toEqual(anew);

    // What is written and imported later on, by either name.
    const lookup = await loadFormLookup(test.db);
    for (const name of ['Java', 'Jakarta Java']) {
      expect(lookup.skills.get(skillKey(name))?.slug).toBe('jakarta-java');
      const slugs = createSkillMatcher(await listSkillSpellings(test.db)).fromList(`${name}; Kafka`);
      const skills = await findSkillsOnceCalled(test.db, slugs);
      expect(slugs.map((slug) => skills.get(slug)?.slug)).toEqual(['jakarta-java', 'kafka']);
    }
    // The next start of the portal.
    await seedReference(test.db);
    expect(await findSkill(test.db, 'java')).toBeNull();
    expect((await fileOf('jakarta-java')).name).toBe('Jakarta Java');
  });

  it('can be called what it was called before', async () => {
    await change('java', { slug: 'jakarta-java' });
    expect(await change('jakarta-java', { slug: 'java' })).toEqual({ id: await idOf('java') });
    expect(await findMovedSkill(test.db, 'jakarta-java')).toBe('java');
    expect(await findMovedSkill(test.db, 'java')).toBeNull();
  });

  it('does not take an address that leads to another', async () => {
    await change('java', { slug: 'jakarta-java' });
    expect(await change('kotlin', { slug: 'java' })).toEqual({
      faults: { slug: expect.stringContaining('old address of Java') },
    });
  });

  it('is what it was where nothing differs, and where somebody was quicker', async () => {
    const before = await fileOf('java');
    expect(await change('java', {})).toEqual({ id: before.id });
    expect(await test.db.select().from(event)).toEqual([]);
    expect((await findSkill(test.db, 'java'))?.edited).toBe(false);

    await change('java', { summary: 'A language on a virtual machine.' });
    const late = changeSkill(
      test.db,
      before.id,
      { input: skillInput.parse(typedSkill({ ...before, summary: 'Coffee.' })), mark: skillMark(before) },
      by,
    );
    await expect(late).rejects.toMatchObject({ code: 'skill_changed' });
    expect((await fileOf('java')).summary).toBe('A language on a virtual machine.');
    const gone = { input: describeSkill({}), mark: '' };
    expect(await changeSkill(test.db, 999_999, gone, by)).toBeNull();
  });

  it('is no longer found by a spelling that it has lost', async () => {
    const spellings = async () =>
      createSkillMatcher(await listSkillSpellings(test.db)).fromText('We use Golang.');
    expect(await spellings()).toEqual(['go']);
    await change('go', { aliases: (await fileOf('go')).aliases.filter((alias) => alias !== 'golang') });
    expect(await spellings()).toEqual([]);
    await seedReference(test.db);
    expect((await fileOf('go')).aliases).not.toContain('golang');
  });
});

describe('a skill that is merged into another', () => {
  it('is the other in offers, search, companies, forms, texts and imports', async () => {
    const { db } = test;
    const [vue, react] = [await idOf('vue'), await idOf('react')];
    const one = (await createOffer(db, { skills: ['vue', 'kafka'] })).id;
    const both = (await createOffer(db, { skills: ['react', 'vue'] })).id;
    const closed = (await createOffer(db, { skills: ['vue'], state: 'filled' })).id;
    const other = (await createOffer(db, { skills: ['react'] })).id;
    await db.update(offerSkill).set({ required: true, level: 4 }).where(eq(offerSkill.skillId, vue));
    await db.update(offerSkill).set({ required: false, level: 2 }).where(eq(offerSkill.skillId, react));
    await indexOffers(db, [one, both, closed, other]);
    const company = await createCompany(db);
    await db.insert(companySkill).values([vue, react].map((skillId) => ({ companyId: company.id, skillId })));
    expect(await countSkillUses(db, vue)).toMatchObject({ offers: 3, live: 2, companies: 1, alerts: 0 });
    await db.delete(cacheInvalidation);

    expect(await mergeSkills(db, { from: vue, into: react }, by)).toEqual({ offers: 3, companies: 1 });
    expect(await mergeSkills(db, { from: vue, into: react }, by)).toBeNull();

    expect(await found({ skill: ['vue'] })).toEqual([one, both, other]);
    await runIndexing();
    for (const filters of [
      { skill: ['vue'] },
      { skill: ['react'] },
      { skill: ['vue', 'react'] },
      { q: 'vue' },
    ])
      expect(await found(filters), JSON.stringify(filters)).toEqual([one, both, other]);
    const rows = await db.select().from(offerSkill).where(eq(offerSkill.skillId, react));
    expect(rows.map(({ offerId }) => offerId).sort((a, b) => a - b)).toEqual([one, both, closed, other]);
    const ofBoth = and(eq(offerSkill.offerId, both), eq(offerSkill.skillId, react));
    expect((await db.select().from(offerSkill).where(ofBoth))[0]).toMatchObject({ required: true, level: 4 });
    expect(await test.sql`select 1 from facet_count where facet = ${facetOf('skill', vue)}`).toHaveLength(0);
    const { kept, anew } = await countsAfterRebuild();
    expect(kept).toEqual(anew);

    expect(await db.select().from(companySkill)).toEqual([{ companyId: company.id, skillId: react }]);
    expect(await findMovedSkill(db, 'vue')).toBe('react');
    expect((await findSkillCalled(db, 'vue.JS'))?.id).toBe(react);
    const lookup = await loadFormLookup(db);
    expect(lookup.skills.get(skillKey('Vue.js'))?.slug).toBe('react');
    const slugs = createSkillMatcher(await listSkillSpellings(db)).fromText(
      'Our front end is in Vue and TypeScript.',
    );
    const named = await findSkillsOnceCalled(db, slugs);
    expect(slugs.map((slug) => named.get(slug)?.slug)).toContain('react');
    expect(await tags()).toEqual(['site']);
    expect(await lastEvent()).toMatchObject({ type: 'skill.merged', subjectId: react, data: { offers: 3 } });

    await seedReference(db);
    expect(await findSkill(db, 'vue')).toBeNull();
  });

  it('tells beforehand what follows, and alerts do', async () => {
    const { db } = test;
    await loadFirstTexts(db, by.now, join(ROOT, 'content'));
    const reader = await createSubscriber(db);
    const alert = (skill: string, state: 'active' | 'ended' = 'active') => {
      const filters = { ...NO_FILTERS, skill: [skill] };
      const ended = state === 'ended' ? { endedAt: by.now, endedBy: 'reader' as const } : {};
      const rest = { kind: 'alert', query: alertQuery(filters), filters, frequency: 'daily', state } as const;
      return createSubscription(db, reader.id, { ...rest, ...ended });
    };
    const [own] = [await alert('java'), await alert('javascript'), await alert('kotlin', 'ended')];
    await deriveSearches(db);
    const searches = () =>
      test.sql<{ query: string; skill: number[] }[]>`select query, skill from alert_search`;
    const java = await idOf('java');
    const uses = await countSkillUses(db, java);
    expect(uses).toMatchObject({ offers: 0, companies: 0, alerts: 1 });
    expect(uses.texts).toBeGreaterThan(1);
    expect((await countSkillUses(db, await idOf('kotlin'))).alerts).toBe(0);

    await mergeSkills(db, { from: java, into: await idOf('kotlin') }, by);
    await deriveSearches(db);
    const derived = (await searches()).find(({ query }) => query === own.query);
    expect(derived?.skill).toEqual([facetOf('skill', await idOf('kotlin'))]);
    const after = await countSkillUses(db, await idOf('kotlin'));
    expect(after).toMatchObject({ alerts: 1 });
    expect(after.texts).toBeGreaterThanOrEqual(uses.texts);
  });

  it('takes the addresses along that led to it', async () => {
    const { db } = test;
    await change('vue', { slug: 'vue-js' });
    await mergeSkills(db, { from: await idOf('vue-js'), into: await idOf('react') }, by);
    expect(await Promise.all(['vue', 'vue-js'].map((slug) => findMovedSkill(db, slug)))).toEqual([
      'react',
      'react',
    ]);
    await mergeSkills(db, { from: await idOf('react'), into: await idOf('angular') }, by);
    expect(await Promise.all(['vue', 'vue-js', 'react'].map((slug) => findMovedSkill(db, slug)))).toEqual(
      Array(3).fill('angular'),
    );
    expect(await db.select().from(skillRedirect)).toHaveLength(3);
  });

  it('is one of two whichever way two operators merge them at once', async () => {
    const [vue, react] = [await idOf('vue'), await idOf('react')];
    const offers = [
      await createOffer(test.db, { skills: ['vue'] }),
      await createOffer(test.db, { skills: ['react'] }),
    ];
    const merged = await Promise.all([
      mergeSkills(test.db, { from: vue, into: react }, by),
      mergeSkills(test.db, { from: react, into: vue }, by),
    ]);
    expect(merged.filter(Boolean)).toHaveLength(1);
    const rows = await test.db.select().from(offerSkill);
    expect(rows).toHaveLength(offers.length);
    expect(new Set(rows.map(({ skillId }) => skillId)).size).toBe(1);
  });

  it('cannot be merged into itself or into nothing', async () => {
    const own = await createSkill(test.db);
    expect(await mergeSkills(test.db, { from: own.id, into: own.id }, by)).toBeNull();
    expect(await mergeSkills(test.db, { from: own.id, into: 999_999 }, by)).toBeNull();
    expect(await test.db.select().from(skill).where(eq(skill.id, own.id))).toHaveLength(1);
    expect(await test.db.select().from(skillAlias).where(eq(skillAlias.skillId, own.id))).toEqual([]);
  });
});
