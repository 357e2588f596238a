'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { EMPTY_FORM, type FormState, firstFaults, typedValues } from '@/components/ui/form-state';
import { database, pool } from '@/db/pool';
import { NO_SERVICE, sendEnquiry } from '@/domain/enquiries/commands';
import { enquiryInput } from '@/domain/enquiries/input';
import { clientAddress } from '@/lib/client-address';
import { authSecret, env } from '@/lib/env';
import { DomainError } from '@/lib/errors';
import { makeSeal, readSender, SEAL_FIELD } from '@/lib/form-guard';
import { takePoint } from '@/lib/rate-limit';

const PER_CLIENT = { name: 'enquiry-client', points: 10, seconds: 3_600 };
/** A copy goes to an address that anybody may have typed. */
const PER_ADDRESS = { name: 'enquiry-address', points: 4, seconds: 86_400 };

const SENT = '/services/sent';

/** Takes an enquiry from the form of a service. What a program sent looks the same to it, and is not kept. */
export async function send(_: FormState, form: FormData): Promise<FormState> {
  const now = new Date();
  const secret = authSecret();
  const sender = readSender(form, secret, now);
  if (sender.kind === 'bot') redirect(SENT);
  const seal = sender.seal ?? makeSeal(secret, now);
  const back: FormState = { ...EMPTY_FORM, values: { ...typedValues(form), [SEAL_FIELD]: seal } };
  const ask = (text: string): FormState => ({ ...back, message: { kind: 'ask', text } });

  const input = enquiryInput.safeParse(Object.fromEntries(form));
  if (!input.success) return { ...back, faults: firstFaults(input.error.issues) };
  if (sender.kind === 'hasty') return ask('Nothing was sent yet. Read it once more, then send it.');

  const { sql } = pool();
  const { OPERATOR_EMAIL, TRUSTED_PROXIES } = env();
  const client = clientAddress(await headers(), TRUSTED_PROXIES);
  const allowed =
    (await takePoint(sql, PER_CLIENT, client)) && (await takePoint(sql, PER_ADDRESS, input.data.email));
  if (!allowed) {
    return ask('So many enquiries from one place are more than we take. Please send it later.');
  }
  try {
    await sendEnquiry(database(), input.data, { seal, now, operatorEmail: OPERATOR_EMAIL });
  } catch (error) {
    if (error instanceof DomainError && error.code === NO_SERVICE) {
      return ask('This is not offered any more, so nothing was sent.');
    }
    throw error;
  }
  redirect(SENT);
}
