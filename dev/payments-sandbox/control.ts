import { z } from 'zod';
import { expireSession, findSession, OUTCOMES, paySession, settleSession } from './checkout';
import { closeDispute, openDispute } from './disputes';
import { requireCharge, requireDispute, requireRefund } from './endpoints/refunds';
import { noSuch, Refusal } from './errors';
import type { Luck } from './faults';
import { refundCharge, settleRefund } from './refunds';
import type { Sandbox } from './sandbox';
import type { Webhooks } from './webhooks';

/**
 * What only the sandbox can do. POST with a JSON body; answers JSON, and `{error: {message}}` with 4xx.
 *
 * GET  /sandbox/ledger                    everything it knows, and every delivery of every event
 * GET  /sandbox/idle                      answers once nothing waits to be delivered, retries included
 * POST /sandbox/webhook                   {url, secret, events?}: where events go; {} for nowhere
 * POST /sandbox/webhook/resend            {event?}: again, or all that were never delivered; {resent}
 * POST /sandbox/faults                    {copies, delay, reorder, drop, apiDelay, apiCut, seed}; {} for none
 * POST /sandbox/sessions/ID/pay           {outcome, email?, name?, country?, taxId?}: as the buyer on the page
 * POST /sandbox/sessions/ID/expire        its time is over now
 * POST /sandbox/sessions/ID/settle        {outcome?: succeed|fail}: a delayed payment arrives, or fails
 * POST /sandbox/refunds                   {payment_intent|charge, amount?}: as from Stripe's dashboard
 * POST /sandbox/refunds/ID/settle         {outcome: succeed|fail}: a refund arrives, or comes back
 * POST /sandbox/disputes                  {payment_intent|charge, amount?, reason?}: the buyer's bank objects
 * POST /sandbox/disputes/ID/close         {status: won|lost}
 */
export type Control = (method: string, path: string, body: unknown) => Promise<object | undefined>;

const outcome = z.enum(['succeed', 'fail']);
const share = z.number().min(0).max(1);
const span = z.tuple([z.number().min(0), z.number().min(0)]);
const nothing = z.strictObject({});

const PAY = z.strictObject({
  outcome: z.enum(OUTCOMES).default('pay'),
  email: z.string().default('buyer@rolecall.example'),
  name: z.string().default('Sandbox buyer'),
  country: z.string().optional(),
  taxId: z.string().optional(),
});
const CHARGE = {
  charge: z.string().optional(),
  payment_intent: z.string().optional(),
  amount: z.int().positive().optional(),
};
const FAULTS = z.strictObject({
  copies: z.int().min(1).optional(),
  delay: span.optional(),
  reorder: z.number().min(0).optional(),
  drop: share.optional(),
  apiDelay: span.optional(),
  apiCut: share.optional(),
  seed: z.int().optional(),
});
const WEBHOOK = z.union([
  z.strictObject({ url: z.url(), secret: z.string().min(1), events: z.array(z.string()).optional() }),
  nothing.transform(() => undefined),
]);

/** The control API. Answers undefined where there is no such address; throws `Refusal`, or zod's error. */
export function createControl(sandbox: Sandbox, webhooks: Webhooks, luck: Luck): Control {
  const sessionOf = (id: string) => {
    const session = findSession(sandbox, id);
    if (!session) throw noSuch('checkout.session', id);
    return session;
  };

  async function control(method: string, path: string, body: unknown): Promise<object | undefined> {
    const [topic = '', id = '', deed = ''] = path.split('/');
    switch (`${method} ${topic}${id && ' ID'}${deed && ` ${deed}`}`) {
      case 'GET ledger':
        return describeLedger(sandbox);
      case 'GET idle':
        await webhooks.idle();
        return {};
      case 'POST webhook':
        webhooks.target(WEBHOOK.parse(body));
        return {};
      case 'POST webhook ID':
        if (id !== 'resend') return undefined;
        return {
          resent: webhooks.resend(z.strictObject({ event: z.string().optional() }).parse(body).event),
        };
      case 'POST faults':
        return luck.change(FAULTS.parse(body));
      case 'POST sessions ID pay': {
        const { outcome, ...payer } = PAY.parse(body);
        return paySession(sandbox, sessionOf(id).id, payer, outcome);
      }
      case 'POST sessions ID expire':
        nothing.parse(body);
        return expireSession(sandbox, sessionOf(id));
      case 'POST sessions ID settle':
        return settleSession(
          sandbox,
          sessionOf(id).id,
          z.strictObject({ outcome: outcome.optional() }).parse(body).outcome,
        );
      case 'POST refunds': {
        const { amount, ...by } = z.strictObject(CHARGE).parse(body);
        return refundCharge(sandbox, requireCharge(sandbox, by), { amount });
      }
      case 'POST refunds ID settle':
        return settleRefund(
          sandbox,
          requireRefund(sandbox, id),
          z.strictObject({ outcome }).parse(body).outcome,
        );
      case 'POST disputes': {
        const { amount, reason, ...by } = z
          .strictObject({ ...CHARGE, reason: z.string().optional() })
          .parse(body);
        return openDispute(sandbox, requireCharge(sandbox, by), { amount, reason });
      }
      case 'POST disputes ID close': {
        const { status } = z.strictObject({ status: z.enum(['won', 'lost']) }).parse(body);
        return closeDispute(sandbox, requireDispute(sandbox, id), status);
      }
      default:
        return undefined;
    }
  }

  return async (method, path, body) => {
    try {
      return await control(method, path, body);
    } catch (error) {
      if (error instanceof z.ZodError) throw new Refusal(z.prettifyError(error));
      throw error;
    }
  };
}

export type Ledger = ReturnType<typeof describeLedger>;

/** Everything the sandbox knows, oldest first. */
export function describeLedger({ state }: Sandbox) {
  return {
    customers: state.all('customer'),
    sessions: state.all('session'),
    payment_intents: state.all('intent'),
    charges: state.all('charge'),
    invoices: state.all('invoice'),
    invoice_payments: state.all('invoicePayment'),
    refunds: state.all('refund'),
    disputes: state.all('dispute'),
    balance_transactions: state.all('balance'),
    coupons: state.all('coupon'),
    promotion_codes: state.all('promotionCode'),
    events: state.all('event'),
    deliveries: state.all('delivery'),
  };
}
