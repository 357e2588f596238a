import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { createCompany } from '@/db/factories';
import { appUser } from '@/db/schema/accounts';
import { offer, offerRevision } from '@/db/schema/offers';
import { cacheInvalidation, event } from '@/db/schema/portal';
import { useTestDatabase } from '@/dev/testing/database';
import type { CompanyId } from '@/domain/companies/input';
import { createOffer, type EmployerOffer, findLastRevision, updateOffer } from './employer-offers';
import { NO_FILTERS } from './input';
import { publishOffer } from './lifecycle';
import { getOffer } from './queries';
import { searchOffers } from './search';

const test = useTestDatabase();
const now = new Date('2026-03-01T12:00:00Z');
const later = new Date('2026-03-02T12:00:00Z');

const written: EmployerOffer = {
  title: 'Data engineer, timetables',
  descriptionHtml: '<p>We time trains.</p>',
  role: 'data-engineer',
  seniority: 'senior',
  workplace: 'onsite',
  workplaceNote: null,
  partTime: false,
  skills: [{ slug: 'python', required: true, level: 4 }],
  places: [{ use: 'workplace', countryCode: 'PL', city: { name: 'Kraków', geonameId: 3094802 } }],
  pay: [
    { contract: 'b2b', min: 1_800_000, max: 2_400_000, currency: 'PLN', period: 'month', tax: 'net_vat' },
  ],
  apply: { email: 'jobs@company.example' },
  payReason: null,
  closesAt: null,
  form: { title: 'Data engineer, timetables' },
};

let users = 0;
async function begin(fields: Partial<EmployerOffer> = {}) {
  users += 1;
  const companyId = (await createCompany(test.db, { name: `Kvarnen ${users}` })).id as CompanyId;
  const [user] = await test.db
    .insert(appUser)
    .values({ email: `by-${users}@company.example` })
    .returning();
  const by = { now, userId: user?.id ?? '', actor: `user:${user?.id}` };
  const id = await createOffer(test.db, companyId, `key-${users}`, { ...written, ...fields }, by);
  return { companyId, id, by, publish: () => publishOffer(test.db, id, { now, actor: 'system', days: 30 }) };
}

async function rowOf(id: number) {
  const [row] = await test.db.select().from(offer).where(eq(offer.id, id));
  if (!row) throw new Error('There is no such offer');
  return row;
}

async function eventsOf(id: number): Promise<string[]> {
  const rows = await test.db.select().from(event).where(eq(event.subjectId, id)).orderBy(event.id);
  return rows.filter(({ subject }) => subject === 'offer').map(({ type }) => type);
}

async function findsTitle(q: string): Promise<string[]> {
  const { rows } = await searchOffers(test.db, { ...NO_FILTERS, q }, later);
  return rows.map(({ title }) => title);
}

it('makes an offer with everything that was written, seen by nobody until it is published', async () => {
  const { id, companyId, by } = await begin({ title: 'Tramway engineer', closesAt: later });
  expect(await rowOf(id)).toMatchObject({
    state: 'draft',
    companyId,
    postedBy: by.userId,
    source: 'employer',
    publishedAt: null,
    expiresAt: null,
    closesAt: later,
    slug: `tramway-engineer-kvarnen-${users}-${id}`,
  });
  expect(await getOffer(test.db, id)).toMatchObject({
    role: { slug: 'data-engineer' },
    skills: [{ slug: 'python', level: 4 }],
    places: [{ name: 'Kraków', use: 'workplace' }],
    pay: [{ contract: 'b2b', statedMax: 2_400_000, tax: 'net_vat' }],
  });
  expect(await findLastRevision(test.db, id)).toMatchObject({ form: written.form });
  expect(await eventsOf(id)).toEqual(['offer.created']);
  expect(await findsTitle('tramway')).toEqual([]);
});

it('makes no second offer of the same key, and none of another company’s', async () => {
  const { id, companyId, by } = await begin();
  const key = `key-${users}`;
  expect(await createOffer(test.db, companyId, key, { ...written, title: 'Again' }, by)).toBe(id);
  expect((await rowOf(id)).title).toBe(written.title);
  const other = (await createCompany(test.db)).id as CompanyId;
  await expect(createOffer(test.db, other, key, written, by)).rejects.toMatchObject({ code: 'not_yours' });
});

it('changes a live offer wherever it is shown, and keeps its address and its place in the list', async () => {
  const { id, companyId, publish } = await begin({ title: 'Funicular engineer' });
  await publish();
  const before = await rowOf(id);
  await test.db.delete(cacheInvalidation);
  const changed: EmployerOffer = {
    ...written,
    title: 'Cableway engineer',
    role: 'backend',
    skills: [{ slug: 'go', required: true, level: null }],
    places: [{ use: 'workplace', countryCode: 'SE', city: { name: 'Malmö', geonameId: 2692969 } }],
    form: { title: 'Cableway engineer' },
  };
  expect(await updateOffer(test.db, companyId, id, changed, { now: later, actor: 'user:x' })).toBe(true);
  expect(await rowOf(id)).toMatchObject({
    state: 'live',
    title: 'Cableway engineer',
    slug: before.slug,
    publishedAt: before.publishedAt,
    expiresAt: before.expiresAt,
    confirmedAt: before.confirmedAt,
    updatedAt: later,
  });
  expect(await findsTitle('funicular')).toEqual([]);
  expect(await findsTitle('cableway')).toEqual(['Cableway engineer']);
  const tags = (await test.db.select().from(cacheInvalidation)).map(({ tag }) => tag);
  // The pages that lose it are among them.
  for (const tag of [
    'offers',
    `offer:${id}`,
    `company:${companyId}`,
    'role:data-engineer',
    'role:backend',
    'skill:python',
    'skill:go',
    'place:krakow',
    'place:malmo',
    'place:poland',
    'place:sweden',
  ])
    expect(tags).toContain(tag);
  expect(await test.db.select().from(offerRevision).where(eq(offerRevision.offerId, id))).toHaveLength(2);
  expect(await eventsOf(id)).toEqual(['offer.created', 'offer.published', 'offer.updated']);
});

it('changes nothing of another company, and nothing that is settled', async () => {
  const { id, companyId } = await begin();
  const other = (await createCompany(test.db)).id as CompanyId;
  const by = { now: later, actor: 'user:x' };
  expect(await updateOffer(test.db, other, id, { ...written, title: 'Taken' }, by)).toBe(false);
  for (const state of ['filled', 'suspended', 'removed', 'in_review', 'awaiting_payment'] as const) {
    await test.db.update(offer).set({ state }).where(eq(offer.id, id));
    await expect(updateOffer(test.db, companyId, id, written, by)).rejects.toMatchObject({
      code: 'not_editable',
    });
  }
  expect(await rowOf(id)).toMatchObject({ title: written.title, updatedAt: now });
  expect(await eventsOf(id)).toEqual(['offer.created']);
});
