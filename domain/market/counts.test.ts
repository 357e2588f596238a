import { beforeAll, describe, expect, test } from 'vitest';
import { createCompany, createOffer, createPlace, yearlyEur } from '@/db/factories';
import { useTestDatabase } from '@/dev/testing/database';
import { indexOffers } from '@/domain/offers/search-index';
import { findRole, OTHER_ROLE } from '@/domain/roles/queries';
import { countRoles, countSkills, listHiringCompanies, nearestRoles } from './counts';
import { recountMarket } from './recount';

const database = useTestDatabase();

async function roleNamed(slug: string) {
  const role = await findRole(database.db, slug);
  if (!role) throw new Error(`no role ${slug}`);
  return role;
}

describe('counts', () => {
  let tarnica: number;
  let ostro: number;
  let krakow: number;

  beforeAll(async () => {
    const { db } = database;
    tarnica = (await createCompany(db, { name: 'Tarnica', slug: 'tarnica' })).id;
    ostro = (await createCompany(db, { name: 'Ostro', slug: 'ostro' })).id;
    krakow = (await createPlace(db, { name: 'Kraków', slug: 'krakow' })).id;
    const made = [
      await createOffer(db, {
        companyId: tarnica,
        skills: ['java', 'kafka'],
        places: [krakow],
        pay: [yearlyEur(50_000, 60_000)],
      }),
      await createOffer(db, { companyId: tarnica, skills: ['java'], workplace: 'remote' }),
      await createOffer(db, { companyId: tarnica, role: 'qa', places: [krakow] }),
      await createOffer(db, { companyId: ostro, role: 'qa' }),
      await createOffer(db, { companyId: ostro, role: OTHER_ROLE, skills: ['java'], places: [krakow] }),
      await createOffer(db, { companyId: ostro, state: 'paused', skills: ['java'] }),
    ];
    await createOffer(db, { companyId: (await createCompany(db)).id, role: OTHER_ROLE }).then((offer) =>
      made.push(offer),
    );
    await indexOffers(
      db,
      made.map((offer) => offer.id),
    );
    await recountMarket(db, new Date());
  });

  test('count live offers by role, and those that are remote', async () => {
    const roles = new Map((await countRoles(database.db)).map((role) => [role.slug, role]));
    expect(roles.get('backend')).toMatchObject({ offers: 2, remoteShare: 0.5 });
    expect(roles.get('qa')).toMatchObject({ offers: 2, remoteShare: 0 });
    expect(roles.get('game')).toMatchObject({ offers: 0, remoteShare: null });
    expect(roles.has(OTHER_ROLE)).toBe(false);
  });

  test('leave offers outside IT out of the skills', async () => {
    const skills = new Map((await countSkills(database.db)).map((skill) => [skill.slug, skill.offers]));
    expect(skills.get('java')).toBe(2);
    expect(skills.get('kafka')).toBe(1);
    expect(skills.get('cobol')).toBe(0);
  });

  test('list companies that hire in IT, most offers first, by page', async () => {
    const first = await listHiringCompanies(database.db, { page: 1, pageSize: 1 });
    expect(first.total).toBe(2);
    expect(first.companies).toMatchObject([
      {
        id: tarnica,
        slug: 'tarnica',
        name: 'Tarnica',
        offers: 3,
        roles: [
          { slug: 'backend', offers: 2 },
          { slug: 'qa', offers: 1 },
        ],
      },
    ]);
    const second = await listHiringCompanies(database.db, { page: 2, pageSize: 1 });
    expect(second.companies.map((company) => [company.name, company.offers])).toEqual([['Ostro', 1]]);
    const third = await listHiringCompanies(database.db, { page: 3, pageSize: 1 });
    expect(third).toEqual({ companies: [], total: 2 });
  });

  test('the nearest roles have offers, and those of the same group come first', async () => {
    const roles = (await countRoles(database.db)).map((role) => ({
      ...role,
      offers: ['backend', 'data-scientist', 'game'].includes(role.slug) ? 5 : 0,
    }));
    const near = nearestRoles(roles, await roleNamed('data-engineer'), 2);
    expect(near.map((role) => role.slug)).toEqual(['data-scientist', 'backend']);
    expect(nearestRoles(roles, await roleNamed('backend'), 9).map((role) => role.slug)).toEqual([
      'game',
      'data-scientist',
    ]);
  });
});
