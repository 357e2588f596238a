import { Notice } from '@/components/ui/notice';

const DONE: Record<string, string> = {
  paused: 'Paused. It is off the list, and its days stand still.',
  resumed: 'It is back on the list, with the days it had left.',
  filled: 'Closed as filled. Candidates who come by see that.',
  confirmed: 'Noted: still open. Candidates see the tick.',
  discarded: 'Deleted.',
  deleted: 'The draft is deleted.',
  spent: 'Done, with a credit for each offer.',
  'spent-some': 'Done for some of them; for the others there was no credit left, or no use for one.',
  'given-up': 'Given up. Nothing was taken.',
};
const FAULTS: Record<string, string> = {
  not_for_sale: 'Nothing was bought: as the offer stands now, it has no use for that.',
  no_such_plan: 'Nothing was bought: that plan is not sold any more.',
  no_credits: 'There is no credit left.',
  payments_down: 'The payments do not answer at the moment. Nothing was taken; try again in a minute.',
  offer_over:
    'It had no time left when it was paused, so it cannot come back. Duplicate it to post it again.',
};

/** What the last click did, in the address after the redirect. Anything else there says nothing. */
export function Outcome({ done, fault }: { done?: unknown; fault?: unknown }) {
  const wrong = typeof fault === 'string' ? FAULTS[fault] : undefined;
  const text = wrong ?? (typeof done === 'string' ? DONE[done] : undefined);
  if (!text) return null;
  return (
    <Notice kind={wrong ? 'ask' : 'good'} role={wrong ? 'alert' : 'status'} className="mt-6">
      <p>{text}</p>
    </Notice>
  );
}
