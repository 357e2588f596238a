import { randomBytes } from 'node:crypto';
import Stripe from 'stripe';
import type { State } from './state';

export type EventType = Stripe.Event['type'];
export type EventOf<T extends EventType> = Extract<Stripe.Event, { type: T }>;

export type Sandbox = {
  state: State;
  /** Milliseconds. */
  now: () => number;
  /** Where browsers reach the pages, without a trailing slash. */
  links: string;
  /** How long a delayed payment takes by itself, in milliseconds; null: until it is told. */
  settleAfter: number | null;
  /** The API request being done, if any: events name it. */
  request: { id: string; idempotency_key: string | null } | null;
  /** How many addresses an event of this type is to be delivered to. */
  listeners: (type: string) => number;
  /** Told of each event once it is kept. */
  onEvent: (event: Stripe.Event) => void;
};

export function createSandbox(
  state: State,
  { links, settleAfter }: { links: string; settleAfter: number | null },
): Sandbox {
  return {
    state,
    now: () => Date.now(),
    links,
    settleAfter,
    request: null,
    listeners: () => 0,
    onEvent: () => {},
  };
}

/** Unix time in seconds, as Stripe counts. */
export function seconds({ now }: Sandbox): number {
  return Math.floor(now() / 1000);
}

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

export function newId(prefix: string): string {
  return `${prefix}_${Array.from(randomBytes(24), (byte) => LETTERS[byte % LETTERS.length]).join('')}`;
}

/** Keeps the event and has it delivered. `object` is what it was at this moment: rows are never changed in place. */
export function emit<T extends EventType>(
  sandbox: Sandbox,
  type: T,
  object: EventOf<T>['data']['object'],
  previous?: EventOf<T>['data']['previous_attributes'],
): void {
  const event = {
    id: newId('evt'),
    object: 'event',
    api_version: Stripe.API_VERSION,
    created: seconds(sandbox),
    data: { object, ...(previous && { previous_attributes: previous }) },
    livemode: false,
    pending_webhooks: sandbox.listeners(type),
    request: sandbox.request,
    type,
  } satisfies Stripe.EventBase;
  // `type` and `data` belong together by the signature above.
  sandbox.onEvent(sandbox.state.put('event', event as unknown as Stripe.Event));
}
