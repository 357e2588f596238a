import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { connect } from '@/db/client';
import { createUser } from '@/db/factories';
import { appUser, emailChange, verificationToken } from '@/db/schema/accounts';
import { useTestDatabase } from '@/dev/testing/database';
import { dropQueuedMail, listQueuedMail } from '@/dev/testing/queued-mail';
import {
  agreeEmailChange,
  askEmailChange,
  dropEmailChange,
  findChangeLink,
  findPendingChange,
} from './email-change';

const test = useTestDatabase();
const now = new Date('2026-03-01T12:00:00Z');
const tomorrow = new Date('2026-03-02T12:00:00Z');
const OLD = 'anna@kvarnen.example';
const NEW = 'anna@tarnica.example';

let anna: { id: string; email: string };

beforeEach(async () => {
  await test.db.execute(sql`truncate app_user, verification_token cascade`);
  await dropQueuedMail(test.db);
  anna = await createUser(test.db, { email: OLD });
});

const emailOf = async (id: string) =>
  (await test.db.select({ email: appUser.email }).from(appUser).where(eq(appUser.id, id)))[0]?.email;

/** Asks, and gives the tokens that were mailed to the old and to the new address. */
async function ask(newEmail = NEW): Promise<{ old: string; new: string }> {
  await askEmailChange(test.db, anna, newEmail, { now, siteUrl: 'https://jobs.example' });
  const tokens = { old: '', new: '' };
  for (const { to, mail } of await listQueuedMail(test.db)) {
    if (mail.kind !== 'email-change') continue;
    expect(to).toBe(mail.side === 'old' ? OLD : newEmail);
    tokens[mail.side] = new URL(mail.url).searchParams.get('token') ?? '';
  }
  return tokens;
}

describe('a change of address', () => {
  it.each([
    ['old', 'new'],
    ['new', 'old'],
  ] as const)('is made when the %s and then the %s address agree', async (first, second) => {
    const tokens = await ask();
    await test.db.insert(verificationToken).values({ identifier: OLD, token: 'x', expires: tomorrow });
    expect(await findChangeLink(test.db, tokens[first], now)).toEqual({
      side: first,
      oldEmail: OLD,
      newEmail: NEW,
      isConfirmed: false,
    });
    expect(await agreeEmailChange(test.db, tokens[first], now)).toBe('waiting');
    expect(await agreeEmailChange(test.db, tokens[first], now)).toBe('waiting');
    expect(await emailOf(anna.id)).toBe(OLD);
    expect(await findPendingChange(test.db, anna.id, now)).toEqual({
      newEmail: NEW,
      oldConfirmed: first === 'old',
      newConfirmed: first === 'new',
    });
    await dropQueuedMail(test.db);
    expect(await agreeEmailChange(test.db, tokens[second], now)).toBe('changed');
    expect(await emailOf(anna.id)).toBe(NEW);
    expect(await listQueuedMail(test.db)).toEqual([
      { to: OLD, mail: { kind: 'email-changed', newEmail: NEW } },
    ]);
    // A sign-in link in the old box would make a new account.
    expect(await test.db.$count(verificationToken)).toBe(0);
    for (const token of [tokens.old, tokens.new]) {
      await expect(agreeEmailChange(test.db, token, now)).rejects.toMatchObject({ code: 'link_gone' });
    }
  });

  it('is made once when both agree at the same moment', async () => {
    const other = connect(test.url, { max: 2 });
    try {
      const tokens = await ask();
      const answers = await Promise.all(
        [tokens.old, tokens.new].map((t) => agreeEmailChange(other.db, t, now)),
      );
      expect(answers.toSorted()).toEqual(['changed', 'waiting']);
      expect(await emailOf(anna.id)).toBe(NEW);
    } finally {
      await other.close();
    }
  });

  it('refuses links that are old, altered, of an earlier change or given up', async () => {
    const first = await ask();
    const second = await ask('anna@third.example');
    const altered = second.old.replace(/.$/, (letter) => (letter === 'A' ? 'B' : 'A'));
    for (const [token, at] of [
      [first.old, now],
      [first.new, now],
      [altered, now],
      ['', now],
      [second.old, tomorrow],
    ] as const) {
      expect(await findChangeLink(test.db, token, at)).toBeNull();
      await expect(agreeEmailChange(test.db, token, at)).rejects.toMatchObject({ code: 'link_gone' });
    }
    expect(await dropEmailChange(test.db, anna.id, now)).toBe(true);
    expect(await dropEmailChange(test.db, anna.id, now)).toBe(false);
    await expect(agreeEmailChange(test.db, second.new, now)).rejects.toMatchObject({ code: 'link_gone' });
    expect(await emailOf(anna.id)).toBe(OLD);
  });

  it('to somebody else’s address begins like any other, and ends without one', async () => {
    const bo = await createUser(test.db, { email: NEW });
    const tokens = await ask();
    expect(await agreeEmailChange(test.db, tokens.old, now)).toBe('waiting');
    await expect(agreeEmailChange(test.db, tokens.new, now)).rejects.toMatchObject({ code: 'address_taken' });
    expect([await emailOf(anna.id), await emailOf(bo.id)]).toEqual([OLD, NEW]);
    expect(await test.db.$count(emailChange)).toBe(0);
  });

  it('to the same address is refused', async () => {
    await expect(ask(OLD)).rejects.toMatchObject({ code: 'same_address' });
  });
});
