import { z } from 'zod';

const url = z.url();
const when = z.iso.datetime();

const path = z.string().startsWith('/');
/** Minor units of an ISO 4217 currency. */
const money = { amount: z.number().int(), currency: z.string() };
/** What an order bought, for which offer, and the order's page. */
const purchase = { plan: z.string(), offerTitle: z.string().nullable(), url: path };

/** An offer as mails name it, and where its reader can do something about it: an address, or a path here. */
const offerLine = z.object({ title: z.string(), url: z.union([url, z.string().startsWith('/')]) });

/**
 * Every mail the portal sends by itself, as data: the worker makes the letter of it (emails/). Addresses in
 * it are complete where they hold a token, since only who asked for the mail knows under which name the portal
 * was reached.
 */
export const mailData = z.discriminatedUnion('kind', [
  /** `expiresAt`: after that the link is dead, and the mail is not sent any more. */
  z.object({ kind: z.literal('sign-in'), url, expiresAt: when, draftTitle: z.string().nullable() }),
  /** To the old and to the new address: both have to agree. */
  z.object({ kind: z.literal('email-change'), url, newEmail: z.string(), side: z.enum(['old', 'new']) }),
  z.object({ kind: z.literal('email-changed'), newEmail: z.string() }),
  z.object({ kind: z.literal('account-deleted') }),
  z.object({
    kind: z.literal('invitation'),
    url,
    company: z.string(),
    role: z.enum(['owner', 'recruiter']),
    invitedBy: z.string(),
  }),
  z.object({ kind: z.literal('claim-received'), company: z.string(), email: z.string() }),
  /** The same, to the owners that the company has. */
  z.object({ kind: z.literal('claim-of-colleague'), company: z.string(), email: z.string() }),
  z.object({ kind: z.literal('claim-decided'), company: z.string(), granted: z.boolean() }),
  z.object({ kind: z.literal('offer-published'), offer: offerLine, expiresAt: when }),
  z.object({
    kind: z.literal('offer-stopped'),
    offer: offerLine,
    how: z.enum(['suspended', 'removed']),
    reason: z.string(),
  }),
  /** The roll call: `url` of each leads to a page with the two buttons. */
  z.object({
    kind: z.literal('roll-call'),
    closesAt: when,
    offers: z.array(offerLine).min(1),
  }),
  z.object({ kind: z.literal('roll-call-silent'), offers: z.array(offerLine).min(1) }),
  /** Soon off the list: `url` of each leads to where another time is bought. */
  z.object({
    kind: z.literal('offer-expiring'),
    daysLeft: z.number().int(),
    offers: z.array(offerLine.extend({ until: when })).min(1),
  }),
  /** Off the list, with what came of it. `days`: for how many days it was there. */
  z.object({
    kind: z.literal('offer-expired'),
    offers: z
      .array(offerLine.extend({ views: z.number().int(), applies: z.number().int(), days: z.number().int() }))
      .min(1),
  }),
  /** Read by an operator before it was published, and not published. */
  z.object({
    kind: z.literal('offer-turned-down'),
    offer: offerLine,
    reason: z.string(),
    returned: z.enum(['money', 'credit', 'nothing']),
  }),
  z.object({
    kind: z.literal('receipt'),
    ...purchase,
    ...money,
    /** Until when the offer is on the list, or the credits hold; null where that is not known yet. */
    until: when.nullable(),
    credits: z.number().int(),
  }),
  z.object({ kind: z.literal('payment-failed'), ...purchase }),
  /** `returned`: it was paid twice, or for an offer that had no use for it. */
  z.object({
    kind: z.literal('payment-refunded'),
    ...purchase,
    ...money,
    how: z.enum(['full', 'part', 'returned']),
  }),
  /** To the operators. */
  z.object({
    kind: z.literal('dispute'),
    step: z.enum(['open', 'won', 'lost']),
    company: z.string(),
    plan: z.string(),
    ...money,
    url: path,
  }),
]);
export type MailData = z.output<typeof mailData>;
export type MailKind = MailData['kind'];

/** What waits in the queue: one letter to one person. */
export const mailJob = z.object({ to: z.string(), mail: mailData });
export type MailJob = z.output<typeof mailJob>;
