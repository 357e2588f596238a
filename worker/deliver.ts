import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from 'postgres';
import type { Db } from '@/db/client';
import {
  claimAlertDeliveries,
  claimIssueDeliveries,
  doubtDelivery,
  failDelivery,
  markSending,
  markSent,
  putOff,
  releaseDeliveries,
  retryDelivery,
  skipDeliveries,
} from '@/domain/newsletter/deliveries';
import { finishIssues } from '@/domain/newsletter/sending';
import type { BulkMailer, Outcome } from '@/lib/bulk-mailer';
import { log } from '@/lib/log';
import { type ComposePorts, type ListMail, makeComposer } from './compose';
import { gather } from './gather';
import { makePace } from './pace';
import { makeStake } from './stake';

export type DeliveryLimits = {
  /** Mails under way at once. */
  concurrency: number;
  /** Mails at once whose fate would be uncertain if this worker was killed. */
  atStake: number;
  /** Mails a second; 0 for no limit. */
  rate: number;
  /** Mails a second to one domain; 0 for no limit. */
  domainRate: number;
};

export type DeliveryPorts = ComposePorts & {
  db: Db;
  /** The same, for what is done once for each mail. */
  sql: Sql;
  bulk: BulkMailer;
  limits: DeliveryLimits;
  /** Under which this worker claims; it is alive as long as `Liveness` says so. */
  worker: string;
};

export type Delivery = {
  /** Settles when it was stopped, and rejects where it cannot go on. */
  over: Promise<void>;
  /** Settles when the mails that are under way are, and the others are given back. */
  stop: () => Promise<void>;
};

const LOOK_MS = 1_000;
const MOST_ALERTS = 50;
const MOST_MAILS = 200;
const LEAST_MAILS = 10;
/** How often a mail server may say "not now" about one mail; the pauses double from a minute, two hours in all. */
const MOST_TRIES = 8;
const FIRST_RETRY_MS = 60_000;
/** While the mail server is away. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** After a fault of ours in writing a mail. */
const FAULT_PAUSE_MS = 300_000;

/** Sends what is due, from now on until it is stopped. */
export function startDelivery(ports: DeliveryPorts): Delivery {
  const end = new AbortController();
  const over = run(ports, end.signal, false);
  return {
    over,
    stop: () => {
      end.abort();
      return over;
    },
  };
}

/** Sends all that is due now, and settles then. */
export async function deliverDue(ports: DeliveryPorts): Promise<void> {
  await run(ports, new AbortController().signal, true);
}

async function run(ports: DeliveryPorts, signal: AbortSignal, once: boolean): Promise<void> {
  const { db, sql, worker, limits, bulk } = ports;
  const compose = makeComposer(ports);
  const pace = makePace(limits);
  const enter = makeStake(limits.atStake);
  const sending = gather(async (ids: number[]) => {
    const marked = await markSending(sql, worker, ids, new Date());
    return (id: number) => marked.has(id);
  });
  const sent = gather(async (ids: number[]) => {
    await markSent(sql, worker, ids, new Date());
    return () => undefined;
  });
  let trouble = false;
  let pause = FIRST_PAUSE_MS;

  async function fetch(): Promise<ListMail[]> {
    const limit = limits.rate > 0 ? Math.min(MOST_MAILS, Math.max(LEAST_MAILS, limits.rate)) : MOST_MAILS;
    const now = new Date();
    const alerts = await claimAlertDeliveries(db, worker, Math.min(limit, MOST_ALERTS), now);
    const claimed = alerts.length > 0 ? alerts : await claimIssueDeliveries(db, worker, limit, now);
    const later = claimed.flatMap(({ id, email }) => {
      const at = pace.turnOf(email);
      return at ? [{ id, at }] : [];
    });
    await putOff(db, worker, later);
    const put = new Set(later.map(({ id }) => id));
    const due = claimed.filter(({ id }) => !put.has(id));
    const { mails, empty, faulty } = await compose(due, now);
    await skipDeliveries(db, worker, empty, 'Nothing was left to send.', now);
    const again = new Date(now.getTime() + FAULT_PAUSE_MS);
    await releaseDeliveries(db, worker, faulty, { at: again, reason: 'It could not be written.' });
    // What was put off or left out is no sign that nothing more is due.
    return claimed.length > 0 && mails.length === 0 && !signal.aborted ? fetch() : mails;
  }

  async function send(mail: ListMail): Promise<void> {
    await pace.wait();
    let leave = () => {};
    const outcome = await bulk.hand(mail, async () => {
      leave = await enter();
      return sending(mail.id);
    });
    await settle(mail, outcome);
    leave();
  }

  async function settle(mail: ListMail, outcome: Outcome): Promise<void> {
    const now = new Date();
    if (outcome.kind === 'sent') {
      pause = FIRST_PAUSE_MS;
      return sent(mail.id);
    }
    if (outcome.kind === 'withdrawn') return releaseDeliveries(db, worker, [mail.id]);
    if (outcome.kind === 'refused') {
      const reason = outcome.reply;
      if (!outcome.lasting && mail.tries + 1 < MOST_TRIES) {
        const wait = FIRST_RETRY_MS * 2 ** mail.tries * (0.9 + Math.random() / 5);
        return retryDelivery(db, worker, mail.id, { at: new Date(now.getTime() + wait), reason });
      }
      return failDelivery(db, worker, mail, { reason, bounced: outcome.unknown }, now);
    }
    const { reason } = outcome;
    if (!trouble) log.warn({ reason }, 'trouble with the mail server');
    trouble = true;
    if (outcome.kind === 'uncertain') return doubtDelivery(db, worker, mail.id, reason, now);
    return releaseDeliveries(db, worker, [mail.id], { reason });
  }

  /** All of them, some at once; from trouble on, the rest is given back. */
  async function sendAll(mails: ListMail[]): Promise<void> {
    const queue = [...mails];
    const line = async () => {
      while (!trouble && !signal.aborted) {
        const mail = queue.shift();
        if (!mail) return;
        await send(mail);
      }
    };
    await Promise.all(Array.from({ length: Math.min(limits.concurrency, mails.length) }, line));
    await giveBack(queue);
  }

  let next = fetchAhead();
  while (!signal.aborted) {
    const mails = await next;
    if (mails.length === 0) {
      await finishIssues(db, new Date());
      if (once) return;
      await rest(LOOK_MS, signal);
      next = fetchAhead();
      continue;
    }
    // Claimed and composed meanwhile.
    next = fetchAhead();
    await sendAll(mails);
    if (!trouble) continue;
    await giveBack(await next);
    if (once) return;
    await rest(pause, signal);
    pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
    trouble = false;
    next = fetchAhead();
  }
  await giveBack(await next);

  function giveBack(mails: ListMail[]): Promise<void> {
    return releaseDeliveries(db, worker, ids(mails));
  }

  /** A fault of it is thrown where it is awaited. */
  function fetchAhead(): Promise<ListMail[]> {
    const mails = fetch();
    mails.catch(() => {});
    return mails;
  }
}

function ids(mails: readonly { id: number }[]): number[] {
  return mails.map(({ id }) => id);
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => {});
}
