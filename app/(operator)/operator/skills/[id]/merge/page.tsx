import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireOperator } from '@/app/session';
import { ConsoleHead } from '@/components/operator/console-head';
import { TextLinks } from '@/components/operator/text-state';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { database } from '@/db/pool';
import { formatNumber } from '@/domain/offers/labels';
import { idParam, type Params, textParam } from '@/domain/operator/input';
import {
  countSkillUses,
  findSkillCalled,
  getSkillFile,
  listSkillNames,
  type SkillFile,
  type SkillUses,
} from '@/domain/operator/skills';
import { merge } from '../../actions';

export const metadata: Metadata = { title: 'Merge a skill' };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Params> };

/** First the other skill is chosen, then what follows is told and confirmed. */
export default async function MergePage({ params, searchParams }: Props) {
  const { id } = await params;
  await requireOperator(`/operator/skills/${encodeURIComponent(id)}/merge`);
  const typed = textParam(await searchParams, 'into');
  const skill = await getSkillFile(database(), idParam(id) ?? 0);
  if (!skill) notFound();
  const [called, names] = await Promise.all([
    typed === undefined ? null : findSkillCalled(database(), typed),
    listSkillNames(database()),
  ]);
  const into = called && called.id !== skill.id ? await getSkillFile(database(), called.id) : null;
  const fault =
    typed === undefined || into
      ? undefined
      : called
        ? 'That is the same skill. Choose another.'
        : 'No skill is called that.';
  const path = `/operator/skills/${skill.id}/merge`;
  return (
    <>
      <ConsoleHead
        title={`Merge ${skill.name}`}
        note="For a skill that is there twice. Whatever names this one names the other from then on, and it has no page of its own any more."
      />
      <TextLinks links={[{ href: `/operator/skills/${skill.id}`, label: `Back to ${skill.name}` }]} />
      <form action={path} noValidate className="flex max-w-160 flex-wrap items-start gap-x-4 gap-y-3">
        <Field id="into" label="Into" error={fault} className="min-w-60 flex-1">
          <Input
            id="into"
            name="into"
            defaultValue={typed}
            list="skill-names"
            maxLength={100}
            autoComplete="off"
            autoFocus={fault !== undefined}
            aria-invalid={fault !== undefined || undefined}
            aria-describedby={fault ? 'into-error' : undefined}
          />
        </Field>
        <Button type="submit" kind={into ? 'line' : 'ink'} className="mt-6.5">
          See what follows
        </Button>
        <datalist id="skill-names">
          {names
            .filter((name) => name !== skill.name)
            .map((name) => (
              <option key={name} value={name} />
            ))}
        </datalist>
      </form>
      {into && <Confirmation from={skill} into={into} uses={await countSkillUses(database(), skill.id)} />}
    </>
  );
}

function Confirmation({ from, into, uses }: { from: SkillFile; into: SkillFile; uses: SkillUses }) {
  const { offers, live, companies, alerts, texts } = uses;
  const spellings = [from.name, ...from.aliases].join(', ');
  return (
    <Notice className="mt-8 max-w-160">
      <h2 className="text-lg">
        {from.name} becomes {into.name}
      </h2>
      <ul className="mt-2 list-disc pl-5 text-sm leading-6">
        <li>
          {count(offers, 'offer asks', 'offers ask')} for {into.name} instead
          {offers > 0 && `, ${formatNumber(live)} of them on the list`}.
        </li>
        <li>{count(companies, 'company profile follows', 'company profiles follow')}.</li>
        <li>{count(alerts, 'alert follows', 'alerts follow')}.</li>
        <li>{count(texts, 'role page follows', 'role pages follow')}.</li>
        <li>
          /skills/{from.slug} leads to /skills/{into.slug}, and so do searches for it.
        </li>
        <li>
          Forms, searches and imports take {into.name} for: {spellings}.
        </li>
      </ul>
      <p className="mt-3 text-sm">It cannot be undone.</p>
      <form action={merge} className="mt-4">
        <input type="hidden" name="from" value={from.id} />
        <input type="hidden" name="into" value={into.id} />
        <Button type="submit" kind="go">
          Merge {from.name} into {into.name}
        </Button>
      </form>
    </Notice>
  );
}

function count(number: number, one: string, many: string): string {
  if (number === 0) return `No ${one}`;
  return `${formatNumber(number)} ${number === 1 ? one : many}`;
}
