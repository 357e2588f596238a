import type { Metadata } from 'next';
import { requireOperator } from '@/app/session';
import { ConsoleHead } from '@/components/operator/console-head';
import { SearchBar, SearchField } from '@/components/operator/search-bar';
import { Blank } from '@/components/ui/blank';
import { ButtonLink } from '@/components/ui/button';
import { Pager } from '@/components/ui/pager';
import { database } from '@/db/pool';
import { formatNumber } from '@/domain/offers/labels';
import { PAGE_LINES, type Params, pageParam, textParam } from '@/domain/operator/input';
import { findSkills, type SkillLine } from '@/domain/operator/skills';
import { consoleHref } from '../hrefs';

export const metadata: Metadata = { title: 'Skills' };

export default async function SkillsPage({ searchParams }: { searchParams: Promise<Params> }) {
  await requireOperator('/operator/skills');
  const params = await searchParams;
  const [q, page] = [textParam(params, 'q'), pageParam(params)];
  const { lines, total } = await findSkills(database(), { q, page });
  return (
    <>
      <ConsoleHead
        title="Skills"
        note={`${formatNumber(total)} ${total === 1 ? 'skill' : 'skills'} that offers are searched for and can ask for`}
      >
        <ButtonLink href={consoleHref('/operator/skills/new', { name: lines.length > 0 ? undefined : q })}>
          Add a skill
        </ButtonLink>
      </ConsoleHead>
      <SearchBar action="/operator/skills">
        <SearchField label="Name or other spelling" value={q} />
      </SearchBar>
      {lines.length > 0 ? <SkillTable lines={lines} /> : <Blank title="No skill is called that." />}
      <Pager
        page={page}
        pages={Math.max(1, Math.ceil(total / PAGE_LINES))}
        href={(to) => consoleHref('/operator/skills', { q, page: to })}
      />
    </>
  );
}

const SPELLINGS = 6;

function SkillTable({ lines }: { lines: SkillLine[] }) {
  return (
    <table className="ledger ledger-stack">
      <thead>
        <tr>
          <th scope="col">Skill</th>
          <th scope="col">Kind</th>
          <th scope="col">Also</th>
          <th scope="col" className="figure">
            On the list
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, name, kind, aliases, offers }) => (
          <tr key={id}>
            <th scope="row">
              <a href={`/operator/skills/${id}`}>{name}</a>
            </th>
            <td data-label="Kind" className="whitespace-nowrap">
              {kind}
            </td>
            <td data-label="Also" className="text-ink-2">
              {aliases.slice(0, SPELLINGS).join(', ') || '–'}
              {aliases.length > SPELLINGS && ` +${aliases.length - SPELLINGS}`}
            </td>
            <td data-label="On the list" className="figure">
              {offers === 0 ? '–' : formatNumber(offers)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
