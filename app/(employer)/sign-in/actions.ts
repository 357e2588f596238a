'use server';

import { redirect } from 'next/navigation';
import { signIn } from '@/app/auth';
import { safePath } from '@/app/safe-path';
import { normaliseEmail } from '@/domain/accounts/rules';

export type SignInState = { email: string; fault: string | null };

/** Has a sign-in link mailed. Whether the address is known, or asked too often, the answer is the same. */
export async function askForLink(_: SignInState, form: FormData): Promise<SignInState> {
  const given = String(form.get('email') ?? '');
  const email = normaliseEmail(given);
  if (!email) return { email: given, fault: faultOf(given) };
  await signIn('email', { email, redirectTo: safePath(form.get('next'), '/employer'), redirect: false });
  redirect('/sign-in/sent');
}

function faultOf(text: string): string {
  const [, host = ''] = text.trim().split('@');
  if (text.trim() === '') return 'Give your address, such as you@company.example.';
  if (!text.includes('@')) return 'There is no @ in it. It should look like you@company.example.';
  if (!host.includes('.')) return 'The address stops after the @. Add the rest, such as company.example.';
  return 'This is not one e-mail address. It should look like you@company.example.';
}

/** Signs in with GitHub, Google or LinkedIn. */
export async function signInWith(form: FormData): Promise<void> {
  await signIn(String(form.get('service')), { redirectTo: safePath(form.get('next'), '/employer') });
}
