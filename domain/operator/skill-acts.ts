import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { recordEvent } from '@/db/events';
import { invalidateTags, SITE_TAG } from '@/db/invalidation';
import { skill, skillAlias } from '@/db/schema/roles';
import { skillRedirect } from '@/db/schema/texts';
import { forgetSkillOfAlerts } from '@/domain/offers/alerts';
import { idArray, inTurn } from '@/domain/offers/changes';
import { facetOf } from '@/domain/offers/facets';
import { askToIndexSkill } from '@/domain/offers/index-skill';
import { dropFacet } from '@/domain/offers/search-counts';
import { indexOffers } from '@/domain/offers/search-index';
import { wordKey } from '@/domain/roles/tokens';
import { DomainError } from '@/lib/errors';
import { SKILL_CHANGED, SKILL_FIELDS, type SkillInput, skillMark } from './skill-input';
import { getSkillFile, type SkillFile } from './skills';
import type { By } from './user-acts';

export type Faults = Partial<Record<keyof SkillInput, string>>;
export type Saved = { id: number; faults?: undefined } | { faults: Faults };

/** Offers indexed at once. */
const BATCH = 1_000;

/** Adds a skill, unless its name, address or another spelling is another skill's. */
export async function addSkill(db: Db, input: SkillInput, by: By): Promise<Saved> {
  return db.transaction(async (tx) => {
    await waitForTurn(tx);
    const faults = await findClashes(tx, input, 0);
    if (faults) return { faults };
    const { aliases, ...fields } = input;
    const [added] = await tx
      .insert(skill)
      .values({ ...fields, edited: true })
      .returning({ id: skill.id });
    const id = added?.id ?? 0;
    await putAliases(tx, id, aliases);
    await note(tx, 'skill.added', id, { skill: input.name, slug: input.slug }, by);
    await invalidateTags(tx, [`skill:${input.slug}`, 'skills', 'offers']);
    return { id };
  });
}

/**
 * Changes a skill that somebody has read as `mark` (`skillMark`); null where there is none of that id. An old name
 * stays as another spelling, an old slug leads to the new one, and the worker sees to it that
 * offers are found by what it is called now.
 * Saving what it says already changes nothing. Throws DomainError `skill_changed` if it was changed meanwhile.
 */
export async function changeSkill(
  db: Db,
  id: number,
  { input, mark }: { input: SkillInput; mark: string },
  by: By,
): Promise<Saved | null> {
  return inTurn(db, async (tx) => {
    await waitForTurn(tx);
    const held = await getSkillFile(tx, id);
    if (!held) return null;
    const wanted = withOldName(input, held);
    if (skillMark(wanted) === skillMark(held)) return { id };
    if (mark !== skillMark(held)) throw new DomainError(SKILL_CHANGED);
    const faults = await findClashes(tx, input, id);
    if (faults) return { faults };

    const { aliases, ...fields } = wanted;
    await tx
      .update(skill)
      .set({ ...fields, edited: true })
      .where(eq(skill.id, id));
    await putAliases(tx, id, aliases);
    if (wanted.slug !== held.slug) {
      await tx
        .delete(skillRedirect)
        .where(and(eq(skillRedirect.slug, wanted.slug), eq(skillRedirect.skillId, id)));
      await tx.insert(skillRedirect).values({ slug: held.slug, skillId: id });
    }
    await note(tx, 'skill.changed', id, { skill: wanted.name, ...differences(held, wanted) }, by);
    const isCalledOtherwise = wanted.name !== held.name || wanted.slug !== held.slug;
    await invalidateTags(tx, isCalledOtherwise ? [SITE_TAG] : [`skill:${held.slug}`, 'skills', 'offers']);
    if (isCalledOtherwise || String(wanted.aliases) !== String(held.aliases)) await askToIndexSkill(tx, id);
    return { id };
  });
}

/** What a merge has moved. */
export type Merged = { offers: number; companies: number };

/**
 * Makes one skill of two: whatever names `from` (offers, companies, alerts, texts, other spellings, old addresses)
 * names `into` from now on, and `from` is no more. Null where one of them is not there, as after the first time.
 */
export async function mergeSkills(
  db: Db,
  { from, into }: { from: number; into: number },
  by: By,
): Promise<Merged | null> {
  if (from === into) return null;
  return inTurn(db, async (tx) => {
    await waitForTurn(tx);
    const [gone, kept] = [await getSkillFile(tx, from), await getSkillFile(tx, into)];
    if (!gone || !kept) return null;
    const offers = await offersWith(tx, from);
    await mergeOffers(tx, from, into);
    const companies = await mergeCompanies(tx, from, into);
    const spellings = [gone.name.toLowerCase(), ...gone.aliases, ...kept.aliases];
    await putAliases(tx, from, []);
    await putAliases(
      tx,
      into,
      spellings.filter((alias) => alias !== kept.name.toLowerCase()),
    );
    await forgetSkillOfAlerts(tx, from);
    await tx.update(skillRedirect).set({ skillId: into }).where(eq(skillRedirect.skillId, from));
    await tx.delete(skill).where(eq(skill.id, from));
    await tx.insert(skillRedirect).values({ slug: gone.slug, skillId: into });
    await tx.update(skill).set({ edited: true }).where(eq(skill.id, into));
    const data = { skill: gone.name, slug: gone.slug, into: kept.name, offers: offers.length, companies };
    await note(tx, 'skill.merged', into, data, by);
    await invalidateTags(tx, [SITE_TAG]);
    await indexLive(tx, offers);
    // Those that asked for it before are found by more spellings now.
    await askToIndexSkill(tx, into);
    await dropFacet(tx, facetOf('skill', from));
    return { offers: offers.length, companies };
  });
}

