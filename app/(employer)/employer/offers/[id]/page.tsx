import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { utcDay } from '@/app/(public)/today';
import { requireEmployer } from '@/app/session';
import { PendingOrders, TryAgain } from '@/components/billing/pending-orders';
import { DayChart } from '@/components/employer/day-chart';
import { History } from '@/components/employer/history';
import { OfferActions } from '@/components/employer/offer-actions';
import { applyRate, changeSentence, endOf, shortDay, stateOf } from '@/components/employer/offer-words';
import { Outcome } from '@/components/employer/outcome';
import { Questions } from '@/components/employer/questions';
import { type Figure, FigureStrip } from '@/components/market/figure-strip';
import { answerLog, nextCall } from '@/components/offers/detail/answer-log';
import { Answers } from '@/components/offers/detail/answers';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Status } from '@/components/ui/status';
import { formatDate, formatNumber, placesLabel, SEPARATOR } from '@/domain/offers/labels';
import { type BoardOffer, COUNTED_DAYS, type HistoryEvent, WORKPLACE_LABELS } from '@/domain/offers/rules';
import { withEditing } from '../../loaders';
import { buy, giveUp } from '../../orders/actions';
import { answer, discard, fill, pause, resume } from './actions';
import { loadEmployerOffer } from './loaders';

export const metadata: Metadata = { title: 'Your offer', robots: { index: false } };

const acts = { pause, resume, fill, discard };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function EmployerOfferPage({ params, searchParams }: Props) {
  const { id } = await params;
  const here = `/employer/offers/${id}`;
  const { company } = await requireEmployer(here);
  const [{ done, fault }, now] = [await searchParams, new Date()];
  const today = utcDay(now);
  const page = /^[1-9]\d{0,8}$/.test(id) ? await loadEmployerOffer(company.companyId, Number(id), now) : null;
  if (!page) notFound();
  const { offer, detail, days, history, unanswered, rollCall, pendingOrders, lostOrder } = page;
  const state = stateOf(offer);
  const isPublic = ['live', 'paused', 'expired', 'filled'].includes(offer.state);
  return (
    <>
      <p className="mb-3 text-sm">
        <a href="/employer">← Your offers</a>
      </p>
      <h1 className={offer.title.length > 60 ? 'max-w-[34ch] text-xl md:text-2xl' : 'max-w-[24ch]'}>
        {offer.title}
      </h1>
      <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-ink-2">
        <Status kind={state.kind}>{state.label}</Status>
        {[placesLabel(offer), WORKPLACE_LABELS[offer.workplace]].filter(Boolean).join(SEPARATOR)}
        {isPublic && <a href={`/offers/${offer.slug}`}>See it as candidates do</a>}
      </p>
      <div className="mt-3">
        <OfferActions offer={offer} acts={acts} isEditable={withEditing(offer).isEditable} back={here} />
      </div>
      <Outcome done={done} fault={fault} />
      <Standing offer={offer} history={history} />
      <PendingOrders orders={pendingOrders} giveUp={giveUp} back={here} />
      {lostOrder && <TryAgain order={lostOrder} offerId={offer.id} buy={buy} />}
      {offer.state === 'draft' && <ChoosePlan id={offer.id} />}
      <Questions offers={unanswered} silenceDays={rollCall.rollCallSilenceDays} answer={answer} back={here} />
      <div className="mt-8">
        <FigureStrip figures={figuresOf(offer, today)} />
      </div>
      <div className="mt-10 grid gap-10 lg:grid-cols-[minmax(0,1fr)_15rem]">
        <div className="grid content-start gap-10">
          {offer.publishedAt !== null && (
            <section>
              <h2 className="mb-3">Who came by</h2>
              <DayChart days={days} />
            </section>
          )}
          <History events={history} />
        </div>
        {detail && offer.publishedAt !== null && (
          <div>
            <Answers
              title="Answers so far"
              log={answerLog(detail, today)}
              note={offer.state === 'live' ? nextCall(detail, rollCall, today) : undefined}
              more
            />
          </div>
        )}
      </div>
    </>
  );
}

function ChoosePlan({ id }: { id: number }) {
  return (
    <Notice kind="good" className="mt-6 max-w-160">
      <p>The offer is complete. Paid for, it is on the list within a second.</p>
      <ButtonLink href={`/employer/offers/${id}/publish`} kind="go" className="mt-3">
        Choose a plan
      </ButtonLink>
    </Notice>
  );
}

/** Where it stands and what comes next, where the word for its state leaves that open. */
function Standing({ offer, history }: { offer: BoardOffer; history: HistoryEvent[] }) {
  const text = standingOf(offer, history);
  if (!text) return null;
  return (
    <Notice
      kind={
        offer.state === 'suspended' || offer.state === 'removed'
          ? 'ask'
          : offer.state === 'live'
            ? 'good'
            : 'warn'
      }
      className="mt-6 max-w-160"
    >
      <p>{text}</p>
    </Notice>
  );
}

function standingOf(offer: BoardOffer, history: HistoryEvent[]): string | null {
  switch (offer.state) {
    case 'in_review':
      return 'Paid for. The operator reads it before it is published; a mail tells you.';
    case 'suspended':
    case 'removed': {
      const stopped = history.find(({ type }) => type === `offer.${offer.state}`);
      const reason = typeof stopped?.data?.reason === 'string' ? ` Reason: ${stopped.data.reason}` : '';
      return offer.state === 'suspended'
        ? `The operator has suspended it. Its days stand still until that is lifted.${reason}`
        : `The operator has removed it.${reason}`;
    }
    case 'paused':
      return offer.pausedBy === 'employer' && offer.pausedAt
        ? `Paused since ${formatDate(offer.pausedAt)}. Candidates who follow a link to it are told so.`
        : null;
    case 'live':
      return offer.closesFirst && offer.closesAt && offer.expiresAt
        ? `It closes on ${formatDate(offer.closesAt)}, the day that you chose, and is paid for until ${formatDate(offer.expiresAt)}. To keep it longer, change the closing date.`
        : null;
    case 'expired':
      return offer.closesFirst && offer.expiresAt
        ? `It closed on the day that you chose, and is paid for until ${formatDate(offer.expiresAt)}. Edit it: with a later closing date, or none, it is back on the list at once.`
        : null;
    default:
      return null;
  }
}

function figuresOf(offer: BoardOffer, today: string): Figure[] {
  const { views, applies } = offer;
  const end = endOf(offer, today);
  const rate = applyRate(views.now, applies.now);
  return [
    {
      label: `Views, ${COUNTED_DAYS} days`,
      value: formatNumber(views.now),
      note: changeSentence(views, COUNTED_DAYS),
    },
    {
      label: `Applies, ${COUNTED_DAYS} days`,
      value: formatNumber(applies.now),
      note: rate ? `${rate} of the views` : changeSentence(applies, COUNTED_DAYS),
    },
    {
      label: 'Confirmed',
      value: shortDay(offer.confirmedAt),
    },
    {
      label: offer.closedAt && !end.note ? 'Closed' : 'On the list until',
      value: shortDay(end.day),
      note: end.note ?? undefined,
    },
  ];
}
