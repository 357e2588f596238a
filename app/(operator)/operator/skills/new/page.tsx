import type { Metadata } from 'next';
import { requireOperator } from '@/app/session';
import { ConsoleHead } from '@/components/operator/console-head';
import { SkillForm } from '@/components/operator/skill-form';
import { SKILL_KINDS } from '@/components/roles/skill-kinds';
import { type Params, textParam } from '@/domain/operator/input';
import { add } from '../actions';

export const metadata: Metadata = { title: 'Add a skill' };

export default async function NewSkillPage({ searchParams }: { searchParams: Promise<Params> }) {
  await requireOperator('/operator/skills/new');
  const name = textParam(await searchParams, 'name') ?? '';
  return (
    <>
      <ConsoleHead
        title="Add a skill"
        note="Employers can ask for it at once; imports look for it from the next one on."
      />
      <SkillForm
        action={add}
        kinds={SKILL_KINDS.map(({ kind, title }) => ({ value: kind, label: title }))}
        values={{ name, slug: '', kind: '', summary: '', aliases: '' }}
        slugHint="In addresses: /skills/… Left empty, it is made of the name."
      >
        Add the skill
      </SkillForm>
    </>
  );
}
