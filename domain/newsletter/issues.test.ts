import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { createOffer } from '@/db/factories';
import { delivery, issue, issueLink, subscriber, subscription } from '@/db/schema/newsletter';
import { event } from '@/db/schema/portal';
import { useTestDatabase } from '@/dev/testing/database';
import { createReaders } from '@/dev/testing/readers';
import { writeSetting } from '@/domain/settings/settings';
import { findArchived, listArchive } from './archive';
import { followLink } from './clicks';
import type { IssueLetter } from './issue-input';
import { previewIssue } from './issue-preview';
import { getIssue, getIssueProgress } from './issue-queries';
import {
  cancelIssue,
  createIssue,
  discardIssue,
  pauseIssue,
  resumeIssue,
  saveIssue,
  scheduleIssue,
  unscheduleIssue,
} from './issues';
import { startDueIssues } from './sending';

const database = useTestDatabase();
const now = new Date('2026-11-21T10:00:00Z');
const later = new Date('2026-11-22T08:00:00Z');
const act = { actor: 'user:op', now };
const link = { siteUrl: 'https://jobs.example', secret: 'secret' };
const letters: IssueLetter[] = [];
const ports = {
  link,
  render: async (letter: IssueLetter) => {
    letters.push(letter);
    const links = letter.blocks.flatMap((block) => (block.kind === 'offers' ? block.offers : []));
    return { html: links.map(({ url }) => url).join(' '), text: letter.subject };
  },
};
const form = { subject: 'The fortnight', preview: '', body: 'Hello [all](/offers).\n\n::featured-offers' };

beforeEach(async () => {
  letters.length = 0;
  await database.db.delete(issue);
  await database.db.delete(subscriber);
  await database.sql`delete from setting`;
});

async function createDraft(): Promise<number> {
  return createIssue(database.db, form, act);
}

async function createScheduled(at: Date): Promise<number> {
  const id = await createDraft();
  await scheduleIssue(database.db, id, { at, live: false, ...act });
  return id;
}

const stateOf = async (id: number) => (await getIssue(database.db, id))?.state;

describe('writing', () => {
  it('keeps what was typed, unless somebody saved it meanwhile', async () => {
    const { db } = database;
    const id = await createDraft();
    await saveIssue(db, id, { ...form, subject: 'Mine' }, { revision: 1, ...act });
    await expect(
      saveIssue(db, id, { ...form, subject: 'Theirs' }, { revision: 1, ...act }),
    ).rejects.toMatchObject({ code: 'outdated' });
    expect((await getIssue(db, id))?.subject).toBe('Mine');
  });

  it('ends when it is scheduled, and begins again when that is called off', async () => {
    const { db } = database;
    const id = await createScheduled(later);
    await expect(saveIssue(db, id, form, { revision: 1, ...act })).rejects.toMatchObject({
      code: 'not-a-draft',
    });
    await expect(discardIssue(db, id, act)).rejects.toMatchObject({ code: 'not-a-draft' });
    await unscheduleIssue(db, id, act);
    await saveIssue(db, id, form, { revision: 1, ...act });
    await discardIssue(db, id, act);
    expect(await getIssue(db, id)).toBeNull();
  });

  it('shows the offers that are live now, each once, and the featured ones in any case', async () => {
    const { db } = database;
    const shown = await createOffer(db, { title: 'Chosen' });
    await createOffer(db, { title: 'Promoted', featured: true });
    await createOffer(db, { title: 'Promoted, but closed', featured: true, state: 'filled' });
    const gone = await createOffer(db, { state: 'expired' });
    const body = `::offer ${shown.id}\n::offer x-${gone.id}\n::role-figures backend\n::role-figures no-such`;
    const id = await createIssue(db, { ...form, body }, act);
    const preview = await previewIssue(db, id, link.siteUrl, new Date());
    const titles = preview?.letter.blocks.flatMap((block) =>
      block.kind === 'offers' ? block.offers.map(({ title }) => title) : [],
    );
    expect(titles).toEqual(['Chosen', 'Promoted']);
    expect(preview?.gaps).toEqual([
      `::offer x-${gone.id}: no such offer is on the list.`,
      '::role-figures no-such: there is no such role.',
    ]);
  });
});

