import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireOperator } from '@/app/session';
import { ConsoleHead } from '@/components/operator/console-head';
import { EventList } from '@/components/operator/event-list';
import { FactTable } from '@/components/operator/fact-table';
import { Moment } from '@/components/operator/moment';
import { OfferState } from '@/components/operator/offer-state';
import { database } from '@/db/pool';
import { formatNumber } from '@/domain/offers/labels';
import { listEventsOf } from '@/domain/operator/audit';
import { type CompanyFile, getCompanyFile } from '@/domain/operator/companies';
import { idParam } from '@/domain/operator/input';
import { consoleHref } from '../../hrefs';

export const metadata: Metadata = { title: 'Company' };

const EVENTS_SHOWN = 50;

export default async function CompanyPage({ params }: { params: Promise<{ id: string }> }) {
  const { id: given } = await params;
  await requireOperator(`/operator/companies/${encodeURIComponent(given)}`);
  const id = idParam(given) ?? notFound();
  const db = database();
  const [company, events] = await Promise.all([
    getCompanyFile(db, id),
    listEventsOf(db, 'company', id, EVENTS_SHOWN),
  ]);
  if (!company) notFound();
  return (
    <>
      <ConsoleHead title={company.name} note={company.domain} />
      <FactTable
        rows={[
          [
            'Page',
            <a key="page" href={`/companies/${company.slug}`}>
              {`/companies/${company.slug}`}
            </a>,
          ],
          [
            'Website',
            company.website && (
              <a key="website" href={company.website} rel="nofollow noopener noreferrer">
                {company.website}
              </a>
            ),
          ],
          ['Known since', <Moment key="since" at={company.createdAt} />],
          ['Offers from', company.sources.join(', ')],
          ['About', company.about],
        ]}
      />
      <section className="mt-10">
        <h2 className="mb-3">Offers</h2>
        <Offers company={company} />
      </section>
      <section className="mt-10">
        <h2 className="mb-3">People</h2>
        <People members={company.members} />
      </section>
      {events.length > 0 && (
        <section className="mt-10">
          <h2 className="mb-3">What happened</h2>
          <EventList events={events} />
        </section>
      )}
    </>
  );
}

function Offers({ company: { slug, offers } }: { company: CompanyFile }) {
  if (offers.length === 0) return <p className="text-sm text-ink-2">None.</p>;
  return (
    <ul className="max-w-96 border-t border-ink text-sm">
      {offers.map(({ state, n }) => (
        <li key={state} className="flex items-baseline justify-between border-b border-rule py-2">
          <OfferState state={state} />
          <a className="num" href={consoleHref('/operator/offers', { company: slug, state })}>
            {formatNumber(n)}
            <span className="sr-only"> offers</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function People({ members }: { members: CompanyFile['members'] }) {
  if (members.length === 0) return <p className="text-sm text-ink-2">Nobody. The company can be claimed.</p>;
  return (
    <table className="ledger ledger-stack">
      <thead>
        <tr>
          <th scope="col">Person</th>
          <th scope="col">Role</th>
          <th scope="col">Since</th>
        </tr>
      </thead>
      <tbody>
        {members.map(({ id, email, name, role, joinedAt }) => (
          <tr key={id}>
            <th scope="row">
              <a href={`/operator/users/${id}`}>{email}</a>
              {name && <span className="block text-xs font-normal text-ink-3">{name}</span>}
            </th>
            <td data-label="Role">{role === 'owner' ? 'Owner' : 'Recruiter'}</td>
            <td data-label="Since">
              <Moment at={joinedAt} dayOnly />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
