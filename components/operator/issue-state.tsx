import { Status } from '@/components/ui/status';

const STATES = {
  draft: { label: 'Draft', kind: 'plain' },
  scheduled: { label: 'Scheduled', kind: 'warn' },
  sending: { label: 'Being sent', kind: 'warn' },
  paused: { label: 'Paused', kind: 'bad' },
  sent: { label: 'Sent', kind: 'good' },
  cancelled: { label: 'Cancelled', kind: 'plain' },
} as const;

export function IssueState({ state }: { state: keyof typeof STATES }) {
  const { label, kind } = STATES[state];
  return <Status kind={kind}>{label}</Status>;
}
