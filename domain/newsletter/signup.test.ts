import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSubscriber, createSubscription } from '@/db/factories';
import { consent, subscriber, subscription } from '@/db/schema/newsletter';
import { event } from '@/db/schema/portal';
import { useTestDatabase } from '@/dev/testing/database';
import { dropQueuedMail, listQueuedMail } from '@/dev/testing/queued-mail';
import { confirmSignup, findSignup, renewSignup } from './confirm';
import type { Wanted } from './input';
import { leaveList } from './leave';
import { readConfirmLink } from './links';
import { MAX_ALERTS } from './rules';
import { readSearch } from './searches';
import { noteSignupSent, type Signup, signUp } from './signup';

const test = useTestDatabase();
const ports = { link: { siteUrl: 'https://jobs.example', secret: 'secret' }, siteName: 'Rolecall' };
const now = new Date('2026-11-21T12:00:00Z');
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const email = 'halina@kvarnen.example';
const witness = { ip: '192.0.2.7', userAgent: 'Firefox' };
const NEWS: Wanted = { kind: 'newsletter' };
const BACKEND: Wanted = { kind: 'alert', query: 'role=backend&workplace=remote', frequency: 'daily' };

beforeEach(async () => {
  await test.db.execute(sql`truncate subscriber, consent, event cascade`);
  await dropQueuedMail(test.db);
});

const ask = (fields: Partial<Signup> = {}, at = now) =>
  signUp(
    test.db,
    ports,
    {
      email,
      wanted: [NEWS],
      chosen: false,
      formUrl: 'https://jobs.example/',
      ip: '192.0.2.1',
      userAgent: 'Chrome',
      ...fields,
    },
    at,
  );

/** The signup that the last mailed link confirms. */
async function mailedSignup(): Promise<string> {
  const mails = await listQueuedMail(test.db);
  const last = mails.at(-1);
  if (last?.mail.kind !== 'newsletter-confirm') throw new Error('no link was mailed');
  const read = readConfirmLink(Object.fromEntries(new URL(last.mail.url).searchParams), 'secret');
  return read?.signup ?? '';
}
const confirm = async (at = now) => confirmSignup(test.db, ports, await mailedSignup(), witness, at);
const kinds = async () => (await listQueuedMail(test.db)).map(({ to, mail }) => [to, mail.kind]);
const lists = () => test.db.select().from(subscription).orderBy(subscription.id);
const readers = () => test.db.select().from(subscriber).orderBy(subscriber.id);
const proofs = () => test.db.select().from(consent).orderBy(consent.id);

