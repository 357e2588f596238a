import { asc, eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSubscriber, createSubscription } from '@/db/factories';
import { consent, subscriber, subscription } from '@/db/schema/newsletter';
import { useTestDatabase } from '@/dev/testing/database';
import { dropQueuedMail, listQueuedMail } from '@/dev/testing/queued-mail';
import { askAddressChange, changeAddress, findAddressChange } from './address-change';
import { leaveAll, leaveList } from './leave';
import { preferencesUrl } from './links';
import { deleteSubscriber, exportOwnData } from './own-data';
import {
  askPreferences,
  findSubscription,
  getPreferences,
  openPreferences,
  pauseMail,
  type Reader,
  saveTiming,
  subscribeAgain,
} from './preferences';
import { readSearch } from './searches';

const test = useTestDatabase();
const ports = { link: { siteUrl: 'https://jobs.example', secret: 'secret' }, siteName: 'Rolecall' };
const now = new Date('2026-11-21T12:00:00Z');
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const witness = { ip: '192.0.2.7', userAgent: 'Firefox' };
const again = {
  wordingOf: (search: string | null) => `Yes: ${search}`,
  formUrl: 'https://jobs.example/newsletter/preferences',
  witness,
  now,
};
const paramsOf = (url: string) => Object.fromEntries(new URL(url).searchParams);

let reader: Reader;
let alert: number;
let stranger: Reader;

beforeEach(async () => {
  await test.db.execute(sql`truncate subscriber, consent, event cascade`);
  await dropQueuedMail(test.db);
  reader = await createSubscriber(test.db, {
    email: 'halina@kvarnen.example',
    createdAt: now,
    confirmedAt: now,
  });
  stranger = await createSubscriber(test.db, { email: 'stranger@kvarnen.example' });
  alert = await giveAlert(reader, 'role=backend');
});

async function giveAlert(to: Reader, asked: string): Promise<number> {
  const { query, filters } = await readSearch(test.db, asked);
  const made = await createSubscription(test.db, to.id, {
    kind: 'alert',
    query,
    filters,
    frequency: 'daily',
    nextAt: new Date('2026-11-22T07:00:00Z'),
  });
  await test.db.insert(consent).values({
    signup: crypto.randomUUID(),
    subscriptionId: made.id,
    email: to.email,
    kind: 'alert',
    query,
    wording: 'Yes.',
    wordingVersion: '1',
    formUrl: 'https://jobs.example/',
    signedUpAt: now,
    confirmedAt: now,
  });
  return made.id;
}

const fresh = async () => {
  const [row] = await test.db.select().from(subscriber).where(eq(subscriber.id, reader.id));
  if (!row) throw new Error('gone');
  return row;
};
const lists = () =>
  test.db
    .select()
    .from(subscription)
    .where(eq(subscription.subscriberId, reader.id))
    .orderBy(asc(subscription.id));
const linkOf = (to: Reader, at = now) =>
  paramsOf(preferencesUrl({ subscriberId: to.id, email: to.email }, ports.link, at));
const open = (params: Record<string, string>, at = now) => openPreferences(test.db, params, 'secret', at);

describe('the link to the preferences', () => {
  it('opens those of its reader for a month, and then says that it is too old', async () => {
    expect(await open(linkOf(reader), later(29))).toMatchObject({
      reader: { id: reader.id },
      expired: false,
    });
    expect(await open(linkOf(reader), later(31))).toMatchObject({ reader: { id: reader.id }, expired: true });
    expect(await open({ ...linkOf(reader), s: String(stranger.id) })).toBeNull();
    expect(await open({})).toBeNull();
  });

  it('is mailed to whoever subscribes, and asking tells nobody who does', async () => {
    await askPreferences(test.db, ports, reader.email, now);
    await askPreferences(test.db, ports, 'nobody@kvarnen.example', now);
    const pending = await createSubscriber(test.db, { state: 'pending', confirmedAt: null });
    await askPreferences(test.db, ports, pending.email, now);
    const mails = await listQueuedMail(test.db);
    expect(mails.map(({ to, mail }) => [to, mail.kind])).toEqual([[reader.email, 'newsletter-preferences']]);
    const [mail] = mails;
    if (mail?.mail.kind !== 'newsletter-preferences') throw new Error('no link');
    expect(await open(paramsOf(mail.mail.url))).toMatchObject({ reader: { id: reader.id } });
  });
});

