import { CONTRACTS } from '@/domain/offers/input';
import { countryName } from '@/domain/offers/labels';
import { type Rates, toYearlyEur } from '@/domain/offers/pay';
import type { OfferDetail, OfferPlace, OfferRow } from '@/domain/offers/rules';
import type { OfferFacts } from './read-form';

/** What of the preview the form does not say. */
export type PreviewContext = {
  company: OfferDetail['company'];
  rates: Rates;
  now: Date;
};

/** The form as the offer's page would show it were it published at `now`; blanks are shown as such. */
export function toPreview(facts: OfferFacts, { company, rates, now }: PreviewContext): OfferDetail {
  const at = now.toISOString();
  return {
    id: 0,
    slug: 'preview',
    state: 'live',
    title: facts.title || 'Job title',
    descriptionHtml: facts.descriptionHtml,
    role: facts.role ?? { slug: 'other', title: 'Role' },
    seniority: facts.seniority,
    workplace: facts.workplace ?? 'onsite',
    workplaceNote: facts.workplaceNote,
    partTime: facts.partTime,
    featured: false,
    places: facts.places.map(
      ({ use, countryCode, city }): OfferPlace => ({
        kind: city ? 'city' : 'country',
        slug: '',
        name: city ? city.name : countryName(countryCode),
        countryCode,
        use,
      }),
    ),
    skills: facts.skills,
    pay: facts.pay
      .toSorted((a, b) => CONTRACTS.indexOf(a.contract) - CONTRACTS.indexOf(b.contract))
      .map(({ min, max, ...pay }) => ({
        ...pay,
        statedMin: min,
        statedMax: max,
        yearlyEurMin: yearly(min, pay, rates),
        yearlyEurMax: yearly(max, pay, rates),
      })),
    company,
    applyBy: facts.apply && 'email' in facts.apply ? 'email' : 'url',
    source: 'employer',
    sourceId: null,
    publishedAt: at,
    expiresAt: facts.closesAt?.toISOString() ?? null,
    closedAt: null,
    confirmedAt: at,
    updatedAt: at,
    answers: [],
  };
}

function yearly(
  amount: number | null,
  { currency, period }: Pick<OfferFacts['pay'][number], 'currency' | 'period'>,
  rates: Rates,
): number | null {
  return amount === null || !currency || !period ? null : toYearlyEur(amount, currency, period, rates);
}

/** The same as a list would show it. */
export function toPreviewRow(offer: OfferDetail): OfferRow {
  const { id, slug, title, role, seniority, workplace, workplaceNote, partTime, featured, places, pay } =
    offer;
  const at = offer.publishedAt ?? offer.updatedAt;
  return {
    ...{ id, slug, title, role, seniority, workplace, workplaceNote, partTime, featured, places, pay },
    company: { id: offer.company.id, slug: offer.company.slug, name: offer.company.name },
    skills: offer.skills.map((skill) => ({ slug: skill.slug, name: skill.name })),
    publishedAt: at,
    expiresAt: offer.expiresAt ?? at,
    confirmedAt: offer.confirmedAt,
  };
}
