import { and, eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { createCompany, createMember, createOffer } from '@/db/factories';
import { company, companyLogo } from '@/db/schema/companies';
import { cacheInvalidation, event } from '@/db/schema/portal';
import { useTestDatabase } from '@/dev/testing/database';
import { profileForm } from '@/domain/companies/forms';
import type { CompanyId } from '@/domain/companies/input';
import { getProfile } from '@/domain/companies/profile';
import { findCompany } from '@/domain/companies/queries';
import { saveCompanyProfile } from './company-profile';
import { NO_FILTERS } from './input';
import { getOffer } from './queries';
import { searchOffers } from './search';
import { indexOffers } from './search-index';

const test = useTestDatabase();
const now = new Date('2026-03-01T12:00:00Z');
const TYPED = {
  name: ' Kvarnen  Rail ',
  website: 'kvarnen.example',
  about: 'We tell trains where to go.\r\n\r\n\r\n\r\nThey go.',
  size: '51-200',
  foundedYear: '1998',
  benefits: 'Lunch\n\n  A seat by the window \nLunch',
  places: 'Kraków, Poland\nGermany',
  skills: 'PostgreSQL, typescript; k8s',
};
const typed = (fields: Partial<typeof TYPED> = {}) => profileForm(now).parse({ ...TYPED, ...fields });

let ours: CompanyId;
let anna: string;

beforeEach(async () => {
  await test.db.execute(sql`truncate offer, company, app_user, event, cache_invalidation cascade`);
  ours = (await createCompany(test.db, { name: 'Kvarnen', slug: 'kvarnen' })).id as CompanyId;
  anna = (await createMember(test.db, ours, 'owner', { email: 'anna@kvarnen.example' })).id;
});

const save = (fields?: Partial<typeof TYPED>) =>
  saveCompanyProfile(test.db, ours, typed(fields), { now, userId: anna });
const tags = async () =>
  (await test.db.selectDistinct({ tag: cacheInvalidation.tag }).from(cacheInvalidation)).map(
    ({ tag }) => tag,
  );

describe('a company’s profile', () => {
  it('is shown as it was typed, tidied', async () => {
    await save();
    expect(await findCompany(test.db, 'kvarnen')).toMatchObject({
      name: 'Kvarnen Rail',
      website: 'https://kvarnen.example/',
      domain: 'kvarnen.example',
      about: 'We tell trains where to go.\n\nThey go.',
      size: '51-200',
      foundedYear: 1998,
      benefits: ['Lunch', 'A seat by the window'],
      places: [
        { slug: 'germany', name: 'Germany' },
        { slug: 'krakow', name: 'Kraków' },
      ],
      skills: [
        { slug: 'kubernetes', name: 'Kubernetes' },
        { slug: 'postgresql', name: 'PostgreSQL' },
        { slug: 'typescript', name: 'TypeScript' },
      ],
    });
    expect(await tags()).toContain(`company:${ours}`);
  });

  it('comes back into its form, and saved like that stays the same', async () => {
    await save();
    const { places, skills } = await getProfile(test.db, ours);
    expect(places).toEqual(['Germany', 'Kraków, Poland']);
    await save({ places: places.join('\n'), skills: skills.join(', ') });
    expect(await getProfile(test.db, ours)).toMatchObject({ places, skills });
    await save({ places: '', skills: '', about: '', website: '', size: '', foundedYear: '', benefits: '' });
    expect(await getProfile(test.db, ours)).toMatchObject({
      places: [],
      skills: [],
      about: null,
      website: null,
      size: null,
      foundedYear: null,
      benefits: [],
    });
  });

  it.each([
    [{ places: 'Kraków, Poland\nNowhereville' }, 'unknown_place', 'Nowhereville'],
    [{ places: 'EMEA' }, 'unknown_place', 'EMEA'],
    [{ skills: 'PostgreSQL, Basket weaving' }, 'unknown_skill', 'Basket weaving'],
  ])('names the place or skill that it does not know: %j', async (fields, code, message) => {
    await expect(save(fields)).rejects.toMatchObject({ code, message });
    expect((await findCompany(test.db, 'kvarnen'))?.name).toBe('Kvarnen');
  });

  it('with a new name is found under it, and the lists that show its offers are stale', async () => {
    const live = await createOffer(test.db, { companyId: ours, publishedAt: now });
    const other = await createOffer(test.db, { publishedAt: now });
    await indexOffers(test.db, [live.id, other.id]);
    await save({ name: 'Zephyrine' });
    const { rows } = await searchOffers(test.db, { ...NO_FILTERS, q: 'zephyrine' }, now);
    expect(rows.map(({ id, company: { name } }) => [id, name])).toEqual([[live.id, 'Zephyrine']]);
    expect(await tags()).toEqual(
      expect.arrayContaining(['offers', `offer:${live.id}`, 'role:backend', `company:${ours}`]),
    );
    expect(await tags()).not.toContain(`offer:${other.id}`);
  });

  it('has its own logo in place of the one that the source gave', async () => {
    await test.db
      .update(company)
      .set({ logoUrl: 'https://kvarnen.example/l.png' })
      .where(eq(company.id, ours));
    const { id } = await createOffer(test.db, { companyId: ours, publishedAt: now });
    const logoUrl = async () => (await getOffer(test.db, id))?.company.logoUrl;
    expect(await logoUrl()).toBe('https://kvarnen.example/l.png');
    const fields = { companyId: ours, webp: Buffer.from('webp'), hash: '0123456789abcdef' };
    await test.db.insert(companyLogo).values(fields);
    expect(await logoUrl()).toBe(`/logos/${ours}-0123456789abcdef.webp`);
  });

  it('with the old name leaves the lists alone', async () => {
    await createOffer(test.db, { companyId: ours, publishedAt: now });
    await save({ name: 'Kvarnen' });
    expect(await tags()).toEqual([`company:${ours}`]);
    expect(await test.db.select({ type: event.type }).from(event)).toEqual([{ type: 'company.updated' }]);
  });

  it('takes no domain that the owner’s address does not show, and none that another holds', async () => {
    await save({ website: 'https://google.example' });
    const domainOf = async () =>
      (
        await test.db
          .select()
          .from(company)
          .where(and(eq(company.id, ours)))
      )[0]?.domain;
    expect(await domainOf()).toBeNull();
    const [{ nameKey } = { nameKey: '' }] = await test.db.select().from(company).where(eq(company.id, ours));
    await createCompany(test.db, { name: 'Twin', nameKey, domain: 'kvarnen.example' });
    await expect(save()).rejects.toMatchObject({ code: 'company_exists' });
  });
});

describe('what is typed', () => {
  it.each<[Partial<typeof TYPED>, string]>([
    [{ name: '  ' }, 'name'],
    [{ name: 'x'.repeat(201) }, 'name'],
    [{ website: 'javascript:alert(1)' }, 'website'],
    [{ website: 'http://192.168.1.1' }, 'website'],
    [{ website: 'intranet' }, 'website'],
    [{ about: 'x'.repeat(4_001) }, 'about'],
    [{ size: 'huge' }, 'size'],
    [{ foundedYear: '2027' }, 'foundedYear'],
    [{ foundedYear: '98' }, 'foundedYear'],
    [{ benefits: 'x'.repeat(101) }, 'benefits'],
  ])('is refused by the field: %j', (fields, field) => {
    const parsed = profileForm(now).safeParse({ ...TYPED, ...fields });
    expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });
});
