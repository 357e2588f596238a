'use server';

import { notFound, redirect } from 'next/navigation';
import { safePath } from '@/app/safe-path';
import { currentMemberships, requireOwner, requireUser, workFor } from '@/app/session';
import { type FormState, firstFaults, typedValues } from '@/components/ui/form-state';
import { database, pool } from '@/db/pool';
import { claimCompany } from '@/domain/companies/claims';
import { createCompany, findMatch, findMatches, isGrantedAtOnce } from '@/domain/companies/create';
import { claimMessage, companyForm, profileForm } from '@/domain/companies/forms';
import { removeLogo as dropLogo } from '@/domain/companies/logo';
import { saveCompanyProfile } from '@/domain/offers/company-profile';
import { env } from '@/lib/env';
import { DomainError } from '@/lib/errors';
import { takePoint } from '@/lib/rate-limit';

const PAGE = '/employer/company';
const NEW_PAGE = '/employer/company/new';
const NEW_COMPANIES = { name: 'new-company', points: 5, seconds: 86_400 };
const CLAIMS = { name: 'claim', points: 10, seconds: 86_400 };

/** Chooses for which of their companies somebody works from now on, in this browser. */
export async function chooseCompany(form: FormData): Promise<void> {
  await requireUser('/employer');
  const memberships = await currentMemberships();
  const chosen = memberships.find(({ slug }) => slug === form.get('company')) ?? notFound();
  await workFor(chosen.slug);
  redirect('/employer');
}

/** Makes a company, unless one that is known may be it: then the page shows those first. */
export async function proposeCompany(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireUser(NEW_PAGE);
  const values = typedValues(form);
  const parsed = companyForm.safeParse({ name: values.name ?? '', website: values.website ?? '' });
  if (!parsed.success) return { values, faults: firstFaults(parsed.error.issues), message: null };
  const isDistinct = form.get('distinct') === 'yes' && values.seen === `${values.name}\n${values.website}`;
  if (!isDistinct && (await findMatches(database(), parsed.data)).length > 0) {
    const { name = '', website = '', next = '' } = values;
    const query = new URLSearchParams({ name, website, ...(next && { next }) });
    redirect(`${NEW_PAGE}?${query}#known`);
  }
  if (!(await takePoint(pool().sql, NEW_COMPANIES, user.id))) {
    return ask(values, 'That is a good many companies for one day. Go on tomorrow.');
  }
  try {
    const { slug } = await createCompany(database(), user.id, parsed.data, new Date());
    await workFor(slug);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const fault =
      'There is a company of that name. Claim it, or add to yours what tells the two apart, such as its town.';
    return { values, faults: { name: fault }, message: null };
  }
  redirect(safePath(values.next, `${PAGE}?done=created`));
}

/** Claims a company that is known. */
export async function claim(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireUser(NEW_PAGE);
  const values = typedValues(form);
  const match = (await findMatch(database(), values.company ?? '')) ?? notFound();
  const isPlain = await isGrantedAtOnce(database(), user.id, match);
  const message = claimMessage.safeParse(
    isPlain ? 'The address is at the company’s domain.' : values.message,
  );
  if (!message.success) {
    return { values, faults: { message: message.error.issues[0]?.message ?? '' }, message: null };
  }
  if (!(await takePoint(pool().sql, CLAIMS, user.id))) {
    return ask(values, 'That is a good many claims for one day. Go on tomorrow.');
  }
  let outcome: 'granted' | 'waiting';
  try {
    outcome = await claimCompany(
      database(),
      user,
      { companyId: match.id, message: message.data },
      { now: new Date(), operatorEmail: env().OPERATOR_EMAIL },
    );
  } catch (error) {
    if (error instanceof DomainError && error.code === 'already_member') {
      return ask(values, 'You belong to it already.');
    }
    throw error;
  }
  if (outcome === 'waiting') redirect(`${NEW_PAGE}?done=claimed`);
  await workFor(match.slug);
  redirect(safePath(values.next, `${PAGE}?done=claimed`));
}

/** Stores the company's profile. Owners only. */
export async function saveProfile(_: FormState, form: FormData): Promise<FormState> {
  const { user, company } = await requireOwner(PAGE);
  const values = typedValues(form);
  if (values.company !== company.slug) {
    return ask(
      values,
      `You work for ${company.name} now, and this is another company’s page. Nothing was saved.`,
    );
  }
  const now = new Date();
  const parsed = profileForm(now).safeParse(values);
  if (!parsed.success) return { values, faults: firstFaults(parsed.error.issues), message: null };
  try {
    await saveCompanyProfile(database(), company.companyId, parsed.data, { now, userId: user.id });
  } catch (error) {
    const fault = error instanceof DomainError ? profileFault(error) : null;
    if (!fault) throw error;
    return { values, faults: fault, message: null };
  }
  redirect(`${PAGE}?done=saved`);
}

function profileFault({ code, message }: DomainError): Record<string, string> | null {
  switch (code) {
    case 'unknown_place':
      return { places: `We do not know “${message}”. Write a town and its country, such as Kraków, Poland.` };
    case 'unknown_skill':
      return { skills: `“${message}” is not among our skills. The nearest usual name may be.` };
    case 'company_exists':
      return { website: 'Another company of that name has this website. If it is yours too, claim it.' };
    default:
      return null;
  }
}

/** Takes the logo away. Owners only. */
export async function removeLogo(form: FormData): Promise<void> {
  const { user, company } = await requireOwner(PAGE);
  if (form.get('company') !== company.slug) notFound();
  await dropLogo(database(), company.companyId, { now: new Date(), actor: user.actor });
  redirect(`${PAGE}?done=logo-removed#logo`);
}

function ask(values: Record<string, string>, text: string): FormState {
  return { values, faults: {}, message: { kind: 'ask', text } };
}
