import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { recordEvent } from '@/db/events';
import { invalidateTags } from '@/db/invalidation';
import {
  readSettings,
  SETTINGS,
  SETTINGS_TAG,
  type SettingKey,
  type Settings,
  writeSetting,
} from '@/domain/settings/settings';
import type { By } from './user-acts';

/**
 * Stores the settings that differ from what holds now, each with its event, and marks the pages that show them
 * as stale; resolves to their keys. Throws a ZodError if a value does not fit.
 */
export async function changeSettings(
  db: Db,
  wanted: Partial<Settings>,
  { actor, now }: By,
): Promise<SettingKey[]> {
  return db.transaction(async (tx) => {
    // One after the other, so that the log's old value is the one that was replaced.
    await tx.execute(sql`lock table setting in share row exclusive mode`);
    const held = await readSettings(tx);
    const keys = (Object.keys(wanted) as SettingKey[]).filter(
      (key) => JSON.stringify(wanted[key]) !== JSON.stringify(held[key]),
    );
    for (const key of keys) {
      const to = wanted[key] as never;
      await writeSetting(tx, key, to, now);
      await recordEvent(tx, {
        at: now,
        actor,
        type: 'setting.changed',
        subject: 'setting',
        subjectId: 0,
        data: { key, from: held[key], to },
      });
    }
    await invalidateTags(
      tx,
      keys.flatMap((key) => [SETTINGS_TAG, ...SETTINGS[key].tags]),
    );
    return keys;
  });
}