describe('preferences', () => {
  it('are what somebody gets, in words', async () => {
    await createSubscription(test.db, reader.id);
    expect(await getPreferences(test.db, reader, { since: now, now })).toMatchObject({
      email: 'halina@kvarnen.example',
      newsletter: true,
      timeZone: null,
      standardTimeZone: 'Europe/Warsaw',
      pausedUntil: null,
      alerts: [{ id: alert, words: 'Backend', query: 'role=backend', frequency: 'daily', active: true }],
    });
  });

  it('say when digests come, in the time zone that they name', async () => {
    await saveTiming(
      test.db,
      reader,
      { timeZone: 'Asia/Tokyo', frequencies: { [alert]: 'weekly', 987654: 'instant' } },
      now,
    );
    expect(await lists()).toMatchObject([{ frequency: 'weekly', nextAt: new Date('2026-11-25T23:00:00Z') }]);
    expect((await fresh()).timeZone).toBe('Asia/Tokyo');
    // Without a zone of their own it is the portal's.
    await saveTiming(test.db, await fresh(), { timeZone: null, frequencies: { [alert]: 'daily' } }, now);
    expect(await lists()).toMatchObject([{ frequency: 'daily', nextAt: new Date('2026-11-22T07:00:00Z') }]);
    await saveTiming(test.db, await fresh(), { timeZone: null, frequencies: { [alert]: 'instant' } }, now);
    expect(await lists()).toMatchObject([{ frequency: 'instant', nextAt: null }]);
    await expect(
      saveTiming(test.db, reader, { timeZone: 'Mars/Olympus', frequencies: {} }, now),
    ).rejects.toThrow(RangeError);
  });

  it('leave a digest that is due where nothing about it was changed', async () => {
    const due = new Date('2026-11-21T11:59:00Z');
    await test.db.update(subscription).set({ nextAt: due });
    await saveTiming(test.db, reader, { timeZone: null, frequencies: { [alert]: 'daily' } }, now);
    expect(await lists()).toMatchObject([{ nextAt: due }]);
  });

  it('of one reader say nothing about the alerts of another', async () => {
    const theirs = await giveAlert(stranger, 'role=frontend');
    await saveTiming(test.db, reader, { timeZone: null, frequencies: { [theirs]: 'instant' } }, now);
    await leaveList(test.db, theirs, { by: 'reader', now });
    expect(await subscribeAgain(test.db, reader, { alert: theirs }, again)).toBe(false);
    expect(await findSubscription(test.db, reader.id, { id: theirs })).toBeNull();
    const [row] = await test.db.select().from(subscription).where(eq(subscription.id, theirs));
    expect(row).toMatchObject({ frequency: 'daily', state: 'ended' });
  });

  it('pause everything for some weeks, digests until after that, and resume', async () => {
    await pauseMail(test.db, reader, later(14), now);
    expect((await fresh()).pausedUntil).toEqual(later(14));
    expect(await lists()).toMatchObject([{ nextAt: new Date('2026-12-06T07:00:00Z') }]);
    const shown = await getPreferences(test.db, await fresh(), { since: now, now });
    expect(shown.pausedUntil).toBe(later(14).toISOString());
    expect(
      (await getPreferences(test.db, await fresh(), { since: now, now: later(15) })).pausedUntil,
    ).toBeNull();
    await pauseMail(test.db, await fresh(), null, later(1));
    expect((await fresh()).pausedUntil).toBeNull();
    expect(await lists()).toMatchObject([{ nextAt: new Date('2026-11-23T07:00:00Z') }]);
  });

  it('take back what was removed, with proof of it', async () => {
    await leaveList(test.db, alert, { by: 'reader', now });
    const removed = await getPreferences(test.db, await fresh(), { since: later(-7), now });
    expect(removed.alerts).toMatchObject([{ id: alert, active: false }]);
    expect((await getPreferences(test.db, await fresh(), { since: later(1), now })).alerts).toEqual([]);
    expect(await subscribeAgain(test.db, await fresh(), { alert }, again)).toBe(true);
    expect(await lists()).toMatchObject([{ state: 'active', endedAt: null, nextAt: expect.any(Date) }]);
    expect((await fresh()).state).toBe('active');
    const proofs = await test.db.select().from(consent).orderBy(asc(consent.id));
    expect(proofs.map(({ wording, endedAt }) => [wording, endedAt !== null])).toEqual([
      ['Yes.', true],
      ['Yes: Backend', false],
    ]);
  });

  it('begin the newsletter once', async () => {
    for (let n = 0; n < 2; n += 1) await subscribeAgain(test.db, reader, { newsletter: true }, again);
    expect((await lists()).map(({ kind, state }) => [kind, state])).toEqual([
      ['alert', 'active'],
      ['newsletter', 'active'],
    ]);
    expect(await test.db.$count(consent, eq(consent.kind, 'newsletter'))).toBe(1);
  });
});

