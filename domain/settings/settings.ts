import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '@/db/client';
import { setting } from '@/db/schema/portal';

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
} as const satisfies Record<string, SettingEntry>;

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
