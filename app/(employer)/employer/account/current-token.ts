import { cookies } from 'next/headers';

/** Auth.js' cookie; over https its name has a prefix (RFC 6265bis). */
const NAME = /^(?:__Secure-)?authjs\.session-token$/;

/** The token of the session at hand, to tell it from the user's others. */
export async function currentToken(): Promise<string | undefined> {
  return (await cookies()).getAll().find(({ name }) => NAME.test(name))?.value;
}
