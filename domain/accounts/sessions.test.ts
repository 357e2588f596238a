import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { createUser } from '@/db/factories';
import { session } from '@/db/schema/accounts';
import { event } from '@/db/schema/portal';
import { useTestDatabase } from '@/dev/testing/database';
import { hashToken } from '@/lib/secret';
import { endOtherSessions, endSession, listSessions } from './sessions';

const test = useTestDatabase();
const now = new Date('2026-03-10T12:00:00Z');
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const SAFARI =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1';

let anna: string;
let bo: string;

beforeEach(async () => {
  await test.db.execute(sql`truncate app_user, event cascade`);
  anna = (await createUser(test.db)).id;
  bo = (await createUser(test.db)).id;
  const row = (token: string, userId: string, day: string, userAgent: string | null) => ({
    sessionToken: hashToken(token),
    userId,
    userAgent,
    createdAt: new Date(`2026-03-${day}T08:00:00Z`),
    expires: new Date('2026-04-01T00:00:00Z'),
  });
  await test.db
    .insert(session)
    .values([
      row('desk', anna, '01', FIREFOX),
      row('phone', anna, '03', SAFARI),
      row('script', anna, '02', null),
      { ...row('past', anna, '01', FIREFOX), expires: now },
      row('bo', bo, '01', FIREFOX),
    ]);
});

const tokensOf = async (userId: string) =>
  (await listSessions(test.db, userId, undefined, now)).map(({ id }) => id).toSorted();
const by = (userId: string) => ({ now, actor: `user:${userId}` });

describe('sessions', () => {
  it('are listed by browser and system, latest first, and say which one this is', async () => {
    const sessions = await listSessions(test.db, anna, 'desk', now);
    expect(sessions.map(({ device, isCurrent }) => [device, isCurrent])).toEqual([
      ['Safari on iOS', false],
      [null, false],
      ['Firefox on Linux', true],
    ]);
  });

  it('can be ended one by one, by their user alone', async () => {
    const phone = hashToken('phone');
    expect(await endSession(test.db, bo, phone, by(bo))).toBe(false);
    expect(await endSession(test.db, anna, phone, by(anna))).toBe(true);
    expect(await endSession(test.db, anna, phone, by(anna))).toBe(false);
    expect(await tokensOf(anna)).toEqual([hashToken('desk'), hashToken('script')].toSorted());
    expect(await test.db.$count(event)).toBe(1);
  });

  it('can be ended all but this one', async () => {
    expect(await endOtherSessions(test.db, anna, 'desk', by(anna))).toBe(true);
    expect(await endOtherSessions(test.db, anna, 'desk', by(anna))).toBe(false);
    expect(await tokensOf(anna)).toEqual([hashToken('desk')]);
    expect(await tokensOf(bo)).toEqual([hashToken('bo')]);
  });
});
