'use server';

import { redirect } from 'next/navigation';
import { signIn } from '@/app/auth';
import { safePath } from '@/app/safe-path';
import { emailFault, normaliseEmail } from '@/domain/accounts/rules';

export type SignInState = { email: string; fault: string | null };

/** Has a sign-in link mailed. Whether the address is known, or asked too often, the answer is the same. */
export async function askForLink(_: SignInState, form: FormData): Promise<SignInState> {
  const given = String(form.get('email') ?? '');
  const email = normaliseEmail(given);
  if (!email) return { email: given, fault: emailFault(given) };
  await signIn('email', { email, redirectTo: safePath(form.get('next'), '/employer'), redirect: false });
  redirect('/sign-in/sent');
}

/** Signs in with GitHub, Google or LinkedIn. */
export async function signInWith(form: FormData): Promise<void> {
  await signIn(String(form.get('service')), { redirectTo: safePath(form.get('next'), '/employer') });
}
