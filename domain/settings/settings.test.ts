import { expect, it } from 'vitest';
import { setting } from '@/db/schema/portal';
import { useTestDatabase } from '@/dev/testing/database';
import { DEFAULT_SETTINGS, readSettings, writeSetting } from './settings';

const test = useTestDatabase();
const now = new Date('2026-03-01T12:00:00Z');

it('has a default for everything', async () => {
  expect(await readSettings(test.db)).toEqual(DEFAULT_SETTINGS);
});

it('reads what was written last and leaves the rest', async () => {
  await writeSetting(test.db, 'offerLifetimeDays', 45, now);
  await writeSetting(test.db, 'offerLifetimeDays', 60, now);
  expect(await readSettings(test.db)).toEqual({ ...DEFAULT_SETTINGS, offerLifetimeDays: 60 });
});

it('refuses a value that does not fit', async () => {
  await expect(writeSetting(test.db, 'offerLifetimeDays', 0, now)).rejects.toThrow();
});

it('falls back to the default for a stored value that no longer fits', async () => {
  await test.db.insert(setting).values([
    { key: 'closedOfferDays', value: 'a month' },
    { key: 'of a later version', value: true },
  ]);
  const settings = await readSettings(test.db);
  expect(settings.closedOfferDays).toBe(DEFAULT_SETTINGS.closedOfferDays);
  expect(Object.keys(settings)).toEqual(Object.keys(DEFAULT_SETTINGS));
});
