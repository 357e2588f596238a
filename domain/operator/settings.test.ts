import { desc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { cacheInvalidation, event } from '@/db/schema/portal';
import { useTestDatabase } from '@/dev/testing/database';
import { DEFAULT_SETTINGS, readSettings, SETTINGS, SETTINGS_TAG } from '@/domain/settings/settings';
import { changeSettings } from './setting-acts';
import { listSettingFields, readTypedSettings, toTyped } from './setting-fields';

const test = useTestDatabase();
const by = { actor: 'user:op', now: new Date('2026-11-21T12:00:00Z') };

describe('changeSettings', () => {
  it('stores what differs, with old and new value in the log, and renews the pages that show it', async () => {
    await test.db.delete(cacheInvalidation);
    const wanted = { ...DEFAULT_SETTINGS, closedOfferDays: 45 };
    expect(await changeSettings(test.db, wanted, by)).toEqual(['closedOfferDays']);
    expect(await readSettings(test.db)).toEqual(wanted);
    const [last] = await test.db.select().from(event).orderBy(desc(event.id)).limit(1);
    expect(last).toMatchObject({
      ...{ actor: by.actor, type: 'setting.changed', subject: 'setting', subjectId: 0 },
      data: { key: 'closedOfferDays', from: DEFAULT_SETTINGS.closedOfferDays, to: 45 },
    });
    expect(await test.db.select({ tag: cacheInvalidation.tag }).from(cacheInvalidation)).toEqual([
      { tag: SETTINGS_TAG },
      { tag: 'day' },
    ]);
    expect(await changeSettings(test.db, wanted, by)).toEqual([]);
  });

  it('stores nothing where one of them does not fit', async () => {
    const before = await readSettings(test.db);
    await expect(
      changeSettings(test.db, { offerLifetimeDays: 77, closedOfferDays: 0 }, by),
    ).rejects.toThrow();
    expect(await readSettings(test.db)).toEqual(before);
    expect(await test.db.select().from(event).where(eq(event.type, 'setting.changed'))).toHaveLength(1);
  });
});

describe('the form of the settings', () => {
  const typedDefaults = () =>
    Object.fromEntries(listSettingFields().map(({ key }) => [key, toTyped(SETTINGS[key].default)]));

  it('has a field with words for every setting', () => {
    const fields = listSettingFields();
    expect(fields.map(({ key }) => key)).toEqual(Object.keys(SETTINGS));
    for (const { label, hint } of fields) expect(label && hint).not.toBe('');
  });

  it('reads the defaults as they are shown', () => {
    expect(readTypedSettings(typedDefaults())).toEqual({ values: DEFAULT_SETTINGS });
  });

  it('says plainly what does not fit, of all fields at once', () => {
    const typed = { ...typedDefaults(), offerLifetimeDays: '', closedOfferDays: '0', rollCallDays: '1e3' };
    expect(readTypedSettings(typed)).toEqual({
      faults: {
        offerLifetimeDays: 'Give a whole number.',
        closedOfferDays: 'At least 1.',
        rollCallDays: 'Give a whole number.',
      },
    });
    expect(readTypedSettings({ offerLifetimeDays: '4000' })).toEqual({
      faults: { offerLifetimeDays: 'At most 3650.' },
    });
    expect(readTypedSettings({ offerLifetimeDays: '1.5' })).toEqual({
      faults: { offerLifetimeDays: 'Give a whole number.' },
    });
  });

  it('leaves what the form did not have, and takes an empty switch for off', () => {
    expect(readTypedSettings({})).toEqual({ values: {} });
    expect(readTypedSettings({ promotionCodes: '' })).toEqual({ values: { promotionCodes: false } });
    expect(readTypedSettings({ promotionCodes: 'on' })).toEqual({ values: { promotionCodes: true } });
  });

  it('takes lists parted by commas or spaces', () => {
    expect(readTypedSettings({ payRequiredIn: ' PL,DE  FR ' })).toEqual({
      values: { payRequiredIn: ['PL', 'DE', 'FR'] },
    });
    expect(readTypedSettings({ payRequiredIn: 'PL, Germany' })).toEqual({
      faults: { payRequiredIn: '“Germany” does not fit.' },
    });
  });
});
