import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '@/db/client';
import { setting } from '@/db/schema/portal';
import { isTimeZone } from '@/lib/time-zone';

const days = z.number().int().min(1).max(3_650);
/** ISO 3166-1 alpha-2, upper case. */
const countries = z.array(z.string().regex(/^[A-Z]{2}$/)).max(260);

/** The members of the European Union. */
const EUROPEAN_UNION =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

type SettingEntry = {
  schema: z.ZodType;
  default: unknown;
  /** As the operator reads it. */
  label: string;
  /** What it does, in a sentence or two. */
  hint: string;
  /** Tags of the static pages that a change makes stale. */
  tags: readonly string[];
};

/** Tag of the pages that name settings, whichever those are: a change of any makes them stale. */
export const SETTINGS_TAG = 'settings';

/** What an owner may change while the portal runs. The operator's form is made of this table. */
export const SETTINGS = {
  offerLifetimeDays: {
    schema: days,
    default: 30,
    label: 'Days on the list',
    hint: 'For offers without a closing date of their own.',
    tags: [],
  },
  closedOfferDays: {
    schema: days,
    default: 30,
    label: 'Days that a closed offer keeps its page',
    hint: 'With a notice and similar offers, so that links to it still lead somewhere.',
    tags: ['day'],
  },
  rollCallDays: {
    schema: days,
    default: 14,
    label: 'Days between two questions of the roll call',
    hint: 'So long after its publication, or after the last answer, an employer is asked whether an offer is still open.',
    tags: ['day'],
  },
  rollCallSilenceDays: {
    schema: days,
    default: 7,
    label: 'Days to answer the roll call',
    hint: 'After that the offer is paused until an answer comes.',
    tags: ['day'],
  },
  payRequiredIn: {
    schema: countries,
    /** Directive (EU) 2023/970, article 5: applicants are told the pay, or its range, before the interview. */
    default: EUROPEAN_UNION,
    label: 'Countries in which pay must be stated',
    hint: 'Two-letter codes, such as PL. Elsewhere an employer may give a reason instead.',
    tags: [],
  },
  reviewBeforePublishing: {
    schema: z.boolean(),
    default: false,
    label: 'Read offers before they are published',
    hint: 'An offer that is paid for waits until an operator publishes it.',
    tags: [],
  },
  automaticTax: {
    schema: z.boolean(),
    default: false,
    label: 'Let Stripe work out the tax',
    hint: 'Needs Stripe Tax with your registrations. Otherwise the price of a plan is what is paid.',
    tags: [],
  },
  promotionCodes: {
    schema: z.boolean(),
    default: false,
    label: 'Take promotion codes',
    hint: 'Buyers may type one on the payment page.',
    tags: [],
  },
  postalAddress: {
    schema: z.string().trim().max(300),
    default: '',
    label: 'Postal address',
    hint: 'On one line, under every mail of the newsletter and of alerts, and in the imprint. Many countries ask for it.',
    tags: [],
  },
  digestTimeZone: {
    schema: z.string().refine(isTimeZone, 'No such time zone: Europe/Warsaw is one.'),
    default: 'Europe/Warsaw',
    label: 'Time zone of subscribers',
    hint: 'Of those who have not chosen their own. Digests arrive at 8:00 there.',
    tags: [],
  },
  newsletterClicks: {
    schema: z.boolean(),
    default: true,
    label: 'Count clicks on the links of newsletters',
    hint: 'How often each link was followed, not by whom. Counts from the next issue on.',
    tags: [],
  },
  unconfirmedDays: {
    schema: days,
    default: 14,
    label: 'Days that an unconfirmed signup is kept',
    hint: 'Whoever has not confirmed their address by then is forgotten.',
    tags: [],
  },
  consentDays: {
    schema: z
      .number()
      .int()
      .min(0)
      .max(10 * 365),
    default: 3 * 365,
    label: 'Days that proof of consent is kept after a subscription',
    hint: 'So long it can be shown who asked for mail, when and in which words; then it is deleted.',
    tags: [],
  },
  showServices: {
    schema: z.boolean(),
    default: true,
    label: 'Show what you sell besides offers',
    hint: 'The pages of the services and every link to them. Off, nobody can send an enquiry.',
    tags: ['services', 'texts:service'],
  },
  enquiryAnswerDays: {
    schema: z.number().int().min(1).max(30),
    default: 2,
    label: 'Working days to answer an enquiry',
    hint: 'What you promise to those who write to you.',
    tags: ['texts:service'],
  },
  enquiryDays: {
    schema: days,
    default: 365,
    label: 'Days that an enquiry is kept',
    hint: 'From its answer on, or from its arrival if it never got one.',
    tags: [],
  },
  ownerName: {
    schema: z.string().trim().max(200),
    default: '',
    label: 'Who runs the portal',
    hint: 'The person or company that the imprint and the privacy page name.',
    tags: [],
  },
  ownerRegister: {
    schema: z.string().trim().max(300),
    default: '',
    label: 'Register and tax numbers of the owner',
    hint: 'For the imprint, such as “KRS 0000123456, VAT PL1234567890”. If there are none, say so.',
    tags: [],
  },
  contactEmail: {
    schema: z.union([z.literal(''), z.email()], 'Give one address, such as hello@company.example.'),
    default: '',
    label: 'Address for questions',
    hint: 'Printed in the imprint and on the privacy page.',
    tags: [],
  },
} as const satisfies Record<string, SettingEntry>;

/** What a visitor has to be told of whoever runs the portal. */
export const OWNER_SETTINGS = ['ownerName', 'postalAddress', 'contactEmail'] as const;

export type SettingKey = keyof typeof SETTINGS;
export type Settings = { [Key in SettingKey]: z.output<(typeof SETTINGS)[Key]['schema']> };

export const DEFAULT_SETTINGS = Object.fromEntries(
  Object.entries(SETTINGS).map(([key, { default: value }]) => [key, value]),
) as Settings;

/** All settings. A key that nobody set, or whose stored value no longer fits, has its default. */
export async function readSettings(db: Db): Promise<Settings> {
  const settings: Record<string, unknown> = { ...DEFAULT_SETTINGS };
  for (const { key, value } of await db.select().from(setting)) {
    if (!(key in SETTINGS)) continue;
    const parsed = SETTINGS[key as SettingKey].schema.safeParse(value);
    if (parsed.success) settings[key] = parsed.data;
  }
  return settings as Settings;
}

/** Stores one setting. Throws a ZodError if the value does not fit its key. */
export async function writeSetting<Key extends SettingKey>(
  db: Db,
  key: Key,
  value: Settings[Key],
  now: Date,
): Promise<void> {
  const row = { key, value: SETTINGS[key].schema.parse(value), updatedAt: now };
  await db
    .insert(setting)
    .values(row)
    .onConflictDoUpdate({
      target: setting.key,
      set: { value: sql`excluded.value`, updatedAt: sql`excluded.updated_at` },
    });
}
