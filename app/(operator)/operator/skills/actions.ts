'use server';

import { notFound, redirect } from 'next/navigation';
import { requireOperator } from '@/app/session';
import { EMPTY_FORM, type FormState, firstFaults, typedValues } from '@/components/ui/form-state';
import { database } from '@/db/pool';
import { idParam } from '@/domain/operator/input';
import { addSkill, changeSkill, mergeSkills, type Saved } from '@/domain/operator/skill-acts';
import { SKILL_CHANGED, skillInput, skillMark, typedSkill } from '@/domain/operator/skill-input';
import { getSkillFile } from '@/domain/operator/skills';
import { DomainError } from '@/lib/errors';
import { toSlug } from '@/lib/slug';

/** Adds a skill; without an address it gets one of its name. */
export async function add(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireOperator('/operator/skills/new');
  const typed = typedValues(form);
  const slug = typed.slug?.trim() || toSlug(typed.name ?? '', 60);
  const read = skillInput.safeParse({ ...typed, slug });
  if (!read.success) return { ...EMPTY_FORM, values: typed, faults: firstFaults(read.error.issues) };
  const saved = await addSkill(database(), read.data, { actor, now: new Date() });
  if (saved.faults) return { ...EMPTY_FORM, values: typed, faults: saved.faults };
  redirect(`/operator/skills/${saved.id}?saved=added`);
}

/** Changes what a skill is called and what is said of it. */
export async function change(_: FormState, form: FormData): Promise<FormState> {
  const typed = typedValues(form);
  const id = idParam(typed.id);
  const { actor } = await requireOperator(id ? `/operator/skills/${id}` : '/operator/skills');
  if (id === null) notFound();
  const read = skillInput.safeParse(typed);
  if (!read.success) return { ...EMPTY_FORM, values: typed, faults: firstFaults(read.error.issues) };
  const [wanted, now] = [{ input: read.data, mark: typed.mark ?? '' }, new Date()];
  let saved: Saved | null;
  try {
    saved = await changeSkill(database(), id, wanted, { actor, now });
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== SKILL_CHANGED) throw error;
    return besideTheirs(id, typed);
  }
  if (saved === null) notFound();
  if (saved.faults) return { ...EMPTY_FORM, values: typed, faults: saved.faults };
  redirect(`/operator/skills/${id}?saved=changed&at=${now.getTime()}`);
}

/** Merges a skill into another. */
export async function merge(form: FormData): Promise<void> {
  const typed = typedValues(form);
  const [from, into] = [idParam(typed.from), idParam(typed.into)];
  const { actor } = await requireOperator(from ? `/operator/skills/${from}/merge` : '/operator/skills');
  if (from === null || into === null || from === into) notFound();
  const merged = await mergeSkills(database(), { from, into }, { actor, now: new Date() });
  // Sent twice, it is done already.
  if (merged === null && !(await getSkillFile(database(), into))) notFound();
  redirect(`/operator/skills/${into}?saved=merged`);
}

/** Somebody else was quicker: what they have kept stands beside each field in which it differs. */
async function besideTheirs(id: number, typed: Record<string, string>): Promise<FormState> {
  const held = await getSkillFile(database(), id);
  if (!held) notFound();
  const plain = (text = '') => text.replaceAll('\r\n', '\n').trim();
  const differing = Object.entries(typedSkill(held)).filter(
    ([field, text]) => plain(typed[field]) !== plain(text),
  );
  return {
    values: { ...typed, mark: skillMark(held) },
    faults: {},
    message: {
      kind: 'ask',
      text: 'Somebody has changed this skill while you were writing. Nothing of yours is saved yet. Below each field that differs is what it says now: take over what you want to keep, then save again.',
    },
    beside: Object.fromEntries(differing),
  };
}
