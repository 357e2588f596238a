import { cookies } from 'next/headers';
import { seeOther } from '@/app/requests';
import { currentUser } from '@/app/session';
import { AUTHOR_COOKIE, draftPath } from '@/domain/drafts/input';
import { makeToken } from '@/lib/secret';
import { setAuthorCookie } from '../scope';

/**
 * Begins a form: an id in its address, so that to load the page again finds what was saved, and a cookie to find
 * it by. Nothing is stored before something is typed.
 */
export async function GET(): Promise<Response> {
  if (!(await currentUser()) && !(await cookies()).has(AUTHOR_COOKIE)) await setAuthorCookie(makeToken());
  return seeOther(draftPath(crypto.randomUUID()));
}
