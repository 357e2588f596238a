import { orderNote } from '@/components/market/labels';
import { OfferRows } from '@/components/offers/offer-rows';
import { Blank } from '@/components/ui/blank';
import { ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icons';
import type { PayFigures } from '@/domain/market/rules';
import { offersHref } from '@/domain/offers/input';
import { formatDate, formatNumber } from '@/domain/offers/labels';
import type { OfferRow } from '@/domain/offers/rules';
import { inSentence } from './role-words';

type RoleOffersProps = {
  role: { slug: string; short: string };
  /** All that are open. */
  offers: number;
  /** The first of them. */
  rows: OfferRow[];
  pay: PayFigures;
  /** UTC day (YYYY-MM-DD). */
  today: string;
  /** Where there are none: the nearest roles that have some, and when the last one closed (ISO 8601). */
  instead?: { nearest: { slug: string; short: string; offers: number }[]; lastClosed: string | null };
};

/** The latest offers of a role, or an honest blank. */
export function RoleOffers({ role, offers, rows, pay, today, instead }: RoleOffersProps) {
  const short = inSentence(role.short);
  return (
    <section id="offers" className="mt-12 scroll-mt-6">
      <h2>Latest job offers</h2>
      {rows.length > 0 ? (
        <>
          <p className="mt-1 mb-4 text-sm text-ink-3">{orderNote(rows)}</p>
          <OfferRows rows={rows} pay={pay} today={today} />
          <ButtonLink href={offersHref({ role: [role.slug] })} className="mt-5">
            Show all job offers
            <span className="num font-normal">{formatNumber(offers)}</span>
            <Icon name="arrow" />
          </ButtonLink>
        </>
      ) : (
        <div className="mt-4">
          <Blank title={`No ${short} offers right now.`}>
            {instead?.lastClosed && <p>The last one closed on {formatDate(instead.lastClosed)}.</p>}
            <p className="flex flex-wrap gap-x-5">
              {instead?.nearest.map((other) => (
                <a key={other.slug} href={`/roles/${other.slug}`}>
                  {other.short} offers ({formatNumber(other.offers)})
                </a>
              ))}
              <a href="/offers">All offers</a>
            </p>
          </Blank>
        </div>
      )}
    </section>
  );
}
