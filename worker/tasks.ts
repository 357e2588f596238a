import { lt, sql } from 'drizzle-orm';
import type { TaskList } from 'graphile-worker';
import type Stripe from 'stripe';
import { z } from 'zod';
import type { Db } from '@/db/client';
import { invalidateTags } from '@/db/invalidation';
import { cacheInvalidation } from '@/db/schema/portal';
import { forgetExpired } from '@/domain/accounts/expiry';
import { expireCredits } from '@/domain/billing/credits';
import { reconcileOrders } from '@/domain/billing/reconcile';
import { returnPayment } from '@/domain/billing/refunds';
import { remindEmployers } from '@/domain/billing/reminders';
import { forgetDrafts } from '@/domain/drafts/commands';
import { AUTHOR_DAYS } from '@/domain/drafts/input';
import { forgetEnquiries } from '@/domain/enquiries/commands';
import { recountMarket } from '@/domain/market/recount';
import { askForAlertMails, queueDigests, queueInstantAlerts } from '@/domain/newsletter/alert-deliveries';
import { matchAlerts } from '@/domain/newsletter/alert-matching';
import { forgetFinds } from '@/domain/newsletter/alert-retention';
import type { IssueLetter } from '@/domain/newsletter/issue-input';
import { forgetSubscribers } from '@/domain/newsletter/retention';
import { startDueIssues } from '@/domain/newsletter/sending';
import { noteSignupSent } from '@/domain/newsletter/signup';
import { expireOffers } from '@/domain/offers/commands';
import { recomputePay } from '@/domain/offers/exchange-rates';
import { indexSkill } from '@/domain/offers/index-skill';
import { callRoll, pauseSilent } from '@/domain/rollcall/commands';
import { readSettings } from '@/domain/settings/settings';
import { renderIssue } from '@/emails/newsletter-letter';
import { type MailPort, sendMail } from './send-mail';
import { sendTestIssue } from './send-test-issue';

export type TaskPorts = MailPort & {
  db: Db;
  /** What links are signed with. */
  secret: string;
  payments: Stripe;
  /** OPERATOR_EMAIL. */
  operatorEmail: string | undefined;
};

const DAY_MS = 86_400_000;

const orderJob = z.object({ orderId: z.number().int() });
const skillJob = z.object({ skillId: z.number().int() });

/** What the worker can do, by the name under which it is asked for. Each is safe to repeat. */
export function makeTasks({ db, secret, payments, operatorEmail, ...mail }: TaskPorts): TaskList {
  const link = { siteUrl: mail.site.url, secret };
  const context = () => ({ now: new Date(), operatorEmail });
  return {
    'send-mail': async (payload) => {
      const sent = await sendMail(mail, payload, new Date());
      // Part of the proof of consent.
      if (sent?.kind === 'newsletter-confirm') await noteSignupSent(db, sent.signup, new Date());
    },
    'start-issues': async () => {
      const render = (letter: IssueLetter) => renderIssue(letter, mail.site);
      await startDueIssues(db, { link, render }, new Date());
    },
    // To the operator who is writing it.
    'send-test-issue': (payload) => sendTestIssue(db, mail, payload, new Date()),
    'expire-offers': async () => void (await expireOffers(db, new Date())),
    'call-roll': async () => void (await callRoll(db, link, await readSettings(db), new Date())),
    'pause-silent': async () => void (await pauseSilent(db, link, await readSettings(db), new Date())),
    'remind-employers': async () => void (await remindEmployers(db, new Date())),
    'reconcile-orders': async () => void (await reconcileOrders(db, payments, context())),
    // After a payment that could do nothing for its offer.
    'return-payment': (payload) => returnPayment(db, payments, orderJob.parse(payload).orderId, context()),
    'expire-credits': async () => void (await expireCredits(db, new Date())),
    'forget-expired': () => forgetExpired(db, new Date()),
    // Nobody has the cookie any more.
    'forget-drafts': async () => void (await forgetDrafts(db, new Date(Date.now() - AUTHOR_DAYS * DAY_MS))),
    // After offers were published, and by the clock for those that come back to the list.
    'match-alerts': async () => {
      if ((await matchAlerts(db, new Date())) > 0) await askForAlertMails(db);
    },
    'mail-alerts': async () => {
      await queueInstantAlerts(db, new Date());
      await queueDigests(db, new Date());
    },
    'forget-finds': () => forgetFinds(db, new Date()),
    'forget-subscribers': async () => forgetSubscribers(db, await readSettings(db), new Date()),
    'forget-enquiries': async () => void (await forgetEnquiries(db, await readSettings(db), new Date())),
    'turn-day': () => invalidateTags(db, ['day']),
    'recount-market': async () => void (await recountMarket(db, new Date())),
    // After a change of exchange rates.
    'recompute-pay': async () => {
      await recomputePay(db);
      await recountMarket(db, new Date());
    },
    // After a skill was renamed or merged.
    'index-skill': (payload) => indexSkill(db, skillJob.parse(payload).skillId),
    // Only read within moments of being written.
    'prune-invalidations': async () =>
      void (await db
        .delete(cacheInvalidation)
        .where(lt(cacheInvalidation.at, sql`now() - interval '7 days'`))),
  };
}
