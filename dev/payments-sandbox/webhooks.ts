import Stripe from 'stripe';
import type { Luck } from './faults';
import { newId, type Sandbox } from './sandbox';
import type { Delivery } from './state';

export type WebhookTarget = {
  url: string;
  /** Signs what is sent, as Stripe's endpoint secrets do. */
  secret: string;
  /** Event types, or `*`, the default. */
  events?: string[];
};

export type Webhooks = {
  /** Undefined: nothing is delivered; events are listed all the same. */
  target: (target: WebhookTarget | undefined) => void;
  /** Sends every event again that no attempt has delivered, dropped ones too. */
  resend: (event?: string) => number;
  /** Settles when nothing is waiting to be sent, retries included. */
  idle: () => Promise<void>;
  stop: () => void;
};

/** Stripe gives up after three days (docs.stripe.com/webhooks, retry behaviour). */
const GIVE_UP_MS = 3 * 86_400_000;
const PATIENCE_MS = 10_000;

/**
 * Delivers the sandbox's events from now on, and those that an earlier run left undelivered: signed, each at its
 * own pace, and tried again for three days, after a first pause and then ever longer ones (milliseconds). `luck`
 * is what goes wrong on the way.
 */
export function startWebhooks(
  sandbox: Sandbox,
  luck: Luck,
  pauses: { first: number; longest: number },
): Webhooks {
  let target: WebhookTarget | undefined;
  let held: Stripe.Event[] = [];
  const stopping = new AbortController();
  const timers = new Set<NodeJS.Timeout>();
  const waiting = new Set<object>();
  const idlers: (() => void)[] = [];

  function later(pause: number, run: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
    }, pause);
    timers.add(timer);
  }

  function begin(): () => void {
    const token = {};
    waiting.add(token);
    return () => {
      waiting.delete(token);
      if (waiting.size === 0) for (const idler of idlers.splice(0)) idler();
    };
  }

  function record(event: Stripe.Event, attempt: number, outcome: Delivery['outcome'], status: number | null) {
    const { id, type } = event;
    const at = sandbox.now();
    sandbox.state.put('delivery', { id: newId('dlv'), event: id, type, attempt, at, outcome, status });
    const kept = sandbox.state.find('event', id);
    if (outcome === 'delivered' && kept && kept.pending_webhooks > 0) {
      sandbox.state.put('event', { ...kept, pending_webhooks: 0 });
    }
  }

  async function send(event: Stripe.Event, attempt: number, done: () => void): Promise<void> {
    if (!target || stopping.signal.aborted) return done();
    const status = await post(target, event, stopping.signal);
    if (stopping.signal.aborted) return done();
    const delivered = status !== null && status >= 200 && status < 300;
    record(event, attempt, delivered ? 'delivered' : status === null ? 'unreachable' : 'refused', status);
    const pause = Math.min(pauses.first * 2 ** (attempt - 1), pauses.longest);
    const givenUp = sandbox.now() + pause > event.created * 1000 + GIVE_UP_MS;
    if (delivered || givenUp) return done();
    later(pause, () => void send(event, attempt + 1, done));
  }

  function deliver(event: Stripe.Event): void {
    const { copies, delay } = luck.faults();
    for (let copy = 0; copy < copies; copy++) {
      const done = begin();
      const pause = luck.between(delay);
      if (pause > 0) later(pause, () => void send(event, 1, done));
      else void send(event, 1, done);
    }
  }

  function hold(event: Stripe.Event, pause: number): void {
    held.push(event);
    if (held.length > 1) return;
    const done = begin();
    later(pause, () => {
      const gathered = held;
      held = [];
      for (const one of luck.shuffle(gathered)) deliver(one);
      done();
    });
  }

  sandbox.listeners = (type) => (target && wants(target, type) ? 1 : 0);
  sandbox.onEvent = (event) => {
    if (event.pending_webhooks === 0) return;
    const { drop, reorder } = luck.faults();
    if (luck.strikes(drop)) return record(event, 1, 'dropped', null);
    if (reorder > 0) hold(event, reorder);
    else deliver(event);
  };

  function resend(id?: string): number {
    const events = sandbox.state
      .all('event')
      .filter((event) => (id === undefined ? event.pending_webhooks > 0 : event.id === id));
    for (const event of events) deliver(event);
    return events.length;
  }

  return {
    target: (next) => {
      const first = target === undefined;
      target = next;
      // What an earlier run was still trying to deliver.
      if (first && next) for (const event of findUndelivered(sandbox)) deliver(event);
    },
    resend,
    idle: () => (waiting.size === 0 ? Promise.resolve() : new Promise((done) => idlers.push(done))),
    stop: () => {
      stopping.abort();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

function findUndelivered({ state }: Sandbox): Stripe.Event[] {
  const dropped = new Set<string>();
  for (const { event, outcome } of state.all('delivery')) if (outcome === 'dropped') dropped.add(event);
  return state.all('event').filter(({ id, pending_webhooks }) => pending_webhooks > 0 && !dropped.has(id));
}

function wants({ events = ['*'] }: WebhookTarget, type: string): boolean {
  return events.includes('*') || events.includes(type);
}

/** The status that the portal answered, or null where it did not. */
async function post(
  { url, secret }: WebhookTarget,
  event: Stripe.Event,
  stopping: AbortSignal,
): Promise<number | null> {
  const payload = JSON.stringify(event, null, 2);
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'stripe-signature': Stripe.webhooks.generateTestHeaderString({ payload, secret }),
        'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
      },
      body: payload,
      signal: AbortSignal.any([stopping, AbortSignal.timeout(PATIENCE_MS)]),
    });
    await response.body?.cancel();
    return response.status;
  } catch {
    return null;
  }
}
