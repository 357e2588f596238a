import { Refusal } from './errors';
import { wholeList } from './lists';
import type { Sandbox } from './sandbox';
import type { Tables } from './state';

/** Fields that hold an id, and where the object is found. */
const REFERENCES: Record<string, (keyof Tables)[]> = {
  payment_intent: ['intent'],
  latest_charge: ['charge'],
  charge: ['charge'],
  customer: ['customer'],
  invoice: ['invoice'],
  balance_transaction: ['balance'],
  failure_balance_transaction: ['balance'],
  coupon: ['coupon'],
  promotion_code: ['promotionCode'],
  source: ['charge', 'refund', 'dispute'],
};

type Included = (sandbox: Sandbox, id: string) => { id: string }[];

/** Lists that Stripe leaves out unless they are asked for, by object and field. */
const INCLUDED: Record<string, Included> = {
  'checkout.session.line_items': ({ state }, id) => state.find('cart', id)?.lines ?? [],
  'charge.refunds': ({ state }, id) => state.all('refund').filter(({ charge }) => charge === id),
  'invoice.payments': ({ state }, id) => state.all('invoicePayment').filter(({ invoice }) => invoice === id),
};

const URLS: Record<string, (id: string) => string> = {
  'checkout.session.line_items': (id) => `/v1/checkout/sessions/${id}/line_items`,
  'charge.refunds': (id) => `/v1/charges/${id}/refunds`,
  'invoice.payments': () => '/v1/invoice_payments',
};

const DEPTH = 4;

type Json = Record<string, unknown>;

/** `object` with each of `paths` (such as payment_intent.latest_charge) replaced by what it names. */
export function expandObject(sandbox: Sandbox, object: object, paths: string[] | undefined): object {
  let expanded: unknown = object;
  for (const path of paths ?? []) {
    const steps = path.split('.');
    if (steps.length > DEPTH) {
      throw new Refusal(`You cannot expand more than ${DEPTH} levels of a property (${path}).`, {
        param: 'expand',
      });
    }
    expanded = expandPath(sandbox, expanded, steps, path);
  }
  return expanded as object;
}

function expandPath(sandbox: Sandbox, value: unknown, [step, ...rest]: string[], path: string): unknown {
  if (step === undefined || value === null || value === undefined) return value;
  if (Array.isArray(value)) return value.map((one) => expandPath(sandbox, one, [step, ...rest], path));
  const object = value as Json;
  const included = `${String(object.object)}.${step}`;
  const list = INCLUDED[included];
  if (list && typeof object.id === 'string') {
    const whole = wholeList(list(sandbox, object.id), URLS[included]?.(object.id) ?? '');
    return { ...object, [step]: expandPath(sandbox, whole, rest, path) };
  }
  const inner = object[step];
  // A reference that was expanded already, or a part of the object on the way to one.
  if (inner !== null && typeof inner === 'object' && (rest.length > 0 || 'id' in inner)) {
    return { ...object, [step]: expandPath(sandbox, inner, rest, path) };
  }
  const tables = REFERENCES[step];
  if (!tables || !(step in object)) {
    throw new Refusal(`This property cannot be expanded (${path}).`, { param: 'expand' });
  }
  if (typeof inner !== 'string') return object;
  for (const table of tables) {
    const found = sandbox.state.find(table, inner);
    if (found) return { ...object, [step]: expandPath(sandbox, found, rest, path) };
  }
  return object;
}
