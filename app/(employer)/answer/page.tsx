import type { Metadata } from 'next';
import { Band } from '@/components/layout/band';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icons';
import { Notice } from '@/components/ui/notice';
import { formatDate } from '@/domain/offers/labels';
import type { AskedOffer } from '@/domain/rollcall/queries';
import { answerByMail } from './actions';
import { findQuestion } from './find-question';

// The address holds the key to the answer, which is nobody else's business. (Under `no-referrer` browsers name no
// origin either, and the form is refused.)
export const metadata: Metadata = {
  title: 'Still open?',
  robots: { index: false },
  referrer: 'same-origin',
};

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where the roll call's mail leads. Mail scanners open links; only the buttons answer. */
export default async function AnswerPage({ searchParams }: Props) {
  const params = await searchParams;
  const found = await findQuestion(params);
  if (!found) return <Refused />;
  const { offer, silenceDays } = found;
  return (
    <Band>
      <p className="text-sm text-ink-3">Roll call</p>
      <h1 className={offer.title.length > 60 ? 'mt-1 max-w-[34ch] text-xl md:text-2xl' : 'mt-1 max-w-[24ch]'}>
        {offer.waits ? `Is “${offer.title}” still open?` : offer.title}
      </h1>
      <p className="mt-2 text-lg text-ink-2">{offer.company}</p>
      {offer.waits ? (
        <>
          <p className="mt-5 max-w-160">{consequence(offer, found.askedAt, silenceDays)}</p>
          <form action={answerByMail} className="mt-6 flex flex-wrap gap-3">
            {(['offer', 'asked', 'key'] as const).map((name) => (
              <input key={name} type="hidden" name={name} value={String(params[name] ?? '')} />
            ))}
            <Button kind="go" name="answer" value="open" className="min-h-14 px-7 text-base">
              <Icon name="done" />
              Still open
            </Button>
            <Button name="answer" value="closed" className="min-h-14 px-7 text-base">
              Close it
            </Button>
          </form>
          <p className="mt-6 max-w-160 text-sm text-ink-3">
            “Close it” takes the offer off the list for good, as filled.{' '}
            <a href="/how-it-works">How the roll call works</a>
          </p>
        </>
      ) : (
        <>
          <Notice kind={offer.answer ? 'good' : 'warn'} role="status" className="mt-6 max-w-160">
            <p>{standing(offer)}</p>
          </Notice>
          <p className="mt-6 flex flex-wrap gap-x-6">
            {offer.state === 'live' && <a href={`/offers/${offer.slug}`}>See the offer</a>}
            <a href="/employer">Your offers</a>
          </p>
        </>
      )}
    </Band>
  );
}

function Refused() {
  return (
    <Band>
      <h1>That link does not work</h1>
      <p className="mt-3 max-w-160 text-lg text-ink-2">
        It is not quite as we sent it, or its offer is gone. The mail may have broken it: copy the whole
        address, or answer on your page of offers.
      </p>
      <p className="mt-6">
        <a href="/employer">Your offers</a>
      </p>
    </Band>
  );
}

function consequence(offer: AskedOffer, askedAt: Date, silenceDays: number): string {
  if (offer.isSilent) {
    return `We asked on ${formatDate(askedAt.toISOString())} and heard nothing, so it is off the list. A yes brings it back at once, with the days it had left.`;
  }
  const until = new Date(askedAt.getTime() + silenceDays * 86_400_000).toISOString();
  return `A yes is shown to candidates as a tick. Without an answer the offer comes off the list on ${formatDate(until)}; an answer brings it back.`;
}

/** What became of a question that waits no more. */
function standing({ state, answer, answeredAt }: AskedOffer): string {
  if (answer && answeredAt) {
    const day = formatDate(answeredAt);
    return answer === 'open'
      ? `Answered on ${day}: still open. Candidates see the tick.`
      : `Answered on ${day}: closed. It is off the list, and candidates see that it was filled.`;
  }
  switch (state) {
    case 'paused':
      return 'It is paused, so there is nothing to answer. You can resume it on your page of offers.';
    case 'filled':
      return 'It was closed as filled in the meantime, so there is nothing to answer.';
    case 'expired':
      return 'It ran out in the meantime, so there is nothing to answer.';
    case 'suspended':
      return 'It is suspended, so there is nothing to answer at present.';
    default:
      return 'This question is not open any more.';
  }
}
