'use server';

import { notFound, redirect } from 'next/navigation';
import { requireOperator } from '@/app/session';
import { EMPTY_FORM, type FormState, firstFaults, typedValues } from '@/components/ui/form-state';
import { database } from '@/db/pool';
import { type BlockFault, type IssueForm, issueForm, parseIssueBody } from '@/domain/newsletter/issue-input';
import { getIssue } from '@/domain/newsletter/issue-queries';
import {
  askForTestMail,
  cancelIssue,
  createIssue,
  discardIssue,
  pauseIssue,
  resumeIssue,
  saveIssue,
  scheduleIssue,
  unscheduleIssue,
} from '@/domain/newsletter/issues';
import { idParam } from '@/domain/operator/input';
import { env } from '@/lib/env';
import { DomainError } from '@/lib/errors';

const NEWSLETTER = '/operator/newsletter';

const REFUSALS: Record<string, string> = {
  outdated: 'Somebody saved this issue since you opened it. Copy what you wrote, and open it again.',
  'not-a-draft': 'It is no draft any more. Load the page again to see what became of it.',
  'not-scheduled': 'It is not scheduled any more. Load the page again to see what became of it.',
  'not-sending': 'It is not being sent any more. Load the page again to see what became of it.',
  'not-paused': 'It is not paused any more. Load the page again to see what became of it.',
  faulty: 'A line of it begins with :: and is no block. Mend that first.',
  'no-address':
    'A newsletter needs a postal address under it. Fill in “Postal address” on the settings page first.',
};

/** Keeps a new issue, and leads to it or to how it looks. */
export async function create(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireOperator(`${NEWSLETTER}/new`);
  const typed = typedValues(form);
  const read = readIssue(typed);
  if ('faults' in read) return { ...EMPTY_FORM, values: typed, faults: read.faults };
  const id = await createIssue(database(), read.form, { actor, now: new Date() });
  redirect(afterSaving(id, typed));
}

/** Keeps what was typed into a draft. */
export async function save(_: FormState, form: FormData): Promise<FormState> {
  const typed = typedValues(form);
  const { id, actor } = await requireIssue(typed);
  const read = readIssue(typed);
  if ('faults' in read) return { ...EMPTY_FORM, values: typed, faults: read.faults };
  const act = { actor, revision: Number(typed.revision) || 0, now: new Date() };
  const refusal = await refusalOf(() => saveIssue(database(), id, read.form, act));
  if (refusal) return { ...EMPTY_FORM, values: typed, message: refusal };
  redirect(afterSaving(id, typed));
}

/** Sends the issue to the operator who asks. */
export async function sendTest(_: FormState, form: FormData): Promise<FormState> {
  const { id, email } = await requireIssue(typedValues(form));
  await askForTestMail(database(), id, email);
  return { ...EMPTY_FORM, message: { kind: 'good', text: `On its way to ${email}.` } };
}

/** Has the draft sent at a time of UTC, or at once where none is given. */
export async function schedule(_: FormState, form: FormData): Promise<FormState> {
  const typed = typedValues(form);
  const { id, actor } = await requireIssue(typed);
  const now = new Date();
  const at = typed.at === undefined ? now : readMoment(typed.at);
  if (!at) return { ...EMPTY_FORM, values: typed, faults: { at: 'Give a day and a time.' } };
  if (typed.at !== undefined && at <= now) {
    return { ...EMPTY_FORM, values: typed, faults: { at: 'That time is over. It is in UTC.' } };
  }
  const refusal = await refusalOf(() => scheduleIssue(database(), id, { at, live: !env().demo, actor, now }));
  if (refusal) return { ...EMPTY_FORM, values: typed, message: refusal };
  redirect(`${NEWSLETTER}/${id}`);
}

export async function unschedule(_: FormState, form: FormData): Promise<FormState> {
  return act(form, unscheduleIssue);
}

export async function pause(_: FormState, form: FormData): Promise<FormState> {
  return act(form, pauseIssue);
}

export async function resume(_: FormState, form: FormData): Promise<FormState> {
  return act(form, resumeIssue);
}

export async function cancel(_: FormState, form: FormData): Promise<FormState> {
  return act(form, cancelIssue);
}

export async function discard(_: FormState, form: FormData): Promise<FormState> {
  const { id, actor } = await requireIssue(typedValues(form));
  const refusal = await refusalOf(() => discardIssue(database(), id, { actor, now: new Date() }));
  if (refusal) return { ...EMPTY_FORM, message: refusal };
  redirect(`${NEWSLETTER}?gone=1`);
}

async function act(form: FormData, change: typeof pauseIssue): Promise<FormState> {
  const { id, actor } = await requireIssue(typedValues(form));
  const refusal = await refusalOf(() => change(database(), id, { actor, now: new Date() }));
  if (refusal) return { ...EMPTY_FORM, message: refusal };
  redirect(`${NEWSLETTER}/${id}`);
}

async function requireIssue(
  typed: Record<string, string>,
): Promise<{ id: number; actor: string; email: string }> {
  const { actor, email } = await requireOperator(NEWSLETTER);
  const id = idParam(typed.issue);
  if (id === null || !(await getIssue(database(), id))) notFound();
  return { id, actor, email };
}

async function refusalOf(change: () => Promise<void>): Promise<FormState['message']> {
  try {
    await change();
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { kind: 'ask', text: REFUSALS[error.code] ?? 'That cannot be done now.' };
  }
}

function readIssue(typed: Record<string, string>): { form: IssueForm } | { faults: Record<string, string> } {
  const read = issueForm.safeParse({ subject: '', preview: '', body: '', ...typed });
  if (!read.success) return { faults: firstFaults(read.error.issues) };
  const [fault] = parseIssueBody(read.data.body).faults;
  return fault ? { faults: { body: sentenceOf(fault) } } : { form: read.data };
}

function sentenceOf({ line, text }: BlockFault): string {
  return `Line ${line}: ${text}`;
}

function afterSaving(id: number, { then }: Record<string, string>): string {
  return then === 'preview' ? `${NEWSLETTER}/${id}/preview` : `${NEWSLETTER}/${id}?saved=1`;
}

/** As `datetime-local` gives it, read as UTC. */
function readMoment(text: string): Date | null {
  const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/.test(text) ? new Date(`${text}Z`) : null;
  return at && !Number.isNaN(at.getTime()) ? at : null;
}
