import { Button, ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Act } from './plan-choice';

type Pending = { id: number; state: string; planName: string; planCode: string };

type PendingOrdersProps = {
  /** Orders that are being paid for. */
  orders: Pending[];
  giveUp: Act;
  /** Path to come back to. */
  back: string;
};

/** Payments that were begun, each with the way on. */
export function PendingOrders({ orders, giveUp, back }: PendingOrdersProps) {
  return orders.map(({ id, state, planName }) => (
    <Notice key={id} kind="warn" className="mt-6 max-w-160">
      {state === 'processing' ? (
        <p>
          <b>The payment for “{planName}” is on its way.</b> A bank debit takes a few days; a mail tells you
          when it has arrived. <a href={`/employer/orders/${id}`}>See the order</a>
        </p>
      ) : (
        <>
          <p>
            <b>“{planName}” is not paid yet.</b> Nothing has been taken.
          </p>
          <div className="mt-3 flex flex-wrap gap-3">
            <ButtonLink href={`/employer/orders/${id}/pay`} rel="nofollow" kind="ink">
              Go on to the payment
            </ButtonLink>
            <form action={giveUp}>
              <input type="hidden" name="order" value={id} />
              <input type="hidden" name="back" value={back} />
              <Button type="submit">Give it up</Button>
            </form>
          </div>
        </>
      )}
    </Notice>
  ));
}

/** The last payment came to nothing: the same again, with one click. */
export function TryAgain({
  order: { id, state, planName, planCode },
  offerId,
  buy,
}: {
  order: Pending;
  /** Null for a pack. */
  offerId: number | null;
  buy: Act;
}) {
  return (
    <Notice kind="ask" className="mt-6 max-w-160">
      <p>
        <b>{state === 'failed' ? `The payment for “${planName}” failed.` : `“${planName}” was not paid.`}</b>{' '}
        Nothing was taken. <a href={`/employer/orders/${id}`}>See the order</a>
      </p>
      <Retry offerId={offerId} planCode={planCode} buy={buy} />
    </Notice>
  );
}

export function Retry({ offerId, planCode, buy }: { offerId: number | null; planCode: string; buy: Act }) {
  return (
    <form action={buy} className="mt-3">
      {offerId !== null && <input type="hidden" name="offer" value={offerId} />}
      <input type="hidden" name="plan" value={planCode} />
      <Button type="submit" kind="ink">
        Try again
      </Button>
    </form>
  );
}
