'use server';

import { notFound, redirect } from 'next/navigation';
import { safePath } from '@/app/safe-path';
import { type Employer, requireEmployer } from '@/app/session';
import { database } from '@/db/pool';
import { deleteDraft } from '@/domain/drafts/commands';
import { findBoardOffer } from '@/domain/offers/dashboard';
import { discardOffer, fillOffer, pauseOffer, resumeOffer } from '@/domain/offers/lifecycle';
import { answerRollCall } from '@/domain/rollcall/commands';
import { DomainError } from '@/lib/errors';

const PAGE = '/employer';

/** Takes an offer off the list for a while. */
export async function pause(form: FormData): Promise<void> {
  await change(form, 'paused', ({ user, company }, id) =>
    pauseOffer(database(), company, id, { now: new Date(), actor: user.actor }),
  );
}

/** Puts a paused offer back on the list. */
export async function resume(form: FormData): Promise<void> {
  await change(form, 'resumed', ({ user, company }, id) =>
    resumeOffer(database(), company, id, { now: new Date(), actor: user.actor }),
  );
}

/** Closes an offer: the role is filled. */
export async function fill(form: FormData): Promise<void> {
  await change(form, 'filled', ({ user, company }, id) =>
    fillOffer(database(), company, id, { now: new Date(), actor: user.actor }),
  );
}

/** Deletes an offer that was never published. */
export async function discard(form: FormData): Promise<void> {
  await change(form, 'discarded', ({ user, company }, id) =>
    discardOffer(database(), company, id, { now: new Date(), actor: user.actor }),
  );
}

/** Answers the roll call about one or more offers. */
export async function answer(form: FormData): Promise<void> {
  const { user, company } = await requireEmployer(PAGE);
  const given = form.get('answer');
  const ids = form.getAll('offer').map(readId);
  if (given !== 'open' && given !== 'closed') notFound();
  const answered = await answerRollCall(database(), ids, given, {
    now: new Date(),
    actor: user.actor,
    scope: { companyId: company.companyId },
  });
  if (answered.length === 0) await mustBeTheirs(company, ids[0] ?? 0);
  leave(form, given === 'open' ? 'confirmed' : 'filled');
}

/** Deletes what was written for an offer that was not sent yet. */
export async function deleteWriting(form: FormData): Promise<void> {
  const { user, company } = await requireEmployer(PAGE);
  const scope = {
    author: null,
    userId: user.id,
    companies: [company.companyId],
    actingFor: company.companyId,
  };
  if (!(await deleteDraft(database(), scope, String(form.get('draft'))))) notFound();
  leave(form, 'deleted');
}

/**
 * Does something to one offer of the company and goes back where the button was. What has happened already, by a
 * second click or by a colleague, is no fault; an offer of somebody else is not there.
 */
async function change(
  form: FormData,
  done: string,
  act: (employer: Employer, id: number) => Promise<boolean>,
): Promise<void> {
  const employer = await requireEmployer(PAGE);
  const id = readId(form.get('offer'));
  const outcome = await act(employer, id).catch((error: unknown) => {
    if (error instanceof DomainError) return error;
    throw error;
  });
  if (outcome === false) await mustBeTheirs(employer.company, id);
  leave(form, done, outcome instanceof DomainError ? outcome.code : undefined);
}

async function mustBeTheirs(company: Employer['company'], id: number): Promise<void> {
  if (!(await findBoardOffer(database(), company.companyId, id, new Date()))) notFound();
}

function readId(value: FormDataEntryValue | null): number {
  return typeof value === 'string' && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : notFound();
}

/** Back to the page of the button, which says what was done. */
function leave(form: FormData, done: string, fault?: string): never {
  const url = new URL(safePath(form.get('back'), PAGE), 'http://portal.invalid');
  url.searchParams.delete('done');
  url.searchParams.delete('fault');
  url.searchParams.set(fault ? 'fault' : 'done', fault ?? done);
  redirect(url.pathname + url.search);
}
