import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { requireEmployer } from '@/app/session';
import { PendingOrders } from '@/components/billing/pending-orders';
import { PlanChoice } from '@/components/billing/plan-choice';
import { Outcome } from '@/components/employer/outcome';
import { ButtonLink } from '@/components/ui/button';
import type { Credits } from '@/domain/billing/credits';
import { formatAmount } from '@/domain/billing/labels';
import type { Plan } from '@/domain/billing/plans';
import { readOfferId } from '@/domain/drafts/input';
import { formatDate } from '@/domain/offers/labels';
import type { OfferState } from '@/domain/offers/rules';
import { daysInWords } from '@/domain/rollcall/rules';
import { buy, giveUp } from '../../../orders/actions';
import { loadPlanChoice } from './loaders';

export const metadata: Metadata = { title: 'Choose a plan', robots: { index: false } };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The step between an offer and its payment: what it costs to be published, to stay, to stand out or to come back. */
export default async function PublishPage({ params, searchParams }: Props) {
  const [{ id }, { plan, done, fault }] = await Promise.all([params, searchParams]);
  const here = `/employer/offers/${id}/publish`;
  const { company } = await requireEmployer(here);
  const offerId = readOfferId(id);
  const choice = offerId && (await loadPlanChoice(company.companyId, offerId, new Date()));
  if (!choice) notFound();
  const { offer, plans, pack, credits, settings, pending, isArriving } = choice;
  const isOut = offer.state === 'live' || offer.state === 'paused';
  const canBuy = plans.length > 0;
  return (
    <>
      <p className="mb-3 text-sm">
        <a href={`/employer/offers/${offer.id}`}>← {offer.title}</a>
      </p>
      <h1>{canBuy ? titleOf(offer.state, plans) : isArriving ? 'It is paid for' : 'Nothing to pay for'}</h1>
      <p className="mt-2 max-w-160 text-ink-2">
        {offer.closesFirst ? closingLead(offer) : canBuy || !isArriving ? leadOf(offer.state) : ''}
        {offer.state === 'live' &&
          !offer.closesFirst &&
          offer.expiresAt &&
          ` It is paid for until ${formatDate(offer.expiresAt.toISOString())}.`}
      </p>
      <Outcome done={done} fault={fault} />
      <PendingOrders orders={pending} giveUp={giveUp} back={here} />
      <div className="mt-8">
        {canBuy ? (
          <PlanChoice
            buy={buy}
            offerId={offer.id}
            plans={plans}
            credits={credits && credits.left > 0 ? creditsInWords(credits, offer.state) : null}
            wanted={typeof plan === 'string' ? plan : undefined}
            automaticTax={settings.automaticTax}
            promotionCodes={settings.promotionCodes}
          >
            {!isOut && (
              <p>
                Once in {daysInWords(settings.rollCallDays)} we ask whether the job is still open; without an
                answer the offer comes off the list. <a href="/how-it-works">How it works</a>
              </p>
            )}
            {settings.reviewBeforePublishing && offer.state !== 'expired' && !isOut && (
              <p className="mt-2">
                The operator reads it before it is published. All of the money goes back if it is turned down.
              </p>
            )}
            {pack && !isOut && !credits?.left && (
              <p className="mt-2">
                More than one to post? <a href="/employer/orders#credits">{pack.name}</a>:{' '}
                {formatAmount(Math.round(pack.price / Math.max(1, pack.credits)), pack.currency)} an offer.
              </p>
            )}
          </PlanChoice>
        ) : (
          <span className="flex flex-wrap gap-3">
            {offer.closesFirst && offer.state === 'expired' && (
              <ButtonLink href={`/employer/offers/${offer.id}/edit#closes`} kind="go">
                Change the closing date
              </ButtonLink>
            )}
            <ButtonLink href={`/employer/offers/${offer.id}`}>Back to the offer</ButtonLink>
          </span>
        )}
      </div>
    </>
  );
}

type PlanChoiceOffer = NonNullable<Awaited<ReturnType<typeof loadPlanChoice>>>['offer'];

function titleOf(state: OfferState, plans: Plan[]): string {
  const isOut = state === 'live' || state === 'paused';
  if (isOut) {
    const [extends_, upgrades] = (['extension', 'upgrade'] as const).map((kind) =>
      plans.some((plan) => plan.kind === kind),
    );
    return extends_ && upgrades ? 'Extend or upgrade' : upgrades ? 'Upgrade it' : 'Extend it';
  }
  return state === 'expired' ? 'Renew it' : 'Choose a plan';
}

/** Days would be sold for nothing: another closing date does it. */
function closingLead({ id, state, expiresAt, closesAt }: PlanChoiceOffer): ReactNode {
  const [closes, paid] = [closesAt, expiresAt].map((at) => (at ? formatDate(at.toISOString()) : ''));
  if (state === 'expired')
    return `It closed on ${closes}, the day that you chose, and is paid for until ${paid}. With a later closing date, or none, it is back on the list, without paying again.`;
  return (
    <>
      It closes on {closes}, the day that you chose, and is paid for until {paid}. To keep it longer,{' '}
      <a href={`/employer/offers/${id}/edit#closes`}>change the closing date</a>: that costs nothing.
    </>
  );
}

function leadOf(state: OfferState): string {
  switch (state) {
    case 'draft':
      return 'The offer is complete. Paid for, it is on the list within a second.';
    case 'awaiting_payment':
      return 'You may go on with the payment that was begun, or choose another plan.';
    case 'live':
      return 'More days are added to those it has.';
    case 'paused':
      return 'Its days stand still while it is paused; more are added to those it has.';
    case 'expired':
      return 'It has run out. Renewed, it is back on the list at once, as of today.';
    default:
      return 'As the offer stands, there is nothing that it could be paid for.';
  }
}

function creditsInWords({ left, packs }: Credits, state: OfferState) {
  const [first] = packs;
  return {
    left,
    note: first
      ? `Basic, without paying again. The first lapses on ${formatDate(first.expiresAt.toISOString())}`
      : '',
    label: state === 'expired' ? 'Renew with a credit' : 'Publish with a credit',
  };
}
