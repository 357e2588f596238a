import { and, count, eq, ne } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { subscriber, subscription } from '@/db/schema/newsletter';
import type { Leaving } from './links';
import { findSearches } from './searches';

export type LeavingView = {
  subscriberId: number;
  email: string;
  /** What one list is, in words; null for the newsletter. Undefined where the link is about everything. */
  search: string | null | undefined;
  /** True where nothing of it comes any more. */
  isOver: boolean;
  /** How much else they get. */
  others: number;
};

/** What a link is about to leave. Null where whom it was for is gone. */
export async function findLeaving(db: Db, leaving: Leaving): Promise<LeavingView | null> {
  const only =
    'subscriptionId' in leaving
      ? eq(subscription.id, leaving.subscriptionId)
      : eq(subscriber.id, leaving.subscriberId);
  const [row] = await db
    .select({ reader: subscriber, list: subscription })
    .from(subscriber)
    .leftJoin(subscription, eq(subscription.subscriberId, subscriber.id))
    .where(only)
    .limit(1);
  if (!row) return null;
  const { reader, list } = row;
  const one = 'subscriptionId' in leaving ? list : null;
  const [rest] = await db
    .select({ lists: count() })
    .from(subscription)
    .where(
      and(
        eq(subscription.subscriberId, reader.id),
        ne(subscription.state, 'ended'),
        one ? ne(subscription.id, one.id) : undefined,
      ),
    );
  const others = rest?.lists ?? 0;
  return {
    subscriberId: reader.id,
    email: reader.email,
    search: one ? await wordsOf(db, one) : undefined,
    isOver: one ? one.state === 'ended' : others === 0,
    others: one ? others : 0,
  };
}

async function wordsOf(db: Db, { kind, query }: { kind: string; query: string }): Promise<string | null> {
  if (kind === 'newsletter') return null;
  return (await findSearches(db, [query])).get(query)?.words ?? query;
}
