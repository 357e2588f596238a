import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icons';
import { Notice } from '@/components/ui/notice';
import type { Unanswered } from '@/domain/offers/rules';
import { answerBy, drawSentence } from './offer-words';

export type Act = (form: FormData) => Promise<void>;

type QuestionsProps = {
  offers: Unanswered[];
  /** Days that an answer is waited for. */
  silenceDays: number;
  /** Answers for the offers of the form, `answer` being `open` or `closed`. */
  answer: Act;
  /** Path to come back to. */
  back: string;
};

/** More than that would push the offers themselves off the page. */
const MOST_SHOWN = 6;

/** The roll call on the employer's pages: each question with its two answers. */
export function Questions({ offers, silenceDays, answer, back }: QuestionsProps) {
  if (offers.length === 0) return null;
  const waiting = offers.filter(({ isSilent }) => !isSilent);
  return (
    <section aria-label="Roll call" className="mt-6 grid gap-2">
      {offers.slice(0, MOST_SHOWN).map((offer) => (
        <Notice
          key={offer.id}
          className="grid items-center gap-x-6 gap-y-3 md:grid-cols-[minmax(0,1fr)_auto]"
        >
          <div>
            <p className="font-semibold">Is “{offer.title}” still open?</p>
            <p className="mt-0.5 text-sm text-ink-2">
              {offer.isSilent
                ? 'It is off the list, for want of an answer. A yes brings it back at once, with the days it had left. '
                : `Without an answer it comes off the list on ${answerBy(offer.askedAt, silenceDays)}. `}
              {drawSentence(offer.views, offer.applies)}
            </p>
          </div>
          <form action={answer} className="flex flex-wrap gap-2">
            <input type="hidden" name="offer" value={offer.id} />
            <input type="hidden" name="back" value={back} />
            <Button kind="ink" name="answer" value="open" aria-label={`Still open: ${offer.title}`}>
              <Icon name="done" />
              Still open
            </Button>
            <Button name="answer" value="closed" aria-label={`Close it: ${offer.title}`}>
              Close it
            </Button>
          </form>
        </Notice>
      ))}
      {offers.length > MOST_SHOWN && (
        <p className="text-sm text-ink-2">
          {offers.length - MOST_SHOWN} more wait for an answer: they come first in the list, and each asks on
          its own page.
        </p>
      )}
      {waiting.length > 1 && (
        <form action={answer}>
          {waiting.map(({ id }) => (
            <input key={id} type="hidden" name="offer" value={id} />
          ))}
          <input type="hidden" name="back" value={back} />
          <Button small name="answer" value="open">
            All {waiting.length} are still open
          </Button>
        </form>
      )}
    </section>
  );
}
