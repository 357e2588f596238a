import { cache } from 'react';
import { cached } from '@/app/cached';
import { isAsked } from '@/components/offers/detail/answer-log';
import { database } from '@/db/pool';
import { readSearch } from '@/domain/newsletter/searches';
import { NO_FILTERS, type OfferFilters } from '@/domain/offers/input';
import { getExchangeRates, getOffer, getOfferSubjects } from '@/domain/offers/queries';
import type { OfferDetail, OfferRow } from '@/domain/offers/rules';
import { similarOffers } from '@/domain/offers/similar';
import { offerVisibility } from '@/domain/offers/visibility';
import { findTimeToAnswer } from '@/domain/rollcall/queries';
import type { RollCallFacts } from '@/domain/rollcall/rules';
import { readSettings } from '@/domain/settings/settings';
import { utcDay } from '../../today';

export type OfferPageData = {
  offer: OfferDetail;
  visibility: 'open' | 'closed';
  closedOfferDays: number;
  rollCall: RollCallFacts;
  similar: OfferRow[];
  /** Of a closed one: the search for offers like it. */
  alert: { query: string; words: string } | null;
  rates: Awaited<ReturnType<typeof getExchangeRates>>;
  /** UTC day (YYYY-MM-DD). */
  today: string;
};

const SIMILAR = 5;

/**
 * What the page of an offer shows; null where nothing may be shown. Once a request, and kept until the
 * offer, its company, an offer beside it, a rate or the day changes. An id without an offer is kept too: the offer
 * that gets it one day invalidates `offer:ID`.
 */
export const loadOfferPage = cache(async (id: number): Promise<OfferPageData | null> => {
  const key = String(id);
  const subjects = await cached(['offer-subjects', key], [`offer:${id}`], () =>
    getOfferSubjects(database(), id),
  );
  if (!subjects) return null;
  const tags = [
    `offer:${id}`,
    `company:${subjects.companyId}`,
    `role-closed:${subjects.role}`,
    'exchange-rates',
    'day',
  ];
  return cached(['offer-page', key], tags, () => findOfferPage(id));
});

async function findOfferPage(id: number): Promise<OfferPageData | null> {
  const [db, now] = [database(), new Date()];
  const [offer, { closedOfferDays, rollCallDays, rollCallSilenceDays }] = await Promise.all([
    getOffer(db, id),
    readSettings(db),
  ]);
  if (!offer) return null;
  const visibility = offerVisibility(offer, closedOfferDays, now);
  if (visibility === 'gone') return null;
  const currencies = offer.pay.flatMap(({ currency }) => (currency && currency !== 'EUR' ? [currency] : []));
  const [similar, rates, secondsToAnswer, alert] = await Promise.all([
    similarOffers(db, id, SIMILAR, now),
    visibility === 'open' ? getExchangeRates(db, currencies) : [],
    visibility === 'open' && isAsked(offer) ? findTimeToAnswer(db, offer.company.id) : null,
    visibility === 'closed' ? readSearch(db, likeIt(offer)) : null,
  ]);
  const rollCall = { rollCallDays, rollCallSilenceDays, secondsToAnswer };
  return { offer, visibility, closedOfferDays, rollCall, similar, alert, rates, today: utcDay(now) };
}

/** Its role at its level: near enough to be of use, wide enough to find something. */
function likeIt({ role, seniority }: OfferDetail): OfferFilters {
  return { ...NO_FILTERS, role: [role.slug], seniority: seniority ? [seniority] : [] };
}
