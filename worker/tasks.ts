import { lt, sql } from 'drizzle-orm';
import type { TaskList } from 'graphile-worker';
import type { Db } from '@/db/client';
import { invalidateTags } from '@/db/invalidation';
import { cacheInvalidation } from '@/db/schema/portal';
import { refreshPayFigures } from '@/domain/market/commands';
import { expireOffers } from '@/domain/offers/commands';
import { recomputePay } from '@/domain/offers/exchange-rates';
import { callRoll, pauseSilent } from '@/domain/rollcall/commands';
import { readSettings } from '@/domain/settings/settings';
import { type MailPort, sendMail } from './send-mail';

/** `secret`: what links are signed with. */
export type TaskPorts = MailPort & { db: Db; secret: string };

/** What the worker can do, by the name under which it is asked for. Each is safe to repeat. */
export function makeTasks({ db, secret, ...mail }: TaskPorts): TaskList {
  const link = { siteUrl: mail.site.url, secret };
  return {
    'send-mail': (payload) => sendMail(mail, payload, new Date()),
    'expire-offers': async () => void (await expireOffers(db, new Date())),
    'call-roll': async () => void (await callRoll(db, link, await readSettings(db), new Date())),
    'pause-silent': async () => void (await pauseSilent(db, link, await readSettings(db), new Date())),
    'turn-day': () => invalidateTags(db, ['day']),
    'refresh-pay-figures': async () => void (await refreshPayFigures(db)),
    // After a change of exchange rates.
    'recompute-pay': async () => {
      await recomputePay(db);
      await refreshPayFigures(db);
    },
    // Only read within moments of being written.
    'prune-invalidations': async () =>
      void (await db
        .delete(cacheInvalidation)
        .where(lt(cacheInvalidation.at, sql`now() - interval '7 days'`))),
  };
}
