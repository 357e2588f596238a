import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { offersHref } from '@/domain/offers/input';
import type { OfferDetail } from '@/domain/offers/rules';
import { answerLog } from './answer-log';
import { Answers } from './answers';
import { closedFacts, closedSentence, keptUntil } from './closed-words';
import { OfferHead } from './offer-head';

type ClosedOfferProps = {
  offer: OfferDetail;
  /** Days that the page stays after the end. */
  closedOfferDays: number;
  /** UTC day (YYYY-MM-DD). */
  today: string;
  /** Signs up for offers like it. */
  signup: ReactNode;
};

/** The notice in place of an offer that has ended or is paused. */
export function ClosedOffer({ offer, closedOfferDays, today, signup }: ClosedOfferProps) {
  const until = keptUntil(offer, closedOfferDays);
  return (
    <article className="band">
      <OfferHead offer={offer} closed />
      <div className="band-side lg:mt-12">
        <p className="inline-block rounded-sm bg-accent-wash px-2 py-0.5 text-xs leading-5 font-semibold text-accent-deep">
          {offer.state === 'paused' ? 'Paused' : 'Closed'}
        </p>
      </div>
      <div className="grid gap-x-16 gap-y-8 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div>
          <div className="prose">
            <p className="lede">{closedSentence(offer)}</p>
            <p>
              We keep the page {until ? `until ${until}, ` : ''}so that links to it still lead somewhere.{' '}
              {closedFacts(offer)}
            </p>
          </div>
          <div className="mt-6 flex flex-wrap items-start gap-3">
            {signup}
            <ButtonLink href={offersHref({ role: [offer.role.slug] })}>Open offers in this role</ButtonLink>
          </div>
        </div>
        <Answers title="Answers it gave" log={answerLog(offer, today)} />
      </div>
    </article>
  );
}
