import { z } from 'zod';

const url = z.url();
const when = z.iso.datetime();

const path = z.string().startsWith('/');
/** Minor units of an ISO 4217 currency. */
const money = { amount: z.number().int(), currency: z.string() };
/** What an order bought, for which offer, and the order's page. */
const purchase = { plan: z.string(), offerTitle: z.string().nullable(), url: path };

/** What somebody wrote who asks for a service; `budget` in words. */
const enquiry = {
  service: z.string(),
  name: z.string(),
  company: z.string(),
  budget: z.string(),
  message: z.string(),
};

/** An offer as mails name it, and where its reader can do something about it: an address, or a path here. */
const offerLine = z.object({ title: z.string(), url: z.union([url, z.string().startsWith('/')]) });

/** What stands under every mail of a list: how to leave, how to change it, and who sends it from where. */
export const listFooter = z.object({
  /** Page that leaves the list, or all of them (domain/newsletter/links.ts); null where there is nothing to leave. */
  leaveUrl: url.nullable(),
  /** Null where there is nothing to prefer: nobody subscribed yet, or no longer. */
  preferencesUrl: url.nullable(),
  /** '' where the operator has not said. */
  postalAddress: z.string(),
});
export type ListFooter = z.output<typeof listFooter>;

/** An offer as mails of a list show it, in words; null where its employer does not say. */
export const mailOffer = z.object({
  title: z.string(),
  url,
  company: z.string(),
  place: z.string().nullable(),
  pay: z.object({ amount: z.string(), terms: z.string() }).nullable(),
  level: z.string().nullable(),
  workplace: z.string(),
  featured: z.boolean(),
  /** When its employer last stood by it. */
  answer: z.string(),
});
export type MailOffer = z.output<typeof mailOffer>;

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
  /** Soon off the list: `url` of each leads to where days are bought, or its closing date, if that was `chosen`, is changed. */
  z.object({
    kind: z.literal('offer-expiring'),
    daysLeft: z.number().int(),
    offers: z.array(offerLine.extend({ until: when, chosen: z.boolean().default(false) })).min(1),
  }),
  /**
   * Off the list, with what came of it. `days`: for how many days it was there; `paidUntil`: it closed on the date
   * that was chosen, and has days left until then.
   */
  z.object({
    kind: z.literal('offer-expired'),
    offers: z
      .array(
        offerLine.extend({
          views: z.number().int(),
          applies: z.number().int(),
          days: z.number().int(),
          paidUntil: when.nullable().default(null),
        }),
      )
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
  /** To the operators: money that was given back did not arrive. `isTaken`: what it paid for was taken back. */
  z.object({
    kind: z.literal('refund-failed'),
    company: z.string(),
    plan: z.string(),
    ...money,
    isTaken: z.boolean(),
    url: path,
  }),
  /** To somebody whose address was typed into a form. `items`: what was asked for, in words. */
  z.object({
    kind: z.literal('newsletter-confirm'),
    url,
    expiresAt: when,
    /** The proof in which the moment of sending is noted. */
    signup: z.string(),
    items: z.array(z.string()).min(1),
    footer: listFooter,
  }),
  z.object({
    kind: z.literal('newsletter-welcome'),
    items: z.array(z.string()).min(1),
    footer: listFooter,
  }),
  /** `why`: it was asked for; what was signed up for is there already; there are as many alerts as can be. */
  z.object({
    kind: z.literal('newsletter-preferences'),
    url,
    expiresAt: when,
    why: z.enum(['asked', 'already', 'full']),
    footer: listFooter,
  }),
  /** To the new address. */
  z.object({
    kind: z.literal('newsletter-address'),
    url,
    expiresAt: when,
    oldEmail: z.string(),
    footer: listFooter,
  }),
  /** The last mail: to who left everything or was deleted, and to an address that was left for another. */
  z.object({
    kind: z.literal('newsletter-goodbye'),
    how: z.enum(['left', 'deleted', 'moved']),
    footer: listFooter,
  }),
  /** To the operators; their answer goes to `email`. */
  z.object({ kind: z.literal('enquiry'), ...enquiry, email: z.string(), url: path }),
  /** A copy to who wrote it. */
  z.object({ kind: z.literal('enquiry-received'), ...enquiry, answerDays: z.number().int() }),
  /** New offers of one alert: at once, or a digest. `search`: what it looks for, in words. */
  z.object({
    kind: z.literal('job-alert'),
    search: z.string(),
    frequency: z.enum(['instant', 'daily', 'weekly']),
    /** When it was asked for. */
    since: when,
    offers: z.array(mailOffer).min(1),
    /** New ones that are not among them; at least so many if `moreCapped`. */
    more: z.number().int(),
    moreCapped: z.boolean(),
    seeAllUrl: url,
    leaveAllUrl: url,
    /** Its `leaveUrl` leaves this alert. */
    footer: listFooter,
  }),
]);
export type MailData = z.output<typeof mailData>;
export type MailKind = MailData['kind'];

/** What waits in the queue: one letter to one person. */
export const mailJob = z.object({ to: z.string(), mail: mailData });
export type MailJob = z.output<typeof mailJob>;
