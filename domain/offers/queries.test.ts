import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { createCompany, createOffer, createPlace, createSkill, yearlyEur } from '@/db/factories';
import { offer, offerAnswer, offerSkill } from '@/db/schema/offers';
import { useTestDatabase } from '@/dev/testing/database';
import { getApplyTarget, getOffer } from './queries';
import { indexOffers } from './search-index';

const database = useTestDatabase();
const now = new Date('2026-11-21T12:00:00Z');
const before = new Date('2026-11-20T12:00:00Z');

describe('getOffer', () => {
  it('reads everything that the page shows, as plain JSON', async () => {
    const { db } = database;
    const company = await createCompany(db, { name: 'Tarnica', website: 'https://tarnica.example' });
    const skills = [await createSkill(db, { name: 'Go' }), await createSkill(db, { name: 'Kafka' })];
    const desk = await createPlace(db, { name: 'Kraków' });
    const home = await createPlace(db, { name: 'Poland', kind: 'country' });
    const { id } = await createOffer(db, {
      companyId: company.id,
      title: 'Go developer',
      publishedAt: before,
      skills: skills.map((skill) => skill.slug),
      places: [desk.id],
      applicantPlaces: [home.id],
      pay: [{ contract: 'b2b', ...yearlyEur(60_000, 80_000) }, { contract: 'employment' }],
    });
    await db
      .update(offerSkill)
      .set({ required: true, level: 4 })
      .where(eq(offerSkill.skillId, skills[0]?.id ?? 0));
    await db.insert(offerAnswer).values([
      { offerId: id, askedAt: before, answeredAt: before, answer: 'open', by: 'employer' },
      { offerId: id, askedAt: now, answer: 'silent', by: 'employer' },
    ]);
    await createOffer(db, { companyId: company.id, state: 'filled', closedAt: now });
    await indexOffers(db, [id]);

    const found = await getOffer(db, id);
    expect(found).toMatchObject({
      id,
      state: 'live',
      title: 'Go developer',
      applyBy: 'url',
      publishedAt: '2026-11-20T12:00:00.000Z',
      expiresAt: '2026-12-20T12:00:00.000Z',
      closedAt: null,
      confirmedAt: null,
      role: { slug: 'backend' },
      company: { id: company.id, name: 'Tarnica', website: 'https://tarnica.example', liveOffers: 1 },
      skills: [
        { name: 'Go', required: true, level: 4 },
        { name: 'Kafka', required: null, level: null },
      ],
      places: [
        { name: 'Kraków', kind: 'city', countryCode: 'PL', use: 'workplace' },
        { name: 'Poland', kind: 'country', countryCode: 'PL', use: 'applicant' },
      ],
      pay: [
        { contract: 'employment', statedMin: null, yearlyEurMax: null },
        {
          contract: 'b2b',
          statedMin: 6_000_000,
          statedMax: 8_000_000,
          currency: 'EUR',
          yearlyEurMax: 80_000,
        },
      ],
      answers: [
        { askedAt: '2026-11-21T12:00:00.000Z', answeredAt: null, answer: 'silent', by: 'employer' },
        { answeredAt: '2026-11-20T12:00:00.000Z', answer: 'open' },
      ],
    });
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it('reads a bare offer in any state, without where to apply', async () => {
    const { id } = await createOffer(database.db, {
      state: 'draft',
      publishedAt: null,
      expiresAt: null,
      applyUrl: null,
      applyEmail: 'jobs@example.com',
      pay: [],
    });
    const found = await getOffer(database.db, id);
    expect(found).toMatchObject({
      state: 'draft',
      publishedAt: null,
      applyBy: 'email',
      skills: [],
      places: [],
      pay: [],
    });
    expect(JSON.stringify(found)).not.toContain('jobs@example.com');
  });

  it('is null for an id that is not there', async () => {
    expect(await getOffer(database.db, 999_999_999)).toBeNull();
  });
});

describe('getApplyTarget', () => {
  it('knows where to apply for a live offer, by address or by mail', async () => {
    const { db } = database;
    const byUrl = await createOffer(db, {
      publishedAt: before,
      applyUrl: 'https://tarnica.example/apply?id=1',
    });
    const byMail = await createOffer(db, {
      publishedAt: before,
      applyUrl: null,
      applyEmail: 'jobs@example.com',
    });
    expect(await getApplyTarget(db, byUrl.id, now)).toMatchObject({
      slug: byUrl.slug,
      url: 'https://tarnica.example/apply?id=1',
    });
    expect(await getApplyTarget(db, byMail.id, now)).toMatchObject({ email: 'jobs@example.com' });
  });

  it('is null once the offer is not live', async () => {
    const { db } = database;
    const { id } = await createOffer(db, { publishedAt: before });
    expect(await getApplyTarget(db, id, new Date('2026-12-20T12:00:00Z'))).toBeNull();
    for (const state of ['paused', 'filled', 'suspended', 'removed'] as const) {
      await db.update(offer).set({ state }).where(eq(offer.id, id));
      expect(await getApplyTarget(db, id, now)).toBeNull();
    }
  });
});
