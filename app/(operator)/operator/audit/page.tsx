import type { Metadata } from 'next';
import { requireOperator } from '@/app/session';
import { ConsoleHead } from '@/components/operator/console-head';
import { EventDetails } from '@/components/operator/event-list';
import { Moment } from '@/components/operator/moment';
import { SearchBar, SearchChoice } from '@/components/operator/search-bar';
import { Blank } from '@/components/ui/blank';
import { ButtonLink } from '@/components/ui/button';
import { Pager } from '@/components/ui/pager';
import { database } from '@/db/pool';
import { formatNumber } from '@/domain/offers/labels';
import { AUDIT_PAGE, type AuditLine, listActs, listAuditChoices } from '@/domain/operator/audit';
import { type Params, pageParam } from '@/domain/operator/input';
import { eventLabel } from '@/domain/operator/rules';
import { consoleHref } from '../hrefs';
import { kindParam, textPath } from '../texts/paths';
import { auditParams, readAuditFilter } from './filter';

export const metadata: Metadata = { title: 'Audit' };

export default async function AuditPage({ searchParams }: { searchParams: Promise<Params> }) {
  await requireOperator('/operator/audit');
  const params = await searchParams;
  const [filter, page] = [readAuditFilter(params), pageParam(params)];
  const [{ lines, total }, { people, types, subjects }] = await Promise.all([
    listActs(database(), filter, page),
    listAuditChoices(database(), filter.operatorEmail),
  ]);
  const named = people.some(({ id }) => id === filter.who);
  const isOther = filter.who !== 'operators' && filter.who !== 'everyone' && !named;
  return (
    <>
      <ConsoleHead
        title="Audit"
        note={`${formatNumber(total)} ${total === 1 ? 'act' : 'acts'}, the latest first`}
      >
        <ButtonLink small href={consoleHref('/operator/audit/export', auditParams(filter))}>
          Export as CSV
        </ButtonLink>
      </ConsoleHead>
      <SearchBar action="/operator/audit">
        <SearchChoice
          name="who"
          label="Who"
          value={filter.who === 'operators' ? undefined : filter.who}
          any="Operators"
          options={[
            { value: 'everyone', label: 'Everybody' },
            ...people.map(({ id, email }) => ({ value: id, label: email })),
            ...(isOther ? [{ value: filter.who, label: lines[0]?.email ?? 'One user' }] : []),
          ]}
        />
        <SearchChoice
          name="type"
          label="What"
          value={filter.type}
          any="Anything"
          options={types.map((value) => ({ value, label: eventLabel(value) }))}
        />
        <SearchChoice
          name="subject"
          label="To what"
          value={filter.subject}
          any="Anything"
          options={subjects.map((value) => ({ value, label: subjectWord(value) }))}
        />
      </SearchBar>
      {lines.length > 0 ? <Log lines={lines} /> : <Blank title="Nothing was done yet." />}
      <Pager
        page={page}
        pages={Math.max(1, Math.ceil(total / AUDIT_PAGE))}
        href={(to) => consoleHref('/operator/audit', { ...auditParams(filter), page: to })}
      />
    </>
  );
}

function Log({ lines }: { lines: AuditLine[] }) {
  return (
    <table className="ledger ledger-stack md:table-fixed">
      <thead>
        <tr>
          <th scope="col" className="w-42">
            When, UTC
          </th>
          <th scope="col">Who</th>
          <th scope="col">What</th>
          <th scope="col">To what</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <td className="text-ink-3">
              <Moment at={line.at} />
            </td>
            <td>
              {line.email ? (
                <a href={`/operator/users/${line.userId}`}>{line.email}</a>
              ) : (
                'somebody who has left'
              )}
            </td>
            <td>
              <b>{eventLabel(line.type)}</b>
              <EventDetails data={line.data} />
            </td>
            <td>
              <Subject line={line} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Subject({ line: { subject, subjectId, name, data } }: { line: AuditLine }) {
  const word = subjectWord(subject);
  const href =
    (subject === 'offer' && `/operator/offers/${subjectId}`) ||
    (subject === 'company' && `/operator/companies/${subjectId}`) ||
    (subject === 'report' && `/operator/offers/${data?.offerId}`) ||
    (subject === 'order' && `/operator/orders/${subjectId}`) ||
    (subject === 'skill' && `/operator/skills/${subjectId}`) ||
    (subject === 'text' && textHref(data)) ||
    (subject === 'user' && `/operator/users/${data?.user}`);
  const label = name ?? (subjectId === 0 ? 'gone' : `no. ${subjectId}`);
  return (
    <>
      {name && href ? <a href={href}>{label}</a> : label}
      <span className="block text-xs text-ink-3">{word}</span>
    </>
  );
}

function textHref(data: AuditLine['data']): string | false {
  const kind = kindParam(data?.kind);
  return kind !== null && typeof data?.slug === 'string' && textPath(kind, data.slug);
}

function subjectWord(subject: string): string {
  const words = subject.replaceAll(/[_-]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
