import { cookies } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { database } from '@/db/pool';
import { isFreshSignIn } from '@/domain/accounts/rules';
import { listMemberships, type Membership } from '@/domain/companies/members';
import { env } from '@/lib/env';
import { auth } from './auth';

/** Cookie with the slug of the company that a user of several is working for. */
export const COMPANY_COOKIE = 'rolecall_company';

export type SignedIn = {
  id: string;
  email: string;
  name: string | null;
  isOperator: boolean;
  signedInAt: Date;
  /** For the event log. */
  actor: string;
};

/** Who is signed in; null if nobody is. Asked once for each request. */
export const currentUser = cache(async (): Promise<SignedIn | null> => {
  const session = await auth();
  if (!session) return null;
  const { id, email, name, wasMadeOperator } = session.user;
  return {
    id,
    email,
    name,
    isOperator: wasMadeOperator || email === env().OPERATOR_EMAIL,
    // Auth.js hands its session over as JSON, dates and all.
    signedInAt: new Date(session.signedInAt),
    actor: `user:${id}`,
  };
});

/** Who is signed in; others are sent to sign in first and come back to `next`, a path. */
export async function requireUser(next: string): Promise<SignedIn> {
  return (await currentUser()) ?? redirect(signInPath(next));
}

export const currentMemberships = cache(async (): Promise<Membership[]> => {
  const user = await currentUser();
  return user ? listMemberships(database(), user.id) : [];
});

/** The company that the user works for at the moment: the one they chose last, else the first; null without any. */
export const currentCompany = cache(async (): Promise<Membership | null> => {
  const memberships = await currentMemberships();
  const chosen = (await cookies()).get(COMPANY_COOKIE)?.value;
  return memberships.find(({ slug }) => slug === chosen) ?? memberships[0] ?? null;
});

/** Has the user work for that company from now on, in this browser. For actions and routes. */
export async function workFor(slug: string): Promise<void> {
  (await cookies()).set(COMPANY_COOKIE, slug, {
    httpOnly: true,
    sameSite: 'lax',
    secure: env().SITE_URL.startsWith('https:'),
    path: '/',
    maxAge: 365 * 86_400,
  });
}

export type Employer = { user: SignedIn; company: Membership };

/**
 * Somebody who acts for a company: the only way to a `CompanyId`. Users without one are sent to make or claim
 * one first.
 */
export async function requireEmployer(next: string): Promise<Employer> {
  const user = await requireUser(next);
  const company = await currentCompany();
  return company ? { user, company } : redirect('/employer/company/new');
}

/** As `requireEmployer`, for what owners alone may do: to others it is not there. */
export async function requireOwner(next: string): Promise<Employer> {
  const employer = await requireEmployer(next);
  return employer.company.role === 'owner' ? employer : notFound();
}

/**
 * The operator, who has signed in lately. To anybody else who is signed in the operator's pages and acts are
 * not there.
 */
export async function requireOperator(next: string): Promise<SignedIn> {
  const user = await requireUser(next);
  if (!user.isOperator) notFound();
  if (!isFreshSignIn(user.signedInAt, new Date())) redirect(`${signInPath(next)}&again=1`);
  return user;
}

function signInPath(next: string): string {
  return `/sign-in?next=${encodeURIComponent(next)}`;
}
