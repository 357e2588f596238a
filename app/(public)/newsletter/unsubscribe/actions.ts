'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { database } from '@/db/pool';
import { leaveAll, leaveList } from '@/domain/newsletter/leave';
import { findLeaving } from '@/domain/newsletter/leaving';
import { readLeaveLink } from '@/domain/newsletter/links';
import { mailGoodbye } from '@/domain/newsletter/mails';
import { askPreferences } from '@/domain/newsletter/preferences';
import { authSecret } from '@/lib/env';
import { mayMail } from '../limits';
import { linkField, readLinkField } from '../link-params';
import { newsletterPorts } from '../ports';

const PAGE = '/newsletter/unsubscribe';

/** Leaves what a mailed link is about, or everything: whoever holds the link. */
export async function leave(form: FormData): Promise<void> {
  const params = readLinkField(form);
  const leaving = readLeaveLink(params, authSecret());
  const view = leaving && (await findLeaving(database(), leaving));
  if (!leaving || !view) redirect(`${PAGE}?${linkField(params)}`);
  const [db, now] = [database(), new Date()];
  const options = { by: 'reader' as const, deliveryId: leaving.deliveryId, now };
  if ('subscriptionId' in leaving && form.get('all') === null) {
    await leaveList(db, leaving.subscriptionId, options);
  } else {
    const { subscriberId: id, email } = view;
    await db.transaction(async (tx) => {
      const left = await leaveAll(tx, id, options);
      if (left > 0) await mailGoodbye(tx, newsletterPorts(), { id, email }, 'left', now);
    });
  }
  redirect(`${PAGE}?${linkField(params)}`);
}

/** Has a link to the preferences mailed to whom the link was for: others may hold it, as mail is forwarded. */
export async function mailLink(form: FormData): Promise<void> {
  const params = readLinkField(form);
  const leaving = readLeaveLink(params, authSecret());
  const view = leaving && (await findLeaving(database(), leaving));
  if (view && (await mayMail(await headers(), view.email))) {
    await askPreferences(database(), newsletterPorts(), view.email, new Date());
  }
  redirect('/newsletter/preferences?sent=1');
}
