import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireOperator } from '@/app/session';
import { ConsoleHead } from '@/components/operator/console-head';
import { EventList } from '@/components/operator/event-list';
import { FactTable } from '@/components/operator/fact-table';
import { SkillForm } from '@/components/operator/skill-form';
import { TextLinks } from '@/components/operator/text-state';
import { SKILL_KINDS } from '@/components/roles/skill-kinds';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { database } from '@/db/pool';
import { formatNumber } from '@/domain/offers/labels';
import { listEventsOf } from '@/domain/operator/audit';
import { idParam, type Params, textParam } from '@/domain/operator/input';
import { skillMark, typedSkill } from '@/domain/operator/skill-input';
import { countSkillUses, getSkillFile } from '@/domain/operator/skills';
import { change } from '../actions';

export const metadata: Metadata = { title: 'Skill' };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Params> };

const EVENTS = 20;
const SAVED: Record<string, string> = {
  added: 'The skill was added.',
  changed: 'The skill is as you wrote it. Its pages and its offers say so from now on.',
  merged: 'The two are one skill now. Whatever named the other names this one.',
};

export default async function SkillPage({ params, searchParams }: Props) {
  const { id } = await params;
  await requireOperator(`/operator/skills/${encodeURIComponent(id)}`);
  const asked = await searchParams;
  const skill = await getSkillFile(database(), idParam(id) ?? 0);
  if (!skill) notFound();
  const [uses, events] = await Promise.all([
    countSkillUses(database(), skill.id),
    listEventsOf(database(), 'skill', skill.id, EVENTS),
  ]);
  const saved = SAVED[textParam(asked, 'saved') ?? ''];
  return (
    <>
      <ConsoleHead title={skill.name}>
        <ButtonLink small href={`/operator/skills/${skill.id}/merge`}>
          Merge into another
        </ButtonLink>
      </ConsoleHead>
      <TextLinks
        links={[
          { href: '/operator/skills', label: 'Skills' },
          { href: `/skills/${skill.slug}`, label: 'The page' },
        ]}
      />
      {saved && (
        <Notice kind="good" role="status" className="mb-6 max-w-160">
          <p>{saved}</p>
        </Notice>
      )}
      <SkillForm
        key={textParam(asked, 'at')}
        action={change}
        about={{ id: String(skill.id), mark: skillMark(skill) }}
        kinds={SKILL_KINDS.map(({ kind, title }) => ({ value: kind, label: title }))}
        values={typedSkill(skill)}
        slugHint="In addresses: /skills/… An old one leads to the new one."
      >
        Save the skill
      </SkillForm>
      <section className="mt-10 max-w-160">
        <h2 className="mb-3">Where it is named</h2>
        <FactTable
          rows={[
            ['Offers', `${formatNumber(uses.offers)}, ${formatNumber(uses.live)} of them on the list`],
            ['Companies', formatNumber(uses.companies)],
            ['Alerts', formatNumber(uses.alerts)],
            ['Role pages', formatNumber(uses.texts)],
            ['Old addresses', skill.former.map((slug) => `/skills/${slug}`).join(', ')],
          ]}
        />
      </section>
      {events.length > 0 && (
        <section className="mt-10 max-w-160">
          <h2 className="mb-3">What happened</h2>
          <EventList events={events} />
        </section>
      )}
    </>
  );
}
