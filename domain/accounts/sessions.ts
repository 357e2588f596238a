import bowser from 'bowser';
import { and, desc, eq, gt, ne } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { recordEvent } from '@/db/events';
import { session } from '@/db/schema/accounts';
import { hashToken } from '@/lib/secret';

export type OpenSession = {
  /** Hash of its token: names the session, and does not open it. */
  id: string;
  /** Such as "Firefox on Linux"; null where the browser did not say. */
  device: string | null;
  signedInAt: Date;
  isCurrent: boolean;
};

/** Where a user is signed in, latest first. `token` is that of the session at hand. */
export async function listSessions(
  db: Db,
  userId: string,
  token: string | undefined,
  now: Date,
): Promise<OpenSession[]> {
  const current = token === undefined ? null : hashToken(token);
  const rows = await db
    .select({ id: session.sessionToken, userAgent: session.userAgent, signedInAt: session.createdAt })
    .from(session)
    .where(and(eq(session.userId, userId), gt(session.expires, now)))
    .orderBy(desc(session.createdAt));
  return rows.map(({ id, userAgent, signedInAt }) => ({
    id,
    device: describeDevice(userAgent),
    signedInAt,
    isCurrent: id === current,
  }));
}

/** Ends one session of a user; false where it is not theirs or is over. */
export async function endSession(
  db: Db,
  userId: string,
  sessionId: string,
  { now, actor }: { now: Date; actor: string },
): Promise<boolean> {
  return endSessions(db, userId, actor, now, sessionId);
}

/** Ends every session of a user but the one of `token`, or every one; resolves to whether there was any. */
export async function endOtherSessions(
  db: Db,
  userId: string,
  token: string | undefined,
  { now, actor }: { now: Date; actor: string },
): Promise<boolean> {
  return endSessions(db, userId, actor, now, undefined, token);
}

async function endSessions(
  db: Db,
  userId: string,
  actor: string,
  now: Date,
  only: string | undefined,
  except?: string,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const ended = await tx
      .delete(session)
      .where(
        and(
          eq(session.userId, userId),
          only === undefined ? undefined : eq(session.sessionToken, only),
          except === undefined ? undefined : ne(session.sessionToken, hashToken(except)),
        ),
      )
      .returning({ id: session.sessionToken });
    if (ended.length === 0) return false;
    await recordEvent(tx, {
      at: now,
      actor,
      type: 'account.sessions-ended',
      subject: 'user',
      subjectId: 0,
      data: { user: userId, sessions: ended.length },
    });
    return true;
  });
}

function describeDevice(userAgent: string | null): string | null {
  if (!userAgent) return null;
  const { browser, os } = bowser.parse(userAgent);
  return [browser.name, os.name].filter(Boolean).join(' on ') || null;
}
