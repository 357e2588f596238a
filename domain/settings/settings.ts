import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '@/db/client';
import { setting } from '@/db/schema/portal';

const days = z.number().int().min(1).max(3_650);

/** What an owner may change while the portal runs: schema and default of each key. */
export const SETTINGS = {
  /** Days that an offer without a closing date of its own stays on the list. */
  offerLifetimeDays: { schema: days, default: 30 },
  /** Days that the page of a closed offer still answers, with a notice and similar offers. */
  closedOfferDays: { schema: days, default: 30 },
} as const satisfies Record<string, { schema: z.ZodType; default: unknown }>;

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
