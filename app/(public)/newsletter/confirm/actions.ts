'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { database } from '@/db/pool';
import { confirmSignup, findSignup, renewSignup } from '@/domain/newsletter/confirm';
import { readConfirmLink } from '@/domain/newsletter/links';
import { authSecret } from '@/lib/env';
import { mayMail } from '../limits';
import { linkField, readLinkField } from '../link-params';
import { newsletterPorts, witnessOf } from '../ports';

const PAGE = '/newsletter/confirm';

/** Confirms a signup: whoever holds its mailed link, while that is good. */
export async function confirm(form: FormData): Promise<void> {
  const params = readLinkField(form);
  const link = readConfirmLink(params, authSecret());
  const now = new Date();
  if (link && link.until > now) {
    await confirmSignup(database(), newsletterPorts(), link.signup, witnessOf(await headers()), now);
  }
  redirect(`${PAGE}?${linkField(params)}`);
}

/** Has a new link mailed to the address of a signup: whoever holds the old one. */
export async function renew(form: FormData): Promise<void> {
  const params = readLinkField(form);
  const link = readConfirmLink(params, authSecret());
  const view = link && (await findSignup(database(), link.signup));
  if (!link || view?.state !== 'waiting') redirect(PAGE);
  if (await mayMail(await headers(), view.email)) {
    await renewSignup(database(), newsletterPorts(), link.signup, new Date());
  }
  redirect(`${PAGE}?renewed=1`);
}
