import { appendFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Stripe from 'stripe';

/** What a session was asked for beyond what Stripe shows of it, and what is still to happen to it. */
export type Cart = {
  /** The session's. */
  id: string;
  lines: Stripe.LineItem[];
  /** Whether prices contain the tax, line by line. */
  taxInclusive: boolean[];
  intent: { metadata: Record<string, string>; description: string | null; receiptEmail: string | null };
  updateCustomer: { name: boolean; address: boolean };
  /** A delayed payment's end: when, in milliseconds; never by itself without `due`. */
  settlement?: { due: number | null; outcome: 'succeed' | 'fail' };
};

/** One attempt to deliver an event. */
export type Delivery = {
  id: string;
  event: string;
  type: string;
  attempt: number;
  /** Milliseconds. */
  at: number;
  outcome: 'delivered' | 'refused' | 'unreachable' | 'dropped';
  status: number | null;
};

export type Remembered = {
  /** The idempotency key. */
  id: string;
  at: number;
  /** Method, address and parameters of the first request under the key. */
  request: string;
  address: string;
  requestId: string;
  status: number;
  body: string;
};

export type Tables = {
  customer: Stripe.Customer | Stripe.DeletedCustomer;
  session: Stripe.Checkout.Session;
  cart: Cart;
  intent: Stripe.PaymentIntent;
  charge: Stripe.Charge;
  invoice: Stripe.Invoice;
  invoicePayment: Stripe.InvoicePayment;
  refund: Stripe.Refund;
  dispute: Stripe.Dispute;
  coupon: Stripe.Coupon | Stripe.DeletedCoupon;
  promotionCode: Stripe.PromotionCode;
  balance: Stripe.BalanceTransaction;
  event: Stripe.Event;
  delivery: Delivery;
  remembered: Remembered;
};

/** Rows are never changed in place: an event may keep the object as it was. */
export type State = {
  put: <K extends keyof Tables>(table: K, row: Tables[K]) => Tables[K];
  find: <K extends keyof Tables>(table: K, id: string) => Tables[K] | undefined;
  /** Oldest first. */
  all: <K extends keyof Tables>(table: K) => Tables[K][];
};

const EVENTS_KEPT_MS = 30 * 86_400_000;
export const KEYS_KEPT_MS = 86_400_000;

/**
 * Everything the sandbox knows, in memory; with `file`, also in a journal (one JSON line for each change,
 * written before the answer leaves) that the next start reads back.
 */
export function openState(file?: string): State {
  const tables = new Map<string, Map<string, { id: string }>>();
  const tableOf = (table: string) => {
    const known = tables.get(table);
    if (known) return known;
    const made = new Map<string, { id: string }>();
    tables.set(table, made);
    return made;
  };

  if (file) {
    mkdirSync(dirname(file), { recursive: true });
    for (const [table, row] of readJournal(file)) if (!isStale(table, row)) tableOf(table).set(row.id, row);
    // The journal begins anew with what is true now.
    const lines = [...tables].flatMap(([table, rows]) => [...rows.values()].map((row) => write(table, row)));
    writeFileSync(`${file}.new`, lines.join(''), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }

  return {
    put(table, row) {
      tableOf(table).set(row.id, row);
      if (file) appendFileSync(file, write(table, row));
      return row;
    },
    find: (table, id) => tableOf(table).get(id) as Tables[typeof table] | undefined,
    all: (table) => [...tableOf(table).values()] as Tables[typeof table][],
  };
}

/** Stripe lists events for 30 days (docs.stripe.com/api/events) and remembers idempotency keys for one. */
function isStale(table: string, row: { id: string; created?: number; at?: number }): boolean {
  if (table === 'event') return (row.created ?? 0) * 1000 < Date.now() - EVENTS_KEPT_MS;
  if (table === 'delivery') return (row.at ?? 0) < Date.now() - EVENTS_KEPT_MS;
  return table === 'remembered' && (row.at ?? 0) < Date.now() - KEYS_KEPT_MS;
}

function write(table: string, row: { id: string }): string {
  return `${JSON.stringify([table, row])}\n`;
}

function readJournal(file: string): [string, { id: string }][] {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch {
    return [];
  }
  const rows: [string, { id: string }][] = [];
  for (const line of content.split('\n')) {
    try {
      rows.push(JSON.parse(line, reviveDecimal));
    } catch {
      // The empty line at the end, or one that a kill cut short.
    }
  }
  return rows;
}

function reviveDecimal(key: string, value: unknown): unknown {
  return key.endsWith('_decimal') && typeof value === 'string' ? Stripe.Decimal.from(value) : value;
}
