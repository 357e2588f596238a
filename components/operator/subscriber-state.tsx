import { Status } from '@/components/ui/status';

const STATES = {
  pending: { kind: 'warn', label: 'Not confirmed' },
  active: { kind: 'good', label: 'Active' },
  unsubscribed: { kind: 'plain', label: 'Left' },
  bounced: { kind: 'bad', label: 'Bounced' },
  complained: { kind: 'bad', label: 'Complained' },
} as const;

export const SUBSCRIBER_STATE_LABELS = Object.fromEntries(
  Object.entries(STATES).map(([state, { label }]) => [state, label]),
) as Record<keyof typeof STATES, string>;

/** Where somebody stands with our mail. */
export function SubscriberStatus({ state }: { state: keyof typeof STATES }) {
  const { kind, label } = STATES[state];
  return <Status kind={kind}>{label}</Status>;
}
