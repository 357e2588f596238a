'use server';

import { notFound, redirect } from 'next/navigation';
import { requireEmployer, requireOwner } from '@/app/session';
import { type FormState, typedValues } from '@/components/ui/form-state';
import { database, pool } from '@/db/pool';
import { normaliseEmail } from '@/domain/accounts/rules';
import { decideClaim } from '@/domain/companies/claims';
import { roleForm } from '@/domain/companies/forms';
import type { CompanyId } from '@/domain/companies/input';
import { inviteColleague, resendInvitation, withdrawInvitation } from '@/domain/companies/invitations';
import { changeRole, listMembers, removeMember } from '@/domain/companies/members';
import { env } from '@/lib/env';
import { DomainError } from '@/lib/errors';
import { takePoint } from '@/lib/rate-limit';

const PAGE = '/employer/people';
const INVITATIONS = { name: 'invitation', points: 30, seconds: 3_600 };
const TO_ADDRESS = { name: 'invitation-to', points: 5, seconds: 86_400 };

const FAULTS: Record<string, string> = {
  already_member: 'Whoever has that address belongs to the company already.',
  too_many_invitations: 'Fifty invitations are open. Withdraw some first.',
};

/** Invites a colleague by mail. Owners only. */
export async function invite(_: FormState, form: FormData): Promise<FormState> {
  const { user, company } = await requireOwner(PAGE);
  const values = typedValues(form);
  const fail = (text: string): FormState => ({ values, faults: { email: text }, message: null });
  if (values.company !== company.slug) {
    return fail(`You work for ${company.name} now, and this was another company’s page. Nobody was invited.`);
  }
  const email = normaliseEmail(values.email ?? '');
  const role = roleForm.safeParse(values.role);
  if (!email) return fail('This is not one e-mail address. It should look like name@company.example.');
  if (!role.success) notFound();
  const { sql } = pool();
  const isAllowed =
    (await takePoint(sql, INVITATIONS, String(company.companyId))) &&
    (await takePoint(sql, TO_ADDRESS, email));
  if (!isAllowed) return fail(TOO_FAST);
  try {
    await inviteColleague(database(), company.companyId, { email, role: role.data }, contextOf(user));
  } catch (error) {
    const fault = error instanceof DomainError && FAULTS[error.code];
    if (!fault) throw error;
    return fail(fault);
  }
  redirect(`${PAGE}?done=invited#invitations`);
}

const TOO_FAST = 'That is a good many invitations for now. Go on later.';

/** Mails an invitation once more. Owners only. */
export async function resend(form: FormData): Promise<void> {
  const { user, company } = await requireOwner(PAGE);
  if (!(await takePoint(pool().sql, INVITATIONS, String(company.companyId)))) {
    redirect(`${PAGE}?fault=too_fast#invitations`);
  }
  if (!(await resendInvitation(database(), company.companyId, idOf(form), contextOf(user)))) notFound();
  redirect(`${PAGE}?done=invited#invitations`);
}

/** Takes an invitation back. Owners only. */
export async function withdraw(form: FormData): Promise<void> {
  const { user, company } = await requireOwner(PAGE);
  const context = { now: new Date(), actor: user.actor };
  if (!(await withdrawInvitation(database(), company.companyId, idOf(form), context))) notFound();
  redirect(`${PAGE}?done=withdrawn#invitations`);
}

/** Makes a recruiter an owner, or the other way round. Owners only. */
export async function setRole(form: FormData): Promise<void> {
  const { user, company } = await requireOwner(PAGE);
  const member = await memberOf(company.companyId, form);
  const role = roleForm.safeParse(form.get('role'));
  if (!role.success) notFound();
  await unlessLast(() =>
    changeRole(database(), company.companyId, member, role.data, { now: new Date(), actor: user.actor }),
  );
  redirect(`${PAGE}?done=role`);
}

/** Takes a colleague off the company. Owners only. */
export async function remove(form: FormData): Promise<void> {
  const { user, company } = await requireOwner(PAGE);
  const member = await memberOf(company.companyId, form);
  await unlessLast(() =>
    removeMember(database(), company.companyId, member, { now: new Date(), actor: user.actor }),
  );
  redirect(member === user.id ? '/employer' : `${PAGE}?done=removed`);
}

/** Leaves the company: any member, of themselves. */
export async function leave(form: FormData): Promise<void> {
  const { user, company } = await requireEmployer(PAGE);
  if (form.get('company') !== company.slug) notFound();
  await unlessLast(() =>
    removeMember(database(), company.companyId, user.id, { now: new Date(), actor: user.actor }),
  );
  redirect('/employer');
}

/** Takes in somebody who asked to join, as what the button says, or turns them down. Owners only. */
export async function decide(form: FormData): Promise<void> {
  const { user, company } = await requireOwner(PAGE);
  const answer = String(form.get('answer'));
  const role = roleForm.safeParse(answer);
  if (!role.success && answer !== 'no') notFound();
  const within = { companyId: company.companyId, role: role.success ? role.data : ('recruiter' as const) };
  const context = { now: new Date(), actor: user.actor, within };
  if (!(await decideClaim(database(), idOf(form), role.success, context))) notFound();
  redirect(`${PAGE}?done=decided`);
}

async function unlessLast(act: () => Promise<boolean>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (error instanceof DomainError && error.code === 'last_owner') redirect(`${PAGE}?fault=last_owner`);
    throw error;
  }
}

/** The member of the company whom the form names. */
async function memberOf(companyId: CompanyId, form: FormData): Promise<string> {
  const members = await listMembers(database(), companyId);
  return members.find(({ userId }) => userId === form.get('user'))?.userId ?? notFound();
}

function idOf(form: FormData): number {
  const id = String(form.get('id'));
  return /^\d{1,9}$/.test(id) ? Number(id) : notFound();
}

function contextOf(user: { id: string; email: string; name: string | null }) {
  return { now: new Date(), inviter: user, siteUrl: env().SITE_URL };
}
