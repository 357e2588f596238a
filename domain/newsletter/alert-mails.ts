import { inArray, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { subscription } from '@/db/schema/newsletter';
import type { MailData } from '@/domain/mail/input';
import { offersHref } from '@/domain/offers/input';
import { stamp } from '@/domain/offers/moves';
import { loadOfferRows } from '@/domain/offers/rows';
import type { OfferRow } from '@/domain/offers/rules';
import { NEWEST_FIRST } from '@/domain/offers/search-hits';
import { readSettings } from '@/domain/settings/settings';
import type { AlertDelivery } from './deliveries';
import { listHeaders } from './headers';
import { leaveAllUrl, preferencesUrl, unsubscribeUrl } from './links';
import { toMailOffer } from './mail-offers';
import type { NewsletterPorts } from './mails';
import { MOST_HITS, MOST_OFFERS } from './rules';
import { findSearches } from './searches';

export type AlertMail = { mail: MailData; headers: Record<string, string> };

/**
 * The mails of those deliveries, each with what its alert found and is open now: featured offers first, then the
 * newest, as the page has them. Where none of them is open any more there is no mail. Only reads, so that it may be
 * asked again.
 */
export async function readAlertMails(
  db: Db,
  deliveries: readonly AlertDelivery[],
  { link }: NewsletterPorts,
  now: Date,
): Promise<Map<number, AlertMail>> {
  if (deliveries.length === 0) return new Map();
  const [hits, alerts, { postalAddress }] = await Promise.all([
    findOpenHits(db, deliveries, now),
    db
      .select()
      .from(subscription)
      .where(
        inArray(
          subscription.id,
          deliveries.map(({ subscriptionId }) => subscriptionId),
        ),
      ),
    readSettings(db),
  ]);
  const [offers, searches] = await Promise.all([
    loadOffers(db, [...hits.values()]),
    findSearches(
      db,
      alerts.map(({ query }) => query),
    ),
  ]);
  const mails = new Map<number, AlertMail>();
  for (const { id, subscriptionId, subscriberId, email } of deliveries) {
    const alert = alerts.find((one) => one.id === subscriptionId);
    const search = alert && searches.get(alert.query);
    const found = hits.get(id);
    const rows = (found?.ids ?? []).flatMap((offerId) => offers.get(offerId) ?? []);
    if (!alert?.frequency || !search || !found || rows.length === 0) continue;
    const leaveUrl = unsubscribeUrl({ subscriptionId, deliveryId: id }, link);
    mails.set(id, {
      headers: listHeaders({ list: 'alerts', siteUrl: link.siteUrl, leaveUrl }),
      mail: {
        kind: 'job-alert',
        search: search.words,
        frequency: alert.frequency,
        since: (alert.confirmedAt ?? alert.createdAt).toISOString(),
        offers: rows.map((row) => toMailOffer(row, link.siteUrl, now)),
        more: found.offers - rows.length,
        moreCapped: found.kept === MOST_HITS,
        // With words the page would begin with what fits best.
        seeAllUrl:
          link.siteUrl + offersHref({ ...search.filters, sort: search.filters.q ? 'newest' : undefined }),
        leaveAllUrl: leaveAllUrl({ subscriberId, deliveryId: id }, link),
        footer: {
          leaveUrl,
          preferencesUrl: preferencesUrl({ subscriberId, email }, link, now),
          postalAddress,
        },
      },
    });
  }
  return mails;
}

type OpenHits = {
  /** The first of them; null where there is none. */
  ids: number[] | null;
  /** How many there are. */
  offers: number;
  /** Those that have closed among them. */
  kept: number;
};

async function findOpenHits(
  db: Db,
  deliveries: readonly { id: number }[],
  now: Date,
): Promise<Map<number, OpenHits>> {
  const ids = `{${deliveries.map(({ id }) => id).join(',')}}`;
  const rows = await db.execute<{ delivery: string } & OpenHits>(sql`
    select delivery_id as delivery, count(id)::int as offers, count(*)::int as kept,
      (array_agg(id order by ${NEWEST_FIRST}) filter (where id is not null))[:${MOST_OFFERS}::int] as ids
    from alert_hit h left join offer_search s on s.id = h.offer_id and s.expires > ${stamp(now)}
    where h.delivery_id = any(${ids}::bigint[]) group by delivery_id`);
  return new Map(rows.map(({ delivery, ...found }) => [Number(delivery), found]));
}

async function loadOffers(db: Db, found: readonly OpenHits[]): Promise<Map<number, OfferRow>> {
  const rows = await loadOfferRows(db, [...new Set(found.flatMap(({ ids }) => ids ?? []))]);
  return new Map(rows.map((row) => [row.id, row]));
}