describe('sending', () => {
  it('needs a postal address on a live portal, and blocks that can be read', async () => {
    const { db } = database;
    const id = await createDraft();
    const at = { at: later, live: true, ...act };
    await expect(scheduleIssue(db, id, at)).rejects.toMatchObject({ code: 'no-address' });
    await writeSetting(db, 'postalAddress', 'ul. Wzorcowa 7, Warszawa', now);
    await scheduleIssue(db, id, at);
    await expect(scheduleIssue(db, id, at)).rejects.toMatchObject({ code: 'not-a-draft' });
    const faulty = await createIssue(db, { ...form, body: '::bogus' }, act);
    await expect(scheduleIssue(db, faulty, at)).rejects.toMatchObject({ code: 'faulty' });
  });

  it('begins at its time and no sooner, once, for everybody who gets the newsletter by then', async () => {
    const { db, sql: query } = database;
    await createReaders(query, 5);
    const [first, second, third] = await db.select().from(subscriber).orderBy(subscriber.id);
    await db
      .update(subscriber)
      .set({ pausedUntil: later })
      .where(eq(subscriber.id, first?.id ?? 0));
    await db
      .update(subscription)
      .set({ state: 'ended', endedAt: now })
      .where(eq(subscription.subscriberId, second?.id ?? 0));
    await db
      .update(subscriber)
      .set({ state: 'bounced', endedAt: now })
      .where(eq(subscriber.id, third?.id ?? 0));
    const id = await createScheduled(new Date('2026-11-21T12:00:00Z'));
    expect(await startDueIssues(db, ports, now)).toBe(0);
    const due = new Date('2026-11-21T12:00:30Z');
    const started = await Promise.all([startDueIssues(db, ports, due), startDueIssues(db, ports, due)]);
    expect(started.sort()).toEqual([0, 1]);
    expect(await startDueIssues(db, ports, due)).toBe(0);
    expect(await stateOf(id)).toBe('sending');
    expect(await db.select().from(delivery).where(eq(delivery.issueId, id))).toHaveLength(2);
    expect(await getIssueProgress(db, id, due)).toMatchObject({ total: 2, waiting: 2, sent: 0, rate: 0 });
    const types = await db.select({ type: event.type }).from(event).where(eq(event.subjectId, id));
    expect(types.map(({ type }) => type).filter((type) => type === 'issue.sending')).toHaveLength(1);
  });

  it('is paused, resumed and called off, each only from where that makes sense', async () => {
    const { db, sql: query } = database;
    await createReaders(query, 2);
    const id = await createScheduled(now);
    await expect(pauseIssue(db, id, act)).rejects.toMatchObject({ code: 'not-sending' });
    await startDueIssues(db, ports, now);
    await pauseIssue(db, id, act);
    await expect(pauseIssue(db, id, act)).rejects.toMatchObject({ code: 'not-sending' });
    await resumeIssue(db, id, act);
    await expect(resumeIssue(db, id, act)).rejects.toMatchObject({ code: 'not-paused' });
    expect(await listArchive(db)).toHaveLength(1);
    await cancelIssue(db, id, act);
    await expect(cancelIssue(db, id, act)).rejects.toMatchObject({ code: 'not-sending' });
    expect(await listArchive(db)).toEqual([]);
    expect(await getIssueProgress(db, id, now)).toMatchObject({ waiting: 0, skipped: 2 });
  });

  it('keeps what is sent, and the archive shows that', async () => {
    const { db } = database;
    const { id: offerId } = await createOffer(db, { title: 'Promoted', featured: true });
    const id = await createScheduled(now);
    await startDueIssues(db, ports, now);
    await db.execute(sql`update offer set title = 'Renamed', state = 'filled' where id = ${offerId}`);
    const slug = `the-fortnight-${id}`;
    const found = await findArchived(db, slug);
    expect(found).toMatchObject({ subject: 'The fortnight', sentAt: now.toISOString() });
    expect(JSON.stringify(found?.content)).toContain('"Promoted"');
    expect(letters[0]?.webUrl).toBe(`https://jobs.example/newsletter/archive/${slug}`);
  });
});

describe('clicks', () => {
  it('are counted by links that lead where the issue said, and nowhere else', async () => {
    const { db } = database;
    const offer = await createOffer(db, { featured: true });
    const id = await createScheduled(now);
    await startDueIssues(db, ports, now);
    const url = letters[0]?.blocks.flatMap((block) => (block.kind === 'offers' ? block.offers : []))[0]?.url;
    const [, issueId = '', n = '', key = ''] = /\/click\/(\d+)\/(\d+)\/([\w-]+)$/.exec(url ?? '') ?? [];
    expect(Number(issueId)).toBe(id);
    const address = `https://jobs.example/offers/${offer.slug}`;
    expect(await followLink(db, { issueId, n, key }, 'secret')).toBe(address);
    expect(await followLink(db, { issueId, n, key }, 'secret')).toBe(address);
    for (const altered of [
      { issueId, n: '2', key },
      { issueId: String(id + 1), n, key },
      { issueId, n, key: `${key}x` },
      { issueId, n: 'https://evil.example', key },
    ]) {
      expect(await followLink(db, altered, 'secret')).toBeNull();
    }
    expect(await followLink(db, { issueId, n, key }, 'other')).toBeNull();
    const [counted] = await db.select().from(issueLink).where(eq(issueLink.issueId, id));
    expect(counted).toMatchObject({ url: address, clicks: 2 });
  });

  it('are not, where the operator does not want it', async () => {
    const { db } = database;
    await writeSetting(db, 'newsletterClicks', false, now);
    await createOffer(db, { featured: true });
    await createScheduled(now);
    await startDueIssues(db, ports, now);
    expect(JSON.stringify(letters[0])).not.toContain('/click/');
    expect(letters[0]?.href('/offers')).toBe('https://jobs.example/offers');
    expect(letters[0]?.href('javascript:alert(1)')).toBeUndefined();
  });
});
