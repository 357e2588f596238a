import { similarPay } from '@/components/offers/offer-pay';
import type { PayFigures } from '@/domain/market/rules';
import { bestPay } from '@/domain/offers/labels';
import type { OfferDetail } from '@/domain/offers/rules';
import { PLAIN_ROLL_CALL, type RollCallFacts } from '@/domain/rollcall/rules';
import { answerLog, isAsked, nextCall } from './answer-log';
import { Answers } from './answers';
import { ApplyPanel } from './apply-panel';
import { CompanyBlock } from './company-block';
import { OfferFacts } from './offer-facts';
import { OfferHead } from './offer-head';
import { OfferPayTable, type Rate } from './offer-pay-table';
import { OfferSkills } from './offer-skills';

type OpenOfferProps = {
  offer: OfferDetail;
  pay: PayFigures;
  rates: Rate[];
  rollCall?: RollCallFacts;
  /** Absolute address of the page. */
  url: string;
  /** UTC day (YYYY-MM-DD). */
  today: string;
};

/**
 * An offer that can be applied to. In one column the way to apply comes first; from `lg` on the facts stand
 * in the margin and the way to apply at the right.
 */
export function OpenOffer({ offer, pay, rates, rollCall = PLAIN_ROLL_CALL, url, today }: OpenOfferProps) {
  return (
    <article className="band lg:grid-cols-[var(--side)_minmax(0,1fr)_15rem] lg:pt-10 xl:grid-cols-[var(--side)_minmax(0,1fr)_16rem]">
      <OfferHead offer={offer} className="lg:col-span-2" />
      <div className="mb-8 lg:col-start-3 lg:row-start-2 lg:-ml-8">
        <div className="lg:sticky lg:top-6">
          <ApplyPanel offer={offer} pay={pay} url={url} />
          <div className="mt-6">
            <Answers
              title="Answers so far"
              log={answerLog(offer, today)}
              note={nextCall(offer, rollCall, today)}
              more={isAsked(offer)}
            />
          </div>
        </div>
      </div>
      <div className="band-side max-lg:mb-8 lg:mt-12">
        <OfferFacts offer={offer} />
      </div>
      <div className="lg:row-start-2">
        {(bestPay(offer.pay) || similarPay(pay, offer)) && (
          <section>
            <h2 className="mb-3">{offer.pay.length > 1 ? 'Pay by contract' : 'Pay'}</h2>
            <OfferPayTable offer={offer} pay={pay} rates={rates} />
          </section>
        )}
        {offer.skills.length > 0 && (
          <section className="mt-10 first:mt-0">
            <h2 className="mb-3">Skills</h2>
            <OfferSkills skills={offer.skills} />
          </section>
        )}
        <section className="mt-10 first:mt-0">
          <h2 className="mb-3">In their own words</h2>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised at write (lib/sanitise-html.ts) */}
          <div className="prose" dangerouslySetInnerHTML={{ __html: offer.descriptionHtml }} />
        </section>
        <CompanyBlock company={offer.company} />
      </div>
    </article>
  );
}
