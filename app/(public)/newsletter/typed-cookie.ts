import { cookies } from 'next/headers';
import { SIGNUP_COOKIE, type TypedSignup, unpackSignup } from './typed-signup';

/** What this browser sent last, or null. */
export async function lastSignup(): Promise<TypedSignup | null> {
  return unpackSignup((await cookies()).get(SIGNUP_COOKIE)?.value);
}
