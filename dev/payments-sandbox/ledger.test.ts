import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  applyPromotion,
  confirmPayment,
  expireSession,
  findSession,
  OUTCOMES,
  paySession,
  settleSession,
} from './checkout';
import { describeLedger } from './control';
import { closeDispute, openDispute } from './disputes';
import { findEndpoint } from './endpoints/table';
import { Refusal } from './errors';
import { decodeForm } from './form';
import { readParameters } from './parameters';
import { refundCharge, settleRefund } from './refunds';
import { createSandbox, type Sandbox } from './sandbox';
import { openState } from './state';

const PAYER = { email: 'a@b.example', name: 'A' };

/** As the API would, without HTTP. */
function call(sandbox: Sandbox, path: string, form: string): { id: string } {
  const found = findEndpoint('POST', path);
  if (!found) throw new Error(`no ${path}`);
  const values = readParameters(found.endpoint.parameters, decodeForm(form));
  return found.endpoint.run(sandbox, values as never, found.id) as { id: string };
}

function begin(): { sandbox: Sandbox; id: string } {
  const sandbox = createSandbox(openState(), { links: 'http://sandbox.example', settleAfter: null });
  const coupon = call(sandbox, '/v1/coupons', 'percent_off=50');
  call(sandbox, '/v1/promotion_codes', `code=HALF&promotion[type]=coupon&promotion[coupon]=${coupon.id}`);
  const price = 'line_items[0][price_data]';
  const { id } = call(
    sandbox,
    '/v1/checkout/sessions',
    `mode=payment&success_url=http://x.example&allow_promotion_codes=true&invoice_creation[enabled]=true&line_items[0][quantity]=1&${price}[currency]=eur&${price}[unit_amount]=1000&${price}[product_data][name]=x`,
  );
  return { sandbox, id };
}

type Deed = (sandbox: Sandbox, id: string) => unknown;

const last = <T>(rows: T[]): T => {
  const row = rows.at(-1);
  if (row === undefined) throw new Refusal('there is none yet');
  return row;
};
// Before anything is paid a good deal of what the bank could do is refused, hence two kinds.
const buyer = fc.constantFrom<Deed[]>(
  ...OUTCOMES.map(
    (outcome): Deed =>
      (sandbox, id) =>
        paySession(sandbox, id, PAYER, outcome),
  ),
  (sandbox, id) => confirmPayment(sandbox, id, true),
  (sandbox, id) => confirmPayment(sandbox, id, false),
  (sandbox, id) => applyPromotion(sandbox, id, 'HALF'),
  (sandbox, id) => applyPromotion(sandbox, id, ''),
);
const bank = fc.constantFrom<Deed[]>(
  (sandbox, id) => settleSession(sandbox, id, 'succeed'),
  (sandbox, id) => settleSession(sandbox, id, 'fail'),
  (sandbox, id) => {
    const session = findSession(sandbox, id);
    if (session) expireSession(sandbox, session);
  },
  // Some are more than half of the price, or all of it.
  ...[undefined, 250, 500, 501, 1_000].map(
    (amount): Deed =>
      (sandbox) =>
        refundCharge(sandbox, last(sandbox.state.all('charge')), { amount }),
  ),
  (sandbox) => settleRefund(sandbox, last(sandbox.state.all('refund')), 'succeed'),
  (sandbox) => settleRefund(sandbox, last(sandbox.state.all('refund')), 'fail'),
  (sandbox) => openDispute(sandbox, last(sandbox.state.all('charge'))),
  (sandbox) => closeDispute(sandbox, last(sandbox.state.all('dispute')), 'won'),
  (sandbox) => closeDispute(sandbox, last(sandbox.state.all('dispute')), 'lost'),
);
const sequences = fc
  .tuple(fc.array(buyer, { maxLength: 6 }), fc.array(fc.oneof(bank, buyer), { maxLength: 20 }))
  .map((both) => both.flat());

const sum = (amounts: number[]) => amounts.reduce((total, one) => total + one, 0);

test('whatever happens in whatever order, the ledger adds up', () => {
  fc.assert(
    fc.property(sequences, (sequence) => {
      const { sandbox, id } = begin();
      for (const deed of sequence) {
        try {
          deed(sandbox, id);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
      }
      const ledger = describeLedger(sandbox);
      const [session] = ledger.sessions;
      const taken = ledger.charges.filter(({ status }) => status === 'succeeded');
      const kept = ledger.refunds.filter(({ status }) => status !== 'failed');
      const open = ledger.disputes.filter(({ status }) => status !== 'won');

      expect(taken.length).toBeLessThanOrEqual(1);
      expect(session?.payment_status === 'paid').toBe(taken.length === 1);
      if (session?.status !== 'complete') expect(taken).toEqual([]);
      expect(ledger.invoices).toHaveLength(taken.length);
      expect(ledger.disputes.length).toBeLessThanOrEqual(taken.length);
      for (const charge of taken) {
        expect(charge.amount).toBe(session?.amount_total);
        expect(charge.amount_refunded).toBe(sum(kept.map(({ amount }) => amount)));
        expect(charge.amount_refunded).toBeLessThanOrEqual(charge.amount);
        expect(charge.refunded).toBe(charge.amount_refunded === charge.amount);
      }
      expect(sum(ledger.balance_transactions.map(({ net }) => net))).toBe(
        sum(taken.map(({ amount }) => amount)) -
          sum(kept.map(({ amount }) => amount)) -
          sum(open.map(({ amount }) => amount)),
      );
      // Each once, however often the deed was tried.
      const types = ledger.events.map(({ type }) => type);
      for (const type of ['checkout.session.completed', 'checkout.session.expired', 'charge.succeeded']) {
        expect(types.filter((one) => one === type).length).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 1_000 },
  );
});
