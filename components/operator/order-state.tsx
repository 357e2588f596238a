import type { ComponentProps } from 'react';
import { Status } from '@/components/ui/status';
import { ORDER_STATE_LABELS } from '@/domain/billing/labels';
import type { OrderState as State } from '@/domain/billing/rules';

const KINDS: Partial<Record<State, ComponentProps<typeof Status>['kind']>> = {
  processing: 'warn',
  paid: 'good',
  partly_refunded: 'warn',
  disputed: 'bad',
  refund_failed: 'bad',
  lost: 'bad',
  failed: 'bad',
};

export function OrderState({ state }: { state: State }) {
  return (
    <span className="whitespace-nowrap">
      <Status kind={KINDS[state]}>{ORDER_STATE_LABELS[state]}</Status>
    </span>
  );
}
