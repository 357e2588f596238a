import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { recordEvent } from '@/db/events';
import { appUser } from '@/db/schema/accounts';
import { DomainError } from '@/lib/errors';

/** Who acts, and when. */
export type By = { actor: string; now: Date };

/** Lets a user run the portal; false if there is no such user, or they do already. */
export async function grantOperator(db: Db, userId: string, { actor, now }: By): Promise<boolean> {
  return db.transaction(async (tx) => {
    const granted = await tx
      .update(appUser)
      .set({ operatorSince: now })
      .where(and(eq(appUser.id, userId), isNull(appUser.operatorSince)))
      .returning({ id: appUser.id });
    if (granted.length > 0) await note(tx, 'operator.granted', userId, { actor, now });
    return granted.length > 0;
  });
}

/**
 * Takes that back, at once: it is asked for with every request. False if they do not run the portal. Throws
 * DomainError `last_operator` where nobody would be left, unless `mayBeLast`: where OPERATOR_EMAIL names
 * somebody, or at the keyboard.
 */
export async function withdrawOperator(
  db: Db,
  userId: string,
  { mayBeLast, ...by }: By & { mayBeLast: boolean },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    // All of them are locked, in one order: of two who take it from each other, one comes too late.
    const operators = await tx
      .select({ id: appUser.id })
      .from(appUser)
      .where(isNotNull(appUser.operatorSince))
      .orderBy(appUser.id)
      .for('update');
    if (!operators.some(({ id }) => id === userId)) return false;
    if (operators.length === 1 && !mayBeLast) {
      throw new DomainError(
        'last_operator',
        'Nobody else runs the portal. Make somebody else an operator first.',
      );
    }
    await tx.update(appUser).set({ operatorSince: null }).where(eq(appUser.id, userId));
    await note(tx, 'operator.withdrawn', userId, by);
    return true;
  });
}

/** Users have no number, and their address may go: the log keeps their id only. */
async function note(db: Db, type: string, userId: string, { actor, now }: By): Promise<void> {
  await recordEvent(db, { at: now, actor, type, subject: 'user', subjectId: 0, data: { user: userId } });
}
