import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { connect } from '@/db/client';
import { createMember } from '@/db/factories';
import { company } from '@/db/schema/companies';
import { useTestDatabase } from '@/dev/testing/database';
import { type CompanyRecord, saveCompanies } from './commands';

const test = useTestDatabase();
const now = new Date('2026-03-01T12:00:00Z');

function record(
  name: string,
  domain: string | null = null,
  more: Partial<CompanyRecord> = {},
): CompanyRecord {
  return { name, domain, website: domain && `https://${domain}/`, logoUrl: null, ...more };
}

beforeEach(async () => {
  await test.db.delete(company);
});

describe('saveCompanies', () => {
  it('takes spellings of a name for one company, in one batch and in the next', async () => {
    const first = await saveCompanies(test.db, [record('Acme, Inc.'), record('ACME'), record('Other')], now);
    expect(first.ids[0]).toBe(first.ids[1]);
    expect(first.created).toHaveLength(2);
    const second = await saveCompanies(test.db, [record('acme GmbH')], now);
    expect(second).toEqual({ ids: [first.ids[0]], created: [], changed: [] });
  });

  it('tells companies of one name apart by their domains', async () => {
    const { ids } = await saveCompanies(
      test.db,
      [record('Apollo', 'apollo.example'), record('Apollo', 'apollo-health.example'), record('Apollo')],
      now,
    );
    expect(new Set(ids).size).toBe(3);
    const slugs = await test.db.select({ slug: company.slug }).from(company).orderBy(company.id);
    expect(slugs.map(({ slug }) => slug)).toEqual(['apollo', `apollo-${ids[1]}`, `apollo-${ids[2]}`]);
    const again = await saveCompanies(test.db, [record('Apollo'), record('Apollo', 'apollo.example')], now);
    expect(again.ids).toEqual([ids[2], ids[0]]);
  });

  it('learns a domain for a company that had none', async () => {
    const { ids } = await saveCompanies(test.db, [record('Acme')], now);
    const learned = await saveCompanies(test.db, [record('Acme', 'acme.example')], now);
    expect(learned).toEqual({ ids, created: [], changed: ids });
    const [stored] = await test.db.select().from(company);
    expect(stored).toMatchObject({ domain: 'acme.example', website: 'https://acme.example/' });
    expect((await saveCompanies(test.db, [record('Acme')], now)).ids).toEqual(ids);
  });

  it('fills what is missing and never replaces what is there', async () => {
    const rich = record('Acme', 'acme.example', { about: 'Anvils.', benefits: ['Lunch'] });
    const { ids } = await saveCompanies(test.db, [rich], now);
    await saveCompanies(
      test.db,
      [
        record('Acme', 'acme.example', {
          about: 'Other words.',
          benefits: [],
          size: '11-50',
          foundedYear: 1949,
        }),
      ],
      now,
    );
    const [stored] = await test.db
      .select()
      .from(company)
      .where(eq(company.id, ids[0] ?? 0));
    expect(stored).toMatchObject({ about: 'Anvils.', benefits: ['Lunch'], size: '11-50', foundedYear: 1949 });
  });

  it('leaves a company with an owner as its owner wants it', async () => {
    const { ids } = await saveCompanies(test.db, [record('Acme', 'acme.example')], now);
    await createMember(test.db, ids[0] ?? 0);
    const again = await saveCompanies(test.db, [record('Acme', 'acme.example', { about: 'Anvils.' })], now);
    expect(again).toEqual({ ids, created: [], changed: [] });
    expect(await test.db.select().from(company)).toMatchObject([{ about: null }]);
  });

  it('does not take a company that somebody made here for the one of that name and a domain', async () => {
    const { ids } = await saveCompanies(test.db, [record('Acme')], now);
    await createMember(test.db, ids[0] ?? 0);
    const real = await saveCompanies(test.db, [record('Acme', 'acme.example')], now);
    expect(real.created).toEqual(real.ids);
    expect(real.ids).not.toEqual(ids);
    expect((await saveCompanies(test.db, [record('Acme', 'acme.example')], now)).ids).toEqual(real.ids);
  });

  it('gives a name without Latin letters a slug too', async () => {
    const names = ['软件', '公司乙', 'Ромашка'];
    await saveCompanies(
      test.db,
      names.map((name) => record(name)),
      now,
    );
    const rows = await test.db.select({ name: company.name, slug: company.slug }).from(company);
    const slugs = names.map((name) => rows.find((row) => row.name === name)?.slug);
    expect(slugs.toSorted()).toEqual(['company', expect.stringMatching(/^company-\d+$/), 'romashka']);
  });

  it('makes one company when several writers bring the same name at once', async () => {
    const other = connect(test.url, { max: 4 });
    try {
      const results = await Promise.all(
        Array.from({ length: 8 }, (_, n) =>
          other.db.transaction((tx) => saveCompanies(tx, [record('Acme'), record(`Own ${n}`)], now)),
        ),
      );
      expect(new Set(results.map(({ ids }) => ids[0])).size).toBe(1);
      expect(await test.db.$count(company)).toBe(9);
    } finally {
      await other.close();
    }
  });
});
