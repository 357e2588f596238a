import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { plan } from '../schema/billing';
import { exchangeRate } from '../schema/offers';
import { place } from '../schema/places';
import { role, skill, skillAlias } from '../schema/roles';
import { skillRedirect } from '../schema/texts';
import { COUNTRIES } from './countries';
import { EXCHANGE_RATES, EXCHANGE_RATES_AS_OF, EXCHANGE_RATES_SOURCE } from './exchange-rates';
import { PLANS } from './plans';
import { ROLES } from './roles';
import { SKILLS } from './skills/skills';

/** Any number that nothing else locks. */
const LOCK = 7_265_002;

/**
 * Brings roles, skills with their aliases, countries and exchange rates to what this version ships, in one
 * transaction. Rows are compared first and written only where they differ: an upsert of everything would
 * use up a `smallint` identity after some thousand starts. Nothing that offers may point to is deleted, and
 * a rate that is newer than the shipped one, or the operator's own, is kept. Plans are the operator's: only what was never there is added.
 */
export async function seedReference(db: Db): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
    await seedRoles(tx);
    await seedSkills(tx);
    await seedCountries(tx);
    await seedExchangeRates(tx);
    await seedPlans(tx);
  });
}

async function seedRoles(db: Db): Promise<void> {
  const stored = await db.select().from(role);
  const wanted = ROLES.map(({ escoUri: _, ...fields }, position) => ({ ...fields, position }));
  const { missing, changed } = compare(wanted, stored, ['slug']);
  if (missing.length > 0) await db.insert(role).values(missing);
  for (const row of changed) await db.update(role).set(row).where(eq(role.slug, row.slug));
}

/** What the operator added, changed, renamed or merged is the operator's, and stays as it is. */
async function seedSkills(db: Db): Promise<void> {
  const [stored, moved] = await Promise.all([
    db.select().from(skill),
    db.select({ slug: skillRedirect.slug }).from(skillRedirect),
  ]);
  const theirs = new Set([...stored.filter(({ edited }) => edited), ...moved].map(({ slug }) => slug));
  const ours = SKILLS.filter(({ slug }) => !theirs.has(slug));
  const wanted = ours.map(({ slug, name, kind, summary }) => ({ slug, name, kind, summary }));
  const { missing, changed } = compare(wanted, stored, ['slug']);
  if (missing.length > 0) await db.insert(skill).values(missing);
  for (const row of changed) await db.update(skill).set(row).where(eq(skill.slug, row.slug));

  const known = await db.select({ id: skill.id, slug: skill.slug, edited: skill.edited }).from(skill);
  const idOf = new Map(known.map(({ slug, id }) => [slug, id]));
  const wantedAliases = ours.flatMap(({ slug, aliases }) => {
    const skillId = idOf.get(slug);
    if (skillId === undefined) return [];
    return [...new Set(aliases.map((alias) => alias.toLowerCase()))].map((alias) => ({ alias, skillId }));
  });
  const edited = new Set(known.filter((row) => row.edited).map(({ id }) => id));
  const storedAliases = (await db.select().from(skillAlias)).filter(({ skillId }) => !edited.has(skillId));
  const aliases = compare(wantedAliases, storedAliases, ['skillId', 'alias']);
  const stale = compare(storedAliases, wantedAliases, ['skillId', 'alias']).missing;
  for (const row of stale) {
    await db
      .delete(skillAlias)
      .where(and(eq(skillAlias.alias, row.alias), eq(skillAlias.skillId, row.skillId)));
  }
  if (aliases.missing.length > 0) await db.insert(skillAlias).values(aliases.missing);
}

async function seedCountries(db: Db): Promise<void> {
  const stored = await db.select().from(place).where(eq(place.kind, 'country'));
  const { missing, changed } = compare(COUNTRIES, stored, ['countryCode']);
  if (missing.length > 0)
    await db.insert(place).values(missing.map((row) => ({ ...row, kind: 'country' as const })));
  for (const row of changed) {
    await db
      .update(place)
      .set(row)
      .where(and(eq(place.kind, 'country'), eq(place.countryCode, row.countryCode)));
  }
}

async function seedExchangeRates(db: Db): Promise<void> {
  const stored = await db.select().from(exchangeRate);
  const kept = stored.filter(
    (row) => row.asOf > EXCHANGE_RATES_AS_OF || row.source !== EXCHANGE_RATES_SOURCE,
  );
  const theirs = new Set(kept.map((row) => row.currency));
  const wanted = EXCHANGE_RATES.filter(({ currency }) => !theirs.has(currency)).map(
    ({ currency, perEur }) => ({
      currency,
      perEur,
      asOf: EXCHANGE_RATES_AS_OF,
      source: EXCHANGE_RATES_SOURCE,
    }),
  );
  const { missing, changed } = compare(wanted, stored, ['currency']);
  const replaced = [...missing, ...changed];
  if (replaced.length === 0) return;
  const currencies = replaced.map((row) => row.currency);
  await db.delete(exchangeRate).where(inArray(exchangeRate.currency, currencies));
  await db.insert(exchangeRate).values(replaced);
  // Offers compare by the old rates until the worker has reckoned anew.
  if (changed.length > 0)
    await db.execute(sql`
      select graphile_worker.add_job('recompute-pay', '{}'::json, job_key => 'recompute-pay')`);
}

async function seedPlans(db: Db): Promise<void> {
  const stored = new Set((await db.select({ code: plan.code }).from(plan)).map(({ code }) => code));
  const missing = PLANS.filter(({ code }) => !stored.has(code));
  if (missing.length > 0) await db.insert(plan).values(missing);
}

/** The wanted rows that are not stored, and those stored with another value in some wanted field. */
function compare<Wanted extends object>(
  wanted: readonly Wanted[],
  stored: readonly Record<keyof Wanted, unknown>[],
  key: readonly (keyof Wanted)[],
): { missing: Wanted[]; changed: Wanted[] } {
  const keyOf = (row: Record<keyof Wanted, unknown>) => key.map((field) => row[field]).join(' ');
  const byKey = new Map(stored.map((row) => [keyOf(row), row]));
  const missing = wanted.filter((row) => !byKey.has(keyOf(row)));
  const changed = wanted.filter((row) => {
    const there = byKey.get(keyOf(row));
    return there && (Object.keys(row) as (keyof Wanted)[]).some((field) => there[field] !== row[field]);
  });
  return { missing, changed };
}
