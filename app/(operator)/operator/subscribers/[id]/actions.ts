'use server';

import { notFound, redirect } from 'next/navigation';
import { requireOperator } from '@/app/session';
import { database } from '@/db/pool';
import { leaveAll, leaveList } from '@/domain/newsletter/leave';
import { idParam } from '@/domain/operator/input';
import { getSubscriberFile } from '@/domain/operator/subscribers';

const PAGE = '/operator/subscribers';

/** Ends one subscription of a subscriber. */
export async function end(form: FormData): Promise<void> {
  const { actor } = await requireOperator(PAGE);
  const file = await knownSubscriber(form);
  const id = idParam(form.get('subscription'));
  if (id === null || !file.subscriptions.some((one) => one.id === id)) notFound();
  await leaveList(database(), id, { by: 'operator', actor, now: new Date() });
  await back(file.id);
}

/** Ends everything that a subscriber gets. */
export async function endAll(form: FormData): Promise<void> {
  const { actor } = await requireOperator(PAGE);
  const file = await knownSubscriber(form);
  await leaveAll(database(), file.id, { by: 'operator', actor, now: new Date() });
  await back(file.id);
}

async function knownSubscriber(form: FormData) {
  const id = idParam(form.get('subscriber'));
  return (id === null ? null : await getSubscriberFile(database(), id)) ?? notFound();
}

/** Whoever had confirmed nothing is not kept. */
async function back(id: number): Promise<never> {
  redirect((await getSubscriberFile(database(), id)) ? `${PAGE}/${id}` : PAGE);
}
