import type { ComponentProps } from 'react';
import { Status } from '@/components/ui/status';
import type { OfferState as State } from '@/domain/offers/rules';

export const STATE_WORDS: Record<State, string> = {
  draft: 'Draft',
  awaiting_payment: 'Not paid yet',
  in_review: 'In review',
  live: 'Live',
  paused: 'Paused',
  expired: 'Expired',
  filled: 'Filled',
  suspended: 'Suspended',
  removed: 'Removed',
};

const KINDS: Partial<Record<State, ComponentProps<typeof Status>['kind']>> = {
  awaiting_payment: 'warn',
  in_review: 'warn',
  live: 'good',
  suspended: 'bad',
  removed: 'bad',
};

export function OfferState({ state }: { state: State }) {
  return (
    <span className="whitespace-nowrap">
      <Status kind={KINDS[state]}>{STATE_WORDS[state]}</Status>
    </span>
  );
}
