import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { useTestDatabase } from '@/dev/testing/database';
import { exchangeRate } from '../schema/offers';
import { place } from '../schema/places';
import { role, skill, skillAlias } from '../schema/roles';
import { COUNTRIES } from './countries';
import { EXCHANGE_RATES } from './exchange-rates';
import { seedReference } from './reference';
import { ROLES } from './roles';
import { SKILLS } from './skills/skills';

const database = useTestDatabase();

const everything = async () => ({
  roles: await database.db.select().from(role).orderBy(role.id),
  skills: await database.db.select().from(skill).orderBy(skill.id),
  aliases: await database.db.select().from(skillAlias).orderBy(skillAlias.skillId, skillAlias.alias),
  places: await database.db.select().from(place).orderBy(place.id),
  rates: await database.db.select().from(exchangeRate).orderBy(exchangeRate.currency),
});

test('a new database knows every role, skill, country and currency', async () => {
  const { roles, skills, places, rates } = await everything();
  expect(roles.map((row) => row.slug)).toEqual(ROLES.map((row) => row.slug));
  expect(skills.map((row) => row.slug)).toEqual(SKILLS.map((row) => row.slug));
  expect(places).toHaveLength(COUNTRIES.length);
  expect(rates).toHaveLength(EXCHANGE_RATES.length);
});

test('countries carry the name that people use', () => {
  const slugs = new Map(COUNTRIES.map((row) => [row.countryCode, row.slug]));
  const asked = ['PL', 'US', 'GB', 'CZ', 'KR', 'NL', 'TR', 'AX'].map((code) => slugs.get(code));
  expect(asked).toEqual([
    'poland',
    'united-states',
    'united-kingdom',
    'czechia',
    'south-korea',
    'netherlands',
    'turkiye',
    'aland-islands',
  ]);
  expect(new Set(slugs.values()).size).toBe(COUNTRIES.length);
});

test('seeding again changes nothing and uses up no ids', async () => {
  const before = await everything();
  await Promise.all([seedReference(database.db), seedReference(database.db)]);
  expect(await everything()).toEqual(before);
  const [added] = await database.db
    .insert(skill)
    .values({ slug: 'test-skill', name: 'Test skill', kind: 'tool', summary: '' })
    .returning();
  expect(added?.id).toBe(SKILLS.length + 1);
  await database.db.delete(skill).where(eq(skill.slug, 'test-skill'));
});

test('what differs is put right, and a newer rate is kept', async () => {
  const { db } = database;
  const before = await everything();
  await db.update(role).set({ title: 'Something else' }).where(eq(role.slug, 'backend'));
  await db.update(skill).set({ summary: '' }).where(eq(skill.slug, 'python'));
  await db.delete(skillAlias).where(eq(skillAlias.alias, 'python 3'));
  const [python] = await db.select().from(skill).where(eq(skill.slug, 'python'));
  await db.insert(skillAlias).values({ alias: 'snake', skillId: python?.id ?? 0 });
  await db
    .update(exchangeRate)
    .set({ perEur: 1, asOf: '2020-01-01' })
    .where(eq(exchangeRate.currency, 'PLN'));
  await seedReference(db);
  expect(await everything()).toEqual(before);

  await db
    .update(exchangeRate)
    .set({ perEur: 5, asOf: '2999-01-01' })
    .where(eq(exchangeRate.currency, 'PLN'));
  await seedReference(db);
  const [kept] = await db.select().from(exchangeRate).where(eq(exchangeRate.currency, 'PLN'));
  expect(kept).toMatchObject({ perEur: 5, asOf: '2999-01-01' });
});

test('a rate that the operator set is theirs, however old, and shipped ones that change are reckoned with anew', async () => {
  const { db, sql } = database;
  await db
    .update(exchangeRate)
    .set({ perEur: 5, asOf: '2020-01-01', source: 'National Bank of Poland' })
    .where(eq(exchangeRate.currency, 'PLN'));
  await db
    .update(exchangeRate)
    .set({ perEur: 9, asOf: '2020-01-01' })
    .where(eq(exchangeRate.currency, 'USD'));
  await seedReference(db);
  const rates = new Map((await everything()).rates.map((rate) => [rate.currency, rate.perEur]));
  expect(rates.get('PLN')).toBe(5);
  expect(rates.get('USD')).not.toBe(9);
  expect(await sql`select from graphile_worker.jobs where task_identifier = 'recompute-pay'`).toHaveLength(1);
});
