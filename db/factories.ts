import { inArray } from 'drizzle-orm';
import type { Db } from './client';
import { appUser } from './schema/accounts';
import { planOrder } from './schema/billing';
import { company, companyMember } from './schema/companies';
import { subscriber, subscription } from './schema/newsletter';
import { offer, offerPay, offerPlace, offerSkill } from './schema/offers';
import { place } from './schema/places';
import { role, skill, skillAlias } from './schema/roles';

/** Rows for tests, inserted through the schema; what a test does not name gets a plain default. */

const DAY_MS = 86_400_000;

let last = 0;
/** A number that this process has not used before. */
function nextNumber(): number {
  last += 1;
  return last;
}

/** Somebody with a verified address. */
export async function createUser(db: Db, fields: Partial<typeof appUser.$inferInsert> = {}) {
  const [row] = await db
    .insert(appUser)
    .values({ email: `person-${nextNumber()}@kvarnen.example`, emailVerified: new Date(), ...fields })
    .returning();
  return ensure(row);
}

/** A user who is a member of that company. */
export async function createMember(
  db: Db,
  companyId: number,
  role: 'owner' | 'recruiter' = 'owner',
  fields: Partial<typeof appUser.$inferInsert> = {},
) {
  const user = await createUser(db, fields);
  await db.insert(companyMember).values({ companyId, userId: user.id, role });
  return user;
}

export async function createCompany(db: Db, fields: Partial<typeof company.$inferInsert> = {}) {
  const n = nextNumber();
  const name = fields.name ?? `Company ${n}`;
  const [row] = await db
    .insert(company)
    .values({ slug: `company-${n}`, nameKey: `${name.toLowerCase()} ${n}`, ...fields, name })
    .returning();
  return ensure(row);
}

export async function createRole(db: Db, fields: Partial<typeof role.$inferInsert> = {}) {
  const n = nextNumber();
  const [row] = await db
    .insert(role)
    .values({
      slug: `role-${n}`,
      title: `Role ${n}`,
      plural: `Roles ${n}`,
      short: `Role ${n}`,
      group: 'engineering',
      summary: 'A role.',
      position: n % 30_000,
      ...fields,
    })
    .returning();
  return ensure(row);
}

export async function createSkill(
  db: Db,
  { aliases = [], ...fields }: Partial<typeof skill.$inferInsert> & { aliases?: string[] } = {},
) {
  const n = nextNumber();
  const [row] = await db
    .insert(skill)
    .values({ slug: `skill-${n}`, name: `Skill ${n}`, kind: 'tool', summary: 'A skill.', ...fields })
    .returning();
  const { id } = ensure(row);
  if (aliases.length > 0)
    await db.insert(skillAlias).values(aliases.map((alias) => ({ alias, skillId: id })));
  return ensure(row);
}

export async function createPlace(db: Db, fields: Partial<typeof place.$inferInsert> = {}) {
  const n = nextNumber();
  const [row] = await db
    .insert(place)
    .values({ kind: 'city', slug: `city-${n}`, name: `City ${n}`, countryCode: 'PL', ...fields })
    .returning();
  return ensure(row);
}

type OfferFields = Partial<typeof offer.$inferInsert> & {
  /** Slugs of roles and skills that exist. */
  role?: string;
  skills?: string[];
  /** Ids of places where the desk is. */
  places?: number[];
  /** Ids of places where a remote colleague may live. */
  applicantPlaces?: number[];
  pay?: Partial<typeof offerPay.$inferInsert>[];
};

