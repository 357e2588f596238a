'use server';

import { notFound, redirect } from 'next/navigation';
import { requireOperator } from '@/app/session';
import { EMPTY_FORM, type FormState, typedValues } from '@/components/ui/form-state';
import { database } from '@/db/pool';
import { idParam } from '@/domain/operator/input';
import { writeText } from '@/domain/operator/text-acts';
import { findSubject, findWriters } from '@/domain/operator/texts';
import { discardDraft, publishDraft, restoreRevision, TEXT_CHANGED } from '@/domain/texts/commands';
import type { TextKind } from '@/domain/texts/input';
import { findDraft, findRevision, findText } from '@/domain/texts/queries';
import { loadTextNames, readTypedText, type TextNames, toTypedText } from '@/domain/texts/text-form';
import { DomainError } from '@/lib/errors';
import { kindParam, textPath } from './paths';

/** Keeps a text as a draft, and publishes it or shows it as its page would; nothing typed is lost. */
export async function save(_: FormState, form: FormData): Promise<FormState> {
  const { actor, kind, slug, path, typed } = await openText(form);
  const [base, next] = [idParam(typed.base), typed.next];
  const names = await loadTextNames(database());
  const read = readTypedText(kind, typed, names);
  if (read.faults) return { ...EMPTY_FORM, values: typed, faults: read.faults };
  const now = new Date();
  let changed: boolean;
  try {
    const text = { kind, slug, content: read.content, base, publish: next === 'publish' };
    changed = await writeText(database(), text, { actor, now });
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== TEXT_CHANGED) throw error;
    return besideTheirs(kind, slug, typed, names);
  }
  if (next === 'preview') redirect(`${path}/preview`);
  redirect(doneHref(path, changed ? (next === 'publish' ? 'published' : 'draft') : 'nothing', now));
}

/** Publishes a draft as it was read. */
export async function publish(_: FormState, form: FormData): Promise<FormState> {
  const { actor, kind, slug, path, typed } = await openText(form);
  const now = new Date();
  try {
    await publishDraft(database(), { kind, slug, id: idParam(typed.id) ?? 0 }, { actor, now });
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== TEXT_CHANGED) throw error;
    return refuse(
      'The draft was changed meanwhile, so it was not published. Load the page again to read it.',
    );
  }
  redirect(doneHref(path, 'published', now));
}

/** Throws a draft away as it was read. */
export async function discard(_: FormState, form: FormData): Promise<FormState> {
  const { actor, kind, slug, path, typed } = await openText(form);
  const draft = { kind, slug, id: idParam(typed.id) ?? 0 };
  const now = new Date();
  const gone = await discardDraft(database(), draft, { actor, now });
  if (!gone && (await findDraft(database(), kind, slug)))
    return refuse(
      'The draft was changed meanwhile, so it was not thrown away. Load the page again to read it.',
    );
  redirect(doneHref(path, 'discarded', now));
}

/** Publishes an earlier state again. */
export async function restore(_: FormState, form: FormData): Promise<FormState> {
  const { actor, kind, slug, path, typed } = await openText(form);
  const revision = { kind, slug, id: idParam(typed.id) ?? 0 };
  if (!(await findRevision(database(), kind, slug, revision.id))) notFound();
  const now = new Date();
  const restored = await restoreRevision(database(), revision, { actor, now });
  redirect(doneHref(path, restored ? 'published' : 'nothing', now));
}

/** Back to the text, whose form begins anew with every `at`. */
function doneHref(path: string, saved: string, now: Date): string {
  return `${path}?saved=${saved}&at=${now.getTime()}`;
}

/** The text that a form is about, which the operator alone may touch. */
async function openText(form: FormData) {
  const typed = typedValues(form);
  const [kind, slug] = [kindParam(typed.kind), typed.slug ?? ''];
  const path = kind ? textPath(kind, slug) : '/operator';
  const { actor } = await requireOperator(path);
  if (!kind || !(await findSubject(database(), kind, slug))) notFound();
  return { actor, kind, slug, path, typed };
}

function refuse(text: string): FormState {
  return { ...EMPTY_FORM, message: { kind: 'ask', text } };
}

/** Two wrote at once: what the other has kept stands beside each field in which it differs. */
async function besideTheirs(
  kind: TextKind,
  slug: string,
  typed: Record<string, string>,
  names: TextNames,
): Promise<FormState> {
  const held = await findText(database(), kind, slug);
  const revision = held && (await findRevision(database(), kind, slug, held.base));
  const writers = await findWriters(database(), [revision]);
  const who = writers[revision?.actor ?? ''] ?? 'Somebody else';
  const theirs = held ? toTypedText(kind, held.content, names) : {};
  const plain = (text = '') => text.replaceAll('\r\n', '\n').trim();
  const differing = Object.entries(theirs).filter(([field, text]) => plain(typed[field]) !== plain(text));
  return {
    values: { ...typed, base: String(held?.base ?? '') },
    faults: {},
    message: {
      kind: 'ask',
      text: `${who} has ${held?.isDraft ? 'saved a draft' : 'published a text'} while you were writing. Nothing of yours is saved yet. Below each field that differs is what they wrote: take over what you want to keep, then save again. Yours replaces theirs.`,
    },
    beside: Object.fromEntries(differing),
  };
}
