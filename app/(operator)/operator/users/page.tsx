import type { Metadata } from 'next';
import { requireOperator } from '@/app/session';
import { ConsoleHead, Views } from '@/components/operator/console-head';
import { Moment } from '@/components/operator/moment';
import { SearchBar, SearchField } from '@/components/operator/search-bar';
import { Blank } from '@/components/ui/blank';
import { Pager } from '@/components/ui/pager';
import { Status } from '@/components/ui/status';
import { database } from '@/db/pool';
import { formatCount, formatNumber } from '@/domain/offers/labels';
import { PAGE_LINES, type Params, pageParam, textParam } from '@/domain/operator/input';
import { findUsers, type UserLine } from '@/domain/operator/users';
import { env } from '@/lib/env';
import { consoleHref } from '../hrefs';

export const metadata: Metadata = { title: 'Users' };

export default async function UsersPage({ searchParams }: { searchParams: Promise<Params> }) {
  await requireOperator('/operator/users');
  const params = await searchParams;
  const [q, page] = [textParam(params, 'q'), pageParam(params)];
  const operators = textParam(params, 'show') === 'operators';
  const { lines, total, capped } = await findUsers(database(), {
    q,
    operators: operators ? { operatorEmail: env().OPERATOR_EMAIL } : undefined,
    page,
    now: new Date(),
  });
  const show = operators ? 'operators' : undefined;
  return (
    <>
      <ConsoleHead title="Users" note={`${formatCount(total, capped)} ${total === 1 ? 'person' : 'people'}`}>
        <Views
          label="Users"
          views={[
            { href: '/operator/users', label: 'Everybody', open: !operators },
            { href: '/operator/users?show=operators', label: 'Operators', open: operators },
          ]}
        />
      </ConsoleHead>
      <SearchBar action="/operator/users">
        <SearchField label="Address or name" value={q} />
        {show && <input type="hidden" name="show" value={show} />}
      </SearchBar>
      {lines.length > 0 ? <UserTable lines={lines} /> : <Blank title="Nobody fits." />}
      <Pager
        page={page}
        pages={Math.max(1, Math.ceil(total / PAGE_LINES))}
        capped={capped}
        href={(to) => consoleHref('/operator/users', { q, show, page: to })}
      />
    </>
  );
}

function UserTable({ lines }: { lines: UserLine[] }) {
  const { OPERATOR_EMAIL } = env();
  return (
    <table className="ledger ledger-stack">
      <thead>
        <tr>
          <th scope="col">Address</th>
          <th scope="col">Companies</th>
          <th scope="col">Since</th>
          <th scope="col" className="figure">
            Sessions
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, email, name, companies, createdAt, operatorSince, sessions }) => (
          <tr key={id}>
            <th scope="row">
              <a href={`/operator/users/${id}`}>{email}</a>{' '}
              {(operatorSince !== null || email === OPERATOR_EMAIL) && <Status>Operator</Status>}
              {name && <span className="block text-xs font-normal text-ink-3">{name}</span>}
            </th>
            <td data-label="Companies">{companies.join(', ') || '–'}</td>
            <td data-label="Since">
              <Moment at={createdAt} dayOnly />
            </td>
            <td data-label="Sessions" className="figure">
              {sessions === 0 ? '–' : formatNumber(sessions)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