/** One operator after the other: names are compared with those of all skills. Readers need not wait. */
async function waitForTurn(tx: Db): Promise<void> {
  await tx.execute(sql`lock table skill, skill_alias in share row exclusive mode`);
}

async function offersWith(tx: Db, skillId: number): Promise<number[]> {
  const rows = await tx.execute<{ id: number }>(sql`
    select offer_id as id from offer_skill where skill_id = ${skillId} order by offer_id`);
  return rows.map(({ id }) => id);
}

async function mergeOffers(tx: Db, from: number, into: number): Promise<void> {
  // Of an offer that names both, the one that stays says the more demanding of the two.
  await tx.execute(sql`
    with gone as (delete from offer_skill where skill_id = ${from} returning *)
    insert into offer_skill as kept (offer_id, skill_id, position, required, level)
    select offer_id, ${into}, position, required, level from gone
    on conflict (offer_id, skill_id) do update set
      position = least(kept.position, excluded.position),
      required = coalesce(kept.required or excluded.required, kept.required, excluded.required),
      level = greatest(kept.level, excluded.level)`);
}

async function mergeCompanies(tx: Db, from: number, into: number): Promise<number> {
  const rows = await tx.execute<{ id: number }>(sql`
    with gone as (delete from company_skill where skill_id = ${from} returning company_id as id),
    kept as (
      insert into company_skill (company_id, skill_id) select id, ${into} from gone on conflict do nothing
    )
    select id from gone`);
  return rows.length;
}

/** Brings the search in step with those of the offers that are on the list; all are locked before any is counted. */
async function indexLive(tx: Db, offers: number[]): Promise<void> {
  const rows = await tx.execute<{ id: number }>(sql`
    select id from offer where id = any(${idArray(offers)}) and state = 'live'
    order by id for no key update`);
  const live = rows.map(({ id }) => id);
  for (let at = 0; at < live.length; at += BATCH) await indexOffers(tx, live.slice(at, at + BATCH));
}

async function putAliases(tx: Db, skillId: number, aliases: string[]): Promise<void> {
  await tx.delete(skillAlias).where(eq(skillAlias.skillId, skillId));
  const rows = [...new Set(aliases)].map((alias) => ({ alias, skillId }));
  if (rows.length > 0) await tx.insert(skillAlias).values(rows);
}

/** An offer or a draft that says the old name means the skill still. */
function withOldName(input: SkillInput, held: SkillFile): SkillInput {
  const [old, name] = [held.name.toLowerCase(), input.name.toLowerCase()];
  return old === name ? input : { ...input, aliases: [...new Set([...input.aliases, old])].sort() };
}

/** Names and addresses of `input` that are another skill's than `id`; null if there are none. */
async function findClashes(tx: Db, input: SkillInput, id: number): Promise<Faults | null> {
  const [others, aliases, former] = await Promise.all([
    tx.select({ id: skill.id, slug: skill.slug, name: skill.name }).from(skill),
    tx.select().from(skillAlias),
    tx.select().from(skillRedirect).where(eq(skillRedirect.slug, input.slug)),
  ]);
  const nameOf = new Map(others.map((other) => [other.id, other.name]));
  const owners = new Map([
    ...aliases.map(({ alias, skillId }) => [wordKey(alias), skillId] as const),
    ...others.map((other) => [wordKey(other.name), other.id] as const),
  ]);
  const ownerOf = (spelling: string) => {
    const owner = owners.get(wordKey(spelling));
    return owner === undefined || owner === id ? undefined : nameOf.get(owner);
  };
  const faults: Faults = {};
  const named = ownerOf(input.name);
  if (named) faults.name = `That is ${named} already. Merge the two, if they are one.`;
  const held = others.find(({ slug }) => slug === input.slug)?.id;
  if (held !== undefined && held !== id) faults.slug = `That is the address of ${nameOf.get(held)}.`;
  else if (former[0] && former[0].skillId !== id)
    faults.slug = `That is an old address of ${nameOf.get(former[0].skillId)}, and leads there.`;
  const taken = input.aliases.find((alias) => ownerOf(alias));
  if (taken) faults.aliases = `“${taken}” is ${ownerOf(taken)} already.`;
  return Object.keys(faults).length > 0 ? faults : null;
}

function differences(held: SkillInput, wanted: SkillInput) {
  const differing = SKILL_FIELDS.filter((field) => String(held[field]) !== String(wanted[field]));
  const pick = (from: SkillInput) => Object.fromEntries(differing.map((field) => [field, from[field]]));
  return { from: pick(held), to: pick(wanted) };
}

async function note(
  tx: Db,
  type: string,
  subjectId: number,
  data: Record<string, unknown>,
  { actor, now }: By,
): Promise<void> {
  await recordEvent(tx, { at: now, actor, type, subject: 'skill', subjectId, data });
}
