import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { company } from '@/db/schema/companies';
import { exchangeRate, offer } from '@/db/schema/offers';
import { role } from '@/db/schema/roles';
import type { OfferDetail } from './rules';

/**
 * The offer of that id in whatever state it is, or null: what may be shown of it is for
 * `offerVisibility` to say. One round trip; plain JSON, dates as ISO 8601 in UTC. Where to apply is
 * left out on purpose (`getApplyTarget`), so that no address slips into a page.
 */
export async function getOffer(db: Db, id: number): Promise<OfferDetail | null> {
  const [found] = await db
    .select({
      id: offer.id,
      slug: offer.slug,
      state: offer.state,
      title: offer.title,
      descriptionHtml: offer.descriptionHtml,
      seniority: offer.seniority,
      workplace: offer.workplace,
      workplaceNote: offer.workplaceNote,
      partTime: offer.partTime,
      featured: offer.featured,
      applyBy: sql<OfferDetail['applyBy']>`case when ${offer.applyUrl} is null then 'email' else 'url' end`,
      source: offer.source,
      sourceId: offer.sourceId,
      publishedAt: offer.publishedAt,
      expiresAt: offer.leavesAt,
      closedAt: offer.closedAt,
      confirmedAt: offer.confirmedAt,
      updatedAt: offer.updatedAt,
      role: { slug: role.slug, title: role.title },
      company: {
        id: company.id,
        slug: company.slug,
        name: company.name,
        website: company.website,
        logoUrl: sql<string | null>`coalesce(
          (select '/logos/' || l.company_id || '-' || l.hash || '.webp' from company_logo l
            where l.company_id = ${company.id}), ${company.logoUrl})`,
        about: company.about,
        liveOffers: sql<number>`(select count(*)::int from offer_search s where s.company = ${company.id})`,
      },
      places: sql<OfferDetail['places']>`(
        select coalesce(json_agg(json_build_object(
            'kind', p.kind, 'slug', p.slug, 'name', p.name, 'countryCode', p.country_code, 'use', op.use
          ) order by op.use, op.position), '[]')
        from offer_place op join place p on p.id = op.place_id where op.offer_id = ${offer.id})`,
      skills: sql<OfferDetail['skills']>`(
        select coalesce(json_agg(json_build_object(
            'slug', k.slug, 'name', k.name, 'required', os.required, 'level', os.level
          ) order by os.position), '[]')
        from offer_skill os join skill k on k.id = os.skill_id where os.offer_id = ${offer.id})`,
      pay: sql<OfferDetail['pay']>`(
        select coalesce(json_agg(json_build_object(
            'contract', y.contract, 'statedMin', y.stated_min, 'statedMax', y.stated_max,
            'currency', y.currency, 'period', y.period, 'tax', y.tax,
            'yearlyEurMin', y.yearly_eur_min, 'yearlyEurMax', y.yearly_eur_max
          ) order by y.contract), '[]')
        from offer_pay y where y.offer_id = ${offer.id})`,
      answers: sql<OfferDetail['answers']>`(
        select coalesce(json_agg(json_build_object(
            'askedAt', a.asked_at, 'answeredAt', a.answered_at, 'answer', a.answer, 'by', a.by
          ) order by a.asked_at desc, a.id desc), '[]')
        from offer_answer a where a.offer_id = ${offer.id})`,
    })
    .from(offer)
    .innerJoin(company, eq(company.id, offer.companyId))
    .innerJoin(role, eq(role.id, offer.roleId))
    .where(eq(offer.id, id));
  if (!found) return null;
  return {
    ...found,
    publishedAt: found.publishedAt?.toISOString() ?? null,
    expiresAt: found.expiresAt?.toISOString() ?? null,
    closedAt: found.closedAt?.toISOString() ?? null,
    confirmedAt: found.confirmedAt?.toISOString() ?? null,
    updatedAt: found.updatedAt.toISOString(),
    answers: found.answers.map((answer) => ({
      ...answer,
      askedAt: new Date(answer.askedAt).toISOString(),
      answeredAt: answer.answeredAt && new Date(answer.answeredAt).toISOString(),
    })),
  };
}

export type ApplyTarget = { slug: string; title: string; company: string } & (
  | { url: string }
  | { email: string }
);

/** Where one applies to the offer, or null if it is not live at `now`. */
export async function getApplyTarget(db: Db, id: number, now: Date): Promise<ApplyTarget | null> {
  const [found] = await db
    .select({
      slug: offer.slug,
      title: offer.title,
      company: company.name,
      url: offer.applyUrl,
      email: offer.applyEmail,
      expiresAt: offer.leavesAt,
    })
    .from(offer)
    .innerJoin(company, eq(company.id, offer.companyId))
    .where(and(eq(offer.id, id), eq(offer.state, 'live')));
  if (!found?.expiresAt || found.expiresAt <= now) return null;
  const { slug, title, url, email } = found;
  if (url !== null) return { slug, title, company: found.company, url };
  return email === null ? null : { slug, title, company: found.company, email };
}

/** Company and role of an offer, by which its page is tagged; null if there is no such offer. */
export async function getOfferSubjects(
  db: Db,
  id: number,
): Promise<{ companyId: number; role: string } | null> {
  const [found] = await db
    .select({ companyId: offer.companyId, role: role.slug })
    .from(offer)
    .innerJoin(role, eq(role.id, offer.roleId))
    .where(eq(offer.id, id));
  return found ?? null;
}

/** Rates of those currencies (ISO 4217): units for one EUR, with their day (YYYY-MM-DD) and source. */
export async function getExchangeRates(
  db: Db,
  currencies: string[],
): Promise<(typeof exchangeRate.$inferSelect)[]> {
  if (currencies.length === 0) return [];
  return db.select().from(exchangeRate).where(inArray(exchangeRate.currency, currencies));
}