describe('signing up', () => {
  it('sends one link and nothing else, and begins when that is confirmed', async () => {
    await ask({ wanted: [NEWS, BACKEND] });
    expect(await kinds()).toEqual([[email, 'newsletter-confirm']]);
    const [mail] = await listQueuedMail(test.db);
    expect(mail?.mail).toMatchObject({ items: ['The newsletter', 'Backend, remote'] });
    expect((await readers()).map(({ state }) => state)).toEqual(['pending']);
    expect((await lists()).map(({ state }) => state)).toEqual(['pending', 'pending']);

    expect(await confirm()).toBe(true);
    expect(await readers()).toMatchObject([{ email, state: 'active', confirmedAt: now }]);
    expect(await lists()).toMatchObject([
      { kind: 'newsletter', state: 'active', nextAt: null, confirmedAt: now },
      {
        kind: 'alert',
        query: 'role=backend&workplace=remote',
        filters: { role: ['backend'], workplace: ['remote'] },
        frequency: 'daily',
        state: 'active',
        // Eight in Warsaw.
        nextAt: new Date('2026-11-22T07:00:00Z'),
      },
    ]);
    expect((await kinds()).at(-1)).toEqual([email, 'newsletter-welcome']);
  });

  it('keeps proof of who agreed to what, in which words, when and from where', async () => {
    await ask({ wanted: [BACKEND], formUrl: 'https://jobs.example/offers?role=backend' });
    const signup = await mailedSignup();
    await noteSignupSent(test.db, signup, later(0.1));
    await noteSignupSent(test.db, signup, later(0.2));
    await confirm(later(1));
    expect(await proofs()).toMatchObject([
      {
        email,
        kind: 'alert',
        query: 'role=backend&workplace=remote',
        frequency: 'daily',
        wording:
          'By sending this I ask Rolecall to e-mail me new offers: Backend, remote, until I leave. One click in any of the mails is enough to leave.',
        wordingVersion: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        formUrl: 'https://jobs.example/offers?role=backend',
        ip: '192.0.2.1',
        userAgent: 'Chrome',
        signedUpAt: now,
        sentAt: later(0.1),
        confirmedAt: later(1),
        confirmedIp: '192.0.2.7',
        confirmedUserAgent: 'Firefox',
        endedAt: null,
      },
    ]);
  });

  it('is confirmed once, however often the button is pressed, even at the same moment', async () => {
    await ask();
    const signup = await mailedSignup();
    const press = (at: Date) => confirmSignup(test.db, ports, signup, witness, at);
    expect(await Promise.all([press(now), press(now), press(now)])).toEqual([true, true, true]);
    expect(await press(later(1))).toBe(true);
    expect(await kinds()).toEqual([
      [email, 'newsletter-confirm'],
      [email, 'newsletter-welcome'],
    ]);
    expect((await proofs()).map(({ confirmedAt }) => confirmedAt)).toEqual([now]);
    expect(await test.db.$count(event, eq(event.type, 'subscription.confirmed'))).toBe(1);
  });

  it('cannot be brought back by an old link once it was left', async () => {
    await ask();
    const signup = await mailedSignup();
    await confirm();
    const [list] = await lists();
    await leaveList(test.db, list?.id ?? 0, { by: 'one_click', now: later(1) });
    expect(await findSignup(test.db, signup)).toMatchObject({ state: 'ended' });
    await confirmSignup(test.db, ports, signup, witness, later(2));
    expect((await lists()).map(({ state }) => state)).toEqual(['ended']);
    expect((await readers()).map(({ state }) => state)).toEqual(['unsubscribed']);
  });

  it('of what somebody has already sends their preferences instead, and changes nothing', async () => {
    await ask({ wanted: [BACKEND] });
    await confirm();
    const before = [await lists(), await proofs()];
    await ask({ wanted: [BACKEND] });
    expect((await kinds()).at(-1)).toEqual([email, 'newsletter-preferences']);
    expect([await lists(), await proofs()]).toEqual(before);
  });

  it('by a stranger neither changes how often an alert comes nor ends it, until its reader confirms', async () => {
    await ask({ wanted: [BACKEND] });
    await confirm();
    await ask({ wanted: [{ ...BACKEND, frequency: 'instant' }] });
    expect(await lists()).toMatchObject([{ state: 'active', frequency: 'daily' }]);
    await confirm();
    expect(await lists()).toMatchObject([{ state: 'active', frequency: 'instant', nextAt: null }]);
    // Offers of the time before are still new to them.
    expect((await lists())[0]?.confirmedAt).toEqual(now);
  });

  it('again after leaving begins anew', async () => {
    await ask({ wanted: [BACKEND] });
    await confirm();
    const [list] = await lists();
    await leaveList(test.db, list?.id ?? 0, { by: 'reader', now: later(1) });
    await ask({ wanted: [BACKEND] }, later(2));
    expect((await lists()).map(({ state }) => state)).toEqual(['ended']);
    await confirm(later(3));
    expect(await lists()).toMatchObject([
      { state: 'active', confirmedAt: later(3), endedAt: null, endedBy: null },
    ]);
    expect(await readers()).toMatchObject([{ state: 'active', confirmedAt: now, endedAt: null }]);
    expect((await kinds()).at(-1)?.[1]).toBe('newsletter-welcome');
  });

  it('is not answered for a month with mail to who reported ours as spam', async () => {
    await createSubscriber(test.db, { email, state: 'complained', endedAt: now });
    await ask({}, later(29));
    expect(await kinds()).toEqual([]);
    await ask({}, later(31));
    expect(await kinds()).toEqual([[email, 'newsletter-confirm']]);
  });

  it('gives an address that bounced another chance', async () => {
    await createSubscriber(test.db, { email, state: 'bounced', endedAt: now, confirmedAt: null });
    await ask();
    await confirm(later(1));
    expect(await readers()).toMatchObject([{ state: 'active', endedAt: null }]);
  });

  it('ends at as many alerts as one person can have', async () => {
    const { id } = await createSubscriber(test.db, { email });
    for (let n = 0; n < MAX_ALERTS; n += 1) {
      const { query, filters } = await readSearch(test.db, `salary_min=${n + 1}`);
      await createSubscription(test.db, id, { kind: 'alert', query, filters, frequency: 'daily' });
    }
    await ask({ wanted: [BACKEND] });
    const [mail] = await listQueuedMail(test.db);
    expect(mail?.mail).toMatchObject({ kind: 'newsletter-preferences', why: 'full' });
    await ask({ wanted: [NEWS] });
    expect((await kinds()).at(-1)?.[1]).toBe('newsletter-confirm');
  });

  it('twice at the same moment makes one subscriber', async () => {
    await Promise.all([ask(), ask({ wanted: [BACKEND] }), ask()]);
    expect(await readers()).toHaveLength(1);
    expect(await lists()).toHaveLength(2);
  });

  it('can be renewed while it waits, and no longer', async () => {
    await ask();
    const signup = await mailedSignup();
    expect(await renewSignup(test.db, ports, signup, later(5))).toBe(true);
    expect(await mailedSignup()).toBe(signup);
    await confirm(later(6));
    expect(await renewSignup(test.db, ports, signup, later(7))).toBe(false);
    expect(await renewSignup(test.db, ports, 'made-up', now)).toBe(false);
    expect(await confirmSignup(test.db, ports, 'made-up', witness, now)).toBe(false);
    expect(await findSignup(test.db, 'made-up')).toBeNull();
  });
});

describe('readSearch', () => {
  it('keeps what says which offers, and drops slugs that nothing has', async () => {
    const search = await readSearch(
      test.db,
      'role=backend&role=nonsense&skill=java&city=atlantis&posted=3&sort=salary&page=4&utm_source=x',
    );
    expect(search).toMatchObject({ query: 'role=backend&skill=java', words: 'Backend, Java' });
    expect(search.filters).toMatchObject({ role: ['backend'], city: [], posted: undefined, page: 1 });
    expect(await readSearch(test.db, '')).toMatchObject({ query: '', words: 'All offers' });
  });

  it('has one query for equal searches', async () => {
    const one = await readSearch(test.db, 'skill=java&role=backend&skill=go');
    const two = await readSearch(test.db, 'role=backend&skill=go&skill=java&skill=java');
    expect(one).toEqual(two);
  });
});