describe('a change of address', () => {
  async function asked(to = 'new@kvarnen.example') {
    await askAddressChange(test.db, ports, reader, to, now);
    const mail = (await listQueuedMail(test.db)).find((one) => one.mail.kind === 'newsletter-address');
    if (mail?.mail.kind !== 'newsletter-address') throw new Error('no link');
    return { to: mail.to, mail: mail.mail, params: paramsOf(mail.mail.url) };
  }
  const find = (params: Record<string, string>, at = now) => findAddressChange(test.db, params, 'secret', at);
  const make = async (params: Record<string, string>, at = now) => {
    const change = await find(params, at);
    if (!change) return null;
    return changeAddress(test.db, ports, change, { formUrl: 'https://jobs.example/x', witness, now: at });
  };

  it('is made by the new address, and tells the old one, whose links are dead then', async () => {
    const { to, mail, params } = await asked();
    expect(to).toBe('new@kvarnen.example');
    // It must not let a stranger into, or end, what somebody else gets.
    expect(mail.footer).toMatchObject({ leaveUrl: null, preferencesUrl: null });
    expect((await fresh()).email).toBe('halina@kvarnen.example');
    expect(await make(params, later(1))).toBe('changed');
    expect((await fresh()).email).toBe('new@kvarnen.example');
    expect((await lists()).map(({ state }) => state)).toEqual(['active']);
    expect(await open(linkOf(reader))).toBeNull();
    expect(await make(params, later(1))).toBeNull();
    const goodbye = (await listQueuedMail(test.db)).at(-1);
    expect(goodbye).toMatchObject({ to: 'halina@kvarnen.example', mail: { how: 'moved' } });
    const proofs = await test.db.select().from(consent).orderBy(asc(consent.id));
    expect(proofs).toMatchObject([
      { email: 'halina@kvarnen.example', endedAt: later(1) },
      { email: 'new@kvarnen.example', confirmedAt: later(1), confirmedIp: '192.0.2.7', endedAt: null },
    ]);
  });

  it('is refused where somebody subscribes with it, and takes the place of one who never confirmed', async () => {
    const { params } = await asked(stranger.email);
    expect(await make(params)).toBe('taken');
    expect((await fresh()).email).toBe('halina@kvarnen.example');
    await dropQueuedMail(test.db);
    const pending = await createSubscriber(test.db, { state: 'pending', confirmedAt: null });
    expect(await make((await asked(pending.email)).params)).toBe('changed');
    expect((await fresh()).email).toBe(pending.email);
  });

  it('waits for three days, and not for an altered link', async () => {
    const { params } = await asked();
    expect(await find(params, later(2.9))).not.toBeNull();
    expect(await find(params, later(3.1))).toBeNull();
    expect(await find({ ...params, to: 'evil@kvarnen.example' })).toBeNull();
  });
});

describe('one’s own data', () => {
  it('is all that is kept', async () => {
    const data = JSON.parse(JSON.stringify(await exportOwnData(test.db, reader)));
    expect(data).toMatchObject({
      subscriber: { email: 'halina@kvarnen.example' },
      subscriptions: [{ kind: 'alert', query: 'role=backend' }],
      consents: [{ wording: 'Yes.' }],
      mails: [],
    });
    expect(JSON.stringify(data)).not.toContain('stranger');
  });

  it('is deleted at once but for the proof, and a last mail says so', async () => {
    expect(await deleteSubscriber(test.db, ports, reader, now)).toBe(true);
    expect(await deleteSubscriber(test.db, ports, reader, now)).toBe(false);
    expect(await lists()).toEqual([]);
    expect(await test.db.$count(subscriber)).toBe(1);
    const proofs = await test.db.select().from(consent);
    expect(proofs).toMatchObject([
      { email: reader.email, endedAt: now, endedBy: 'reader', subscriptionId: null },
    ]);
    const mails = await listQueuedMail(test.db);
    expect(mails).toMatchObject([
      {
        to: reader.email,
        mail: { kind: 'newsletter-goodbye', how: 'deleted', footer: { leaveUrl: null } },
      },
    ]);
  });

  it('of who has left everything is still theirs to see', async () => {
    await leaveAll(test.db, reader.id, { by: 'one_click', now });
    expect(await open(linkOf(reader))).toMatchObject({ reader: { state: 'unsubscribed' } });
  });
});
