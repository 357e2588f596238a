import { lt, sql } from 'drizzle-orm';
import type { TaskList } from 'graphile-worker';
import type { Db } from '@/db/client';
import { invalidateTags } from '@/db/invalidation';
import { cacheInvalidation } from '@/db/schema/portal';
import { refreshPayFigures } from '@/domain/market/commands';
import { expireOffers } from '@/domain/offers/commands';
import { type MailPort, sendMail } from './send-mail';

export type TaskPorts = MailPort & { db: Db };

/** What the worker can do, by the name under which it is asked for. Each is safe to repeat. */
export function makeTasks({ db, ...mail }: TaskPorts): TaskList {
  return {
    'send-mail': (payload) => sendMail(mail, payload, new Date()),
    'expire-offers': async () => void (await expireOffers(db, new Date())),
    'turn-day': () => invalidateTags(db, ['day']),
    'refresh-pay-figures': async () => void (await refreshPayFigures(db)),
    // Only read within moments of being written.
    'prune-invalidations': async () =>
      void (await db
        .delete(cacheInvalidation)
        .where(lt(cacheInvalidation.at, sql`now() - interval '7 days'`))),
  };
}
