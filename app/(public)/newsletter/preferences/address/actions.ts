'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { database } from '@/db/pool';
import { changeAddress, findAddressChange } from '@/domain/newsletter/address-change';
import { preferencesUrl } from '@/domain/newsletter/links';
import { authSecret, env } from '@/lib/env';
import { linkField, readLinkField } from '../../link-params';
import { newsletterPorts, witnessOf } from '../../ports';

const PAGE = '/newsletter/preferences/address';

/** Makes an address the new one: whoever holds the link that was mailed there. */
export async function move(form: FormData): Promise<void> {
  const params = readLinkField(form);
  const [db, ports, now] = [database(), newsletterPorts(), new Date()];
  const change = await findAddressChange(db, params, authSecret(), now);
  if (!change) redirect(`${PAGE}?${linkField(params)}`);
  const outcome = await changeAddress(db, ports, change, {
    formUrl: `${env().SITE_URL}${PAGE}`,
    witness: witnessOf(await headers()),
    now,
  });
  if (outcome !== 'changed') redirect(`${PAGE}?${linkField(params)}&done=${outcome}`);
  const url = preferencesUrl({ subscriberId: change.reader.id, email: change.newEmail }, ports.link, now);
  const { pathname, search } = new URL(url);
  redirect(`${pathname}${search}&done=moved`);
}
