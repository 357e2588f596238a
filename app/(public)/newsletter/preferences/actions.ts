'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { type FormState, typedValues } from '@/components/ui/form-state';
import { database } from '@/db/pool';
import { emailFault, normaliseEmail } from '@/domain/accounts/rules';
import { checkAddress } from '@/domain/newsletter/address';
import { askAddressChange } from '@/domain/newsletter/address-change';
import { FREQUENCIES, type Frequency, PAUSE_WEEKS } from '@/domain/newsletter/input';
import { subscriptionWords } from '@/domain/newsletter/labels';
import { leaveAll, leaveList } from '@/domain/newsletter/leave';
import { mailGoodbye, mailPreferences } from '@/domain/newsletter/mails';
import { deleteSubscriber } from '@/domain/newsletter/own-data';
import {
  askPreferences,
  findSubscription,
  openPreferences,
  pauseMail,
  type Reader,
  saveTiming,
  subscribeAgain,
} from '@/domain/newsletter/preferences';
import { consentWording } from '@/domain/newsletter/rules';
import { authSecret, env } from '@/lib/env';
import { isTimeZone } from '@/lib/time-zone';
import { mayMail } from '../limits';
import { linkField, readLinkField } from '../link-params';
import { newsletterPorts, witnessOf } from '../ports';

const PAGE = '/newsletter/preferences';
const WEEK_MS = 7 * 86_400_000;

type Opened = { reader: Reader; back: (done: string) => never };

/** Whoever holds a link that is good; everybody else is shown what became of theirs. */
async function open(form: FormData): Promise<Opened> {
  const params = readLinkField(form);
  const opened = await openPreferences(database(), params, authSecret(), new Date());
  const link = linkField({ ...params, done: undefined });
  if (!opened || opened.expired) redirect(`${PAGE}?${link}`);
  return { reader: opened.reader, back: (done) => redirect(`${PAGE}?${link}&done=${done}`) };
}

/** Stores lists, how often, and the time zone; `remove` and `restore` name an alert. */
export async function save(form: FormData): Promise<void> {
  const { reader, back } = await open(form);
  const [db, now] = [database(), new Date()];
  const timeZone = String(form.get('timeZone') ?? '');
  await saveTiming(
    db,
    reader,
    { timeZone: isTimeZone(timeZone) ? timeZone : null, frequencies: readFrequencies(form) },
    now,
  );
  const current = { ...reader, timeZone: isTimeZone(timeZone) ? timeZone : null };
  const newsletter = await findSubscription(db, reader.id, { kind: 'newsletter' });
  if (form.get('newsletter') !== null) await takeBack(current, { newsletter: true }, now);
  else if (newsletter) await leaveList(db, newsletter.id, { by: 'reader', now });
  const remove = await findSubscription(db, reader.id, { id: Number(form.get('remove')) || 0 });
  if (remove) {
    await leaveList(db, remove.id, { by: 'reader', now });
    back('removed');
  }
  const restore = Number(form.get('restore')) || 0;
  if (restore > 0) {
    await takeBack(current, { alert: restore }, now);
    back('restored');
  }
  back('saved');
}

function readFrequencies(form: FormData): Record<number, Frequency> {
  const chosen: Record<number, Frequency> = {};
  for (const [name, value] of form) {
    const [, id] = /^frequency-(\d{1,9})$/.exec(name) ?? [];
    const frequency = FREQUENCIES.find((one) => one === value);
    if (id && frequency) chosen[Number(id)] = frequency;
  }
  return chosen;
}

async function takeBack(
  reader: Reader,
  what: { newsletter: true } | { alert: number },
  now: Date,
): Promise<void> {
  await subscribeAgain(database(), reader, what, {
    wordingOf: (search) => consentWording(env().SITE_NAME, subscriptionWords(search)),
    formUrl: `${env().SITE_URL}${PAGE}`,
    witness: witnessOf(await headers()),
    now,
  });
}

/** Pauses all mail for some weeks, or ends the pause. */
export async function pause(form: FormData): Promise<void> {
  const { reader, back } = await open(form);
  const weeks = PAUSE_WEEKS.find((one) => String(one) === form.get('weeks'));
  const now = new Date();
  await pauseMail(database(), reader, weeks ? new Date(now.getTime() + weeks * WEEK_MS) : null, now);
  back(weeks ? 'paused' : 'resumed');
}

/** Leaves everything; the last mail has a link that brings it back. */
export async function leaveEverything(form: FormData): Promise<void> {
  const { reader, back } = await open(form);
  const now = new Date();
  await database().transaction(async (tx) => {
    const left = await leaveAll(tx, reader.id, { by: 'reader', now });
    if (left > 0) await mailGoodbye(tx, newsletterPorts(), reader, 'left', now);
  });
  back('left');
}

/** Deletes the subscriber. */
export async function deleteMe(form: FormData): Promise<void> {
  const { reader } = await open(form);
  await deleteSubscriber(database(), newsletterPorts(), reader, new Date());
  redirect(`${PAGE}?deleted=1`);
}

/** Has a link mailed to the address that is to be the new one. */
export async function changeMyAddress(_: FormState, form: FormData): Promise<FormState> {
  const { reader, back } = await open(form);
  const { email: typed = '' } = typedValues(form);
  const fail = (text: string): FormState => ({
    values: { email: typed },
    faults: { email: text },
    message: null,
  });
  const checked = checkAddress(typed, { kept: true });
  if (!('email' in checked)) return fail('fault' in checked ? checked.fault : emailFault(typed));
  if (checked.email === reader.email) return fail('That is your address now.');
  if (!(await mayMail(await headers(), checked.email))) {
    return fail('You have asked for this a good many times. Try again in an hour.');
  }
  await askAddressChange(database(), newsletterPorts(), reader, checked.email, new Date());
  return back('asked');
}

/** Has a new link mailed: whoever holds one that is too old. */
export async function remail(form: FormData): Promise<void> {
  const opened = await openPreferences(database(), readLinkField(form), authSecret(), new Date());
  if (!opened) redirect(PAGE);
  if (await mayMail(await headers(), opened.reader.email)) {
    await mailPreferences(database(), newsletterPorts(), { ...opened.reader, why: 'asked' }, new Date());
  }
  redirect(`${PAGE}?sent=1`);
}

/** Has a link mailed to an address, if it is a subscriber's. The answer is the same for all. */
export async function askLink(_: FormState, form: FormData): Promise<FormState> {
  const { email: typed = '' } = typedValues(form);
  const fail = (text: string): FormState => ({
    values: { email: typed },
    faults: { email: text },
    message: null,
  });
  const email = normaliseEmail(typed);
  if (!email) return fail(emailFault(typed));
  if (!(await mayMail(await headers(), email))) {
    return fail('So many mails were asked for that we stop for an hour.');
  }
  await askPreferences(database(), newsletterPorts(), email, new Date());
  redirect(`${PAGE}?sent=1`);
}
