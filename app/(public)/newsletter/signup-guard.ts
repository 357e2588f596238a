import type { FormGuard } from '@/components/newsletter/signup-form';
import { env } from '@/lib/env';
import { makeSeal, SEAL_FIELD, TRAP_FIELD } from '@/lib/form-guard';

/**
 * What a `<SignupForm>` carries against machines, on static and other pages. (While building there is no secret;
 * every page is rendered anew at boot.) The seal of a static page is as old as the page: it tells that the form
 * was not made up, and cannot tell how quickly it was filled in.
 */
export function signupGuard(): FormGuard {
  const { AUTH_SECRET } = env();
  return {
    trapField: TRAP_FIELD,
    sealField: SEAL_FIELD,
    seal: AUTH_SECRET ? makeSeal(AUTH_SECRET, new Date()) : '',
  };
}
