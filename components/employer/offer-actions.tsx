import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Confirm } from '@/components/ui/confirm';
import { hasPlans } from '@/domain/billing/rules';
import type { BoardOffer, OfferState } from '@/domain/offers/rules';
import type { Act } from './questions';

export type OfferActs = Record<'pause' | 'resume' | 'fill' | 'discard', Act>;

/** What leads to the plans of an offer; elsewhere they extend it. */
const PLAN_LABELS: Partial<Record<OfferState, string>> = {
  draft: 'Choose a plan',
  awaiting_payment: 'Pay',
  expired: 'Renew',
};

type OfferActionsProps = {
  offer: Pick<BoardOffer, 'id' | 'title' | 'state' | 'source' | 'closesFirst' | 'pausedBy' | 'isBeingEdited'>;
  acts: OfferActs;
  /** Whether it was written here, so that the form can be opened again. */
  isEditable: boolean;
  /** Path to come back to. */
  back: string;
};

/** What its employer may do with an offer as it stands. Every button names its offer for screen readers. */
export function OfferActions({ offer, acts, isEditable, back }: OfferActionsProps) {
  const { id, title, state, pausedBy } = offer;
  const path = `/employer/offers/${id}`;
  const about = <span className="sr-only"> “{title}”</span>;
  const act = (action: Act, label: ReactNode) => (
    <form action={action}>
      <Subject id={id} back={back} />
      <button type="submit" className="link-button">
        {label}
        {about}
      </button>
    </form>
  );
  return (
    <div className="flex flex-wrap gap-x-4">
      {isEditable && (
        <a href={`${path}/edit`} className="link-button">
          {offer.isBeingEdited ? 'Go on editing' : 'Edit'}
          {about}
        </a>
      )}
      {hasPlans(offer) && (
        <a href={`${path}/publish`} className="link-button">
          {PLAN_LABELS[state] ?? (offer.closesFirst ? 'Upgrade' : 'Extend')}
          {about}
        </a>
      )}
      {state === 'live' && act(acts.pause, 'Pause')}
      {state === 'paused' && act(acts.resume, pausedBy === 'silence' ? 'Still open' : 'Resume')}
      {state !== 'suspended' && state !== 'removed' && (
        <a href={`${path}/duplicate`} rel="nofollow" className="link-button">
          Duplicate
          {about}
        </a>
      )}
      {(state === 'live' || state === 'paused' || state === 'expired') && (
        <Confirm label={<>Mark filled{about}</>}>
          <p>For good: it leaves the list, and candidates see that it was filled.</p>
          <form action={acts.fill} className="mt-2">
            <Subject id={id} back={back} />
            <Button small kind="ink">
              It is filled
            </Button>
          </form>
        </Confirm>
      )}
      {state === 'draft' && (
        <Confirm label={<>Delete{about}</>}>
          <p>It was never published. Deleted, it is gone with what was written.</p>
          <form action={acts.discard} className="mt-2">
            <Subject id={id} back="/employer" />
            <Button small kind="ink">
              Delete it
            </Button>
          </form>
        </Confirm>
      )}
    </div>
  );
}

function Subject({ id, back }: { id: number; back: string }) {
  return (
    <>
      <input type="hidden" name="offer" value={id} />
      <input type="hidden" name="back" value={back} />
    </>
  );
}
