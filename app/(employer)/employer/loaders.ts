import { database } from '@/db/pool';
import { readCredits } from '@/domain/billing/credits';
import { listRenewable } from '@/domain/billing/employer-orders';
import type { CompanyId } from '@/domain/companies/input';
import { listDrafts } from '@/domain/drafts/queries';
import { BOARD_PAGE, countBoard, listBoard, listUnanswered } from '@/domain/offers/dashboard';
import { EDITABLE } from '@/domain/offers/employer-offers';
import { BOARD_GROUPS, type BoardGroup, type BoardOffer } from '@/domain/offers/rules';
import { readSettings } from '@/domain/settings/settings';

/** Offers that ran out, in the form that renews several. */
const MOST_RENEWABLE = 20;

/** What the dashboard shows: counts, questions that wait, drafts and one page of offers. Never cached. */
export async function loadBoard(
  { companyId, userId }: { companyId: CompanyId; userId: string },
  params: Record<string, string | string[] | undefined>,
  now: Date,
) {
  const db = database();
  const group = readGroup(params.state);
  const scope = { author: null, userId, companies: [companyId], actingFor: companyId };
  const [figures, unanswered, drafts, settings, credits, renewable] = await Promise.all([
    countBoard(db, companyId, now),
    listUnanswered(db, companyId),
    listDrafts(db, scope),
    readSettings(db),
    readCredits(db, companyId, now),
    listRenewable(db, companyId, MOST_RENEWABLE, now),
  ]);
  const all = Object.values(figures.groups).reduce((sum, n) => sum + n, 0);
  const shown = group ? figures.groups[group] : all;
  const pages = Math.max(1, Math.ceil(shown / BOARD_PAGE));
  const page = Math.min(readPage(params.page), pages);
  const offers = await listBoard(db, companyId, { group, page }, now);
  return {
    ...{ figures, unanswered, drafts, settings, all, group, page, pages },
    offers: offers.map(withEditing),
    credits: credits.left,
    renewable: renewable.map(({ closedAt, ...offer }) => ({
      ...offer,
      closedAt: closedAt?.toISOString() ?? null,
    })),
  };
}

/** Those of an import have no form that could be opened again. */
export function withEditing<Offer extends BoardOffer>(offer: Offer): Offer & { isEditable: boolean } {
  return { ...offer, isEditable: offer.source === 'employer' && EDITABLE.includes(offer.state) };
}

function readGroup(value: unknown): BoardGroup | undefined {
  return typeof value === 'string' && Object.hasOwn(BOARD_GROUPS, value) ? (value as BoardGroup) : undefined;
}

function readPage(value: unknown): number {
  return typeof value === 'string' && /^[1-9]\d{0,4}$/.test(value) ? Number(value) : 1;
}