/** A live offer for a month from `publishedAt` (now), under employment without stated pay; not yet indexed. */
export async function createOffer(db: Db, fields: OfferFields = {}) {
  const {
    role: roleSlug = 'backend',
    skills = [],
    places = [],
    applicantPlaces = [],
    pay = [{}],
    ...own
  } = fields;
  const n = nextNumber();
  const publishedAt = own.publishedAt ?? new Date();
  const roleId = own.roleId ?? (await idsOf(db, role, [roleSlug]))[0];
  if (roleId === undefined) throw new Error(`There is no role ${roleSlug}.`);
  const [row] = await db
    .insert(offer)
    .values({
      slug: `offer-${n}`,
      state: 'live',
      title: 'Backend developer',
      descriptionHtml: '<p>Write and run the service.</p>',
      workplace: 'onsite',
      applyUrl: 'https://example.com/apply',
      source: 'employer',
      publishedAt,
      expiresAt: new Date(publishedAt.getTime() + 30 * DAY_MS),
      ...own,
      companyId: own.companyId ?? (await createCompany(db)).id,
      roleId,
    })
    .returning();
  const offerId = ensure(row).id;
  if (pay.length > 0) {
    await db
      .insert(offerPay)
      .values(pay.map((one) => ({ contract: 'employment' as const, ...one, offerId })));
  }
  const desks = places.map((placeId, position) => ({
    offerId,
    placeId,
    use: 'workplace' as const,
    position,
  }));
  const homes = applicantPlaces.map((placeId, position) => ({
    offerId,
    placeId,
    use: 'applicant' as const,
    position,
  }));
  if (desks.length + homes.length > 0) await db.insert(offerPlace).values([...desks, ...homes]);
  if (skills.length > 0) {
    const ids = await idsOf(db, skill, skills);
    await db.insert(offerSkill).values(ids.map((skillId, position) => ({ offerId, skillId, position })));
  }
  return ensure(row);
}

/** An order of a Basic plan that waits for its payment; for a pack, name no offer and the purpose. */
export async function createOrder(
  db: Db,
  fields: Partial<typeof planOrder.$inferInsert> & { companyId: number },
) {
  const n = nextNumber();
  const now = fields.createdAt ?? new Date();
  const [row] = await db
    .insert(planOrder)
    .values({
      purpose: 'publication',
      state: 'open',
      planCode: 'basic',
      planKind: 'basic',
      planName: 'Basic',
      price: 14_900,
      currency: 'EUR',
      days: 30,
      sessionId: `cs_test_${n}`,
      createdAt: now,
      updatedAt: now,
      ...fields,
    })
    .returning();
  return ensure(row);
}

/** Pay as the check constraints want it: the same yearly EUR range stated and compared. */
export function yearlyEur(min: number, max: number): Partial<typeof offerPay.$inferInsert> {
  return {
    statedMin: min * 100,
    statedMax: max * 100,
    currency: 'EUR',
    period: 'year',
    tax: 'gross',
    yearlyEurMin: min,
    yearlyEurMax: max,
  };
}

/** Ids in the order of the slugs. */
async function idsOf(db: Db, table: typeof role | typeof skill, slugs: string[]): Promise<number[]> {
  const rows = await db
    .select({ id: table.id, slug: table.slug })
    .from(table)
    .where(inArray(table.slug, slugs));
  return slugs.map((slug) => {
    const row = rows.find((found) => found.slug === slug);
    if (!row) throw new Error(`There is no ${slug}.`);
    return row.id;
  });
}

function ensure<T>(row: T | undefined): T {
  if (row === undefined) throw new Error('The insert returned no row.');
  return row;
}

/** Somebody who has confirmed their address. */
export async function createSubscriber(db: Db, fields: Partial<typeof subscriber.$inferInsert> = {}) {
  const at = new Date();
  const [row] = await db
    .insert(subscriber)
    .values({
      email: `reader-${nextNumber()}@kvarnen.example`,
      state: 'active',
      createdAt: at,
      confirmedAt: at,
      ...fields,
    })
    .returning();
  return ensure(row);
}

/** A subscription of theirs that began: to the newsletter, unless it is an alert. */
export async function createSubscription(
  db: Db,
  subscriberId: number,
  fields: Partial<typeof subscription.$inferInsert> = {},
) {
  const at = new Date();
  const [row] = await db
    .insert(subscription)
    .values({ subscriberId, kind: 'newsletter', state: 'active', createdAt: at, confirmedAt: at, ...fields })
    .returning();
  return ensure(row);
}
