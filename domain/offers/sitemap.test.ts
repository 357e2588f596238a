import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { createCompany, createOffer, createPlace, createRole, createSkill } from '@/db/factories';
import { offer } from '@/db/schema/offers';
import { textRevision } from '@/db/schema/texts';
import { useTestDatabase } from '@/dev/testing/database';
import { listSitemapPages, listSitemapParts, SITEMAP_PART } from './sitemap';

const database = useTestDatabase();
const changedAt = '2026-11-20T08:00:00.000Z';
const endedAt = '2026-11-21T09:00:00.000Z';

/** Slugs in the sitemap, with their dates, of one kind. */
async function listed(kind: Parameters<typeof listSitemapPages>[1], part = 0) {
  const pages = await listSitemapPages(database.db, kind, part);
  return Object.fromEntries(pages.map((page) => [page.slug, page.changedAt]));
}

let live: { id: number; slug: string; companyId: number };
let role: string;
let shared: { skill: string; place: string };
let dead: { skill: string; place: string };

beforeAll(async () => {
  const { db } = database;
  await db.delete(textRevision);
  role = (await createRole(db)).slug;
  const skills = [await createSkill(db), await createSkill(db)];
  const places = [await createPlace(db), await createPlace(db)];
  const [first, second] = skills.map((skill) => skill.slug);
  shared = { skill: first ?? '', place: places[0]?.slug ?? '' };
  dead = { skill: second ?? '', place: places[1]?.slug ?? '' };
  const company = await createCompany(db, { updatedAt: new Date('2026-01-01T00:00:00Z') });
  live = await createOffer(db, {
    companyId: company.id,
    role,
    skills: [shared.skill],
    places: [places[0]?.id ?? 0],
    updatedAt: new Date(changedAt),
  });
  // Shares the role, a skill and a place with the live one, and ended later than that one changed.
  await createOffer(db, {
    role,
    state: 'filled',
    closedAt: new Date(endedAt),
    skills: [shared.skill, dead.skill],
    places: places.map((place) => place.id),
    updatedAt: new Date(endedAt),
  });
  await createOffer(db, { state: 'draft', publishedAt: null, expiresAt: null });
});

describe('the sitemap', () => {
  it('holds offers while they are live, and not a moment longer', async () => {
    expect(await listed('offers')).toEqual({ [live.slug]: changedAt });
    for (const state of ['paused', 'expired', 'suspended', 'removed'] as const) {
      await database.db.update(offer).set({ state }).where(eq(offer.id, live.id));
      expect(await listed('offers')).toEqual({});
    }
    await database.db.update(offer).set({ state: 'live' }).where(eq(offer.id, live.id));
  });

  it('holds lists with a live offer, changed when any of their offers last did', async () => {
    expect(await listed('skills')).toEqual({ [shared.skill]: endedAt });
    expect(await listed('places')).toEqual({ [shared.place]: endedAt });
    const companies = await listed('companies');
    expect(Object.values(companies)).toEqual([changedAt]);
  });

  it('holds every role but the one for offers outside IT', async () => {
    const roles = await listed('roles');
    expect(roles[role]).toBe(endedAt);
    expect(roles.backend).toBeNull();
    expect(roles).not.toHaveProperty('other');
  });

  it('tells that a role’s text was published, once it is', async () => {
    const at = new Date('2026-11-22T10:00:00.000Z');
    const text = {
      kind: 'role',
      slug: 'backend',
      content: {},
      actor: 'system',
      createdAt: at,
      updatedAt: at,
    } as const;
    const [draft] = await database.db.insert(textRevision).values(text).returning();
    expect((await listed('roles')).backend).toBeNull();
    await database.db.update(textRevision).set({ publishedAt: at });
    expect((await listed('roles')).backend).toBe(at.toISOString());
    await database.db.delete(textRevision).where(eq(textRevision.id, draft?.id ?? 0));
  });

  it('indexes the parts that have pages, with their newest change', async () => {
    const { id } = await createOffer(database.db, {
      id: 3 * SITEMAP_PART + 7,
      companyId: live.companyId,
      role,
      updatedAt: new Date(changedAt),
    });
    expect(await listSitemapParts(database.db)).toEqual([
      { kind: 'companies', part: 0, changedAt },
      { kind: 'offers', part: 0, changedAt },
      { kind: 'offers', part: 3, changedAt },
      { kind: 'places', part: 0, changedAt: endedAt },
      { kind: 'roles', part: 0, changedAt: endedAt },
      { kind: 'skills', part: 0, changedAt: endedAt },
    ]);
    expect(Object.keys(await listed('offers', 3))).toHaveLength(1);
    await database.db.delete(offer).where(eq(offer.id, id));
    expect(await listed('offers', 3)).toEqual({});
  });
});
