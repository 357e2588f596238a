import { cookies } from 'next/headers';
import { currentCompany, currentMemberships, currentUser, type SignedIn } from '@/app/session';
import type { Membership } from '@/domain/companies/members';
import { AUTHOR_COOKIE, AUTHOR_DAYS } from '@/domain/drafts/input';
import type { DraftScope } from '@/domain/drafts/scope';
import { env } from '@/lib/env';
import { hashToken } from '@/lib/secret';

export type Writer = { scope: DraftScope; user: SignedIn | null; company: Membership | null };

/** Who writes: somebody signed in, or whoever holds the author's cookie of this browser. */
export async function currentWriter(): Promise<Writer> {
  const [user, memberships, company, jar] = await Promise.all([
    currentUser(),
    currentMemberships(),
    currentCompany(),
    cookies(),
  ]);
  const token = jar.get(AUTHOR_COOKIE)?.value;
  return {
    user,
    company,
    scope: {
      author: token ? hashToken(token) : null,
      userId: user?.id ?? null,
      companies: memberships.map(({ companyId }) => companyId),
      actingFor: company?.companyId ?? null,
    },
  };
}

/** Gives this browser a token, by which it finds its drafts again. */
export async function setAuthorCookie(token: string): Promise<void> {
  (await cookies()).set(AUTHOR_COOKIE, token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: env().SITE_URL.startsWith('https:'),
    path: '/',
    maxAge: AUTHOR_DAYS * 86_400,
  });
}
