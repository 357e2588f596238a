import type { Metadata } from 'next';
import { requireOperator } from '@/app/session';
import { ConsoleHead, Views } from '@/components/operator/console-head';
import { Moment } from '@/components/operator/moment';
import { Blank } from '@/components/ui/blank';
import { Notice } from '@/components/ui/notice';
import { Pager } from '@/components/ui/pager';
import { database } from '@/db/pool';
import { type Enquiry, listEnquiries } from '@/domain/enquiries/queries';
import { PAGE_LINES, type Params, pageParam, textParam } from '@/domain/operator/input';
import { readSettings } from '@/domain/settings/settings';
import { consoleHref } from '../hrefs';
import { serviceTitles } from './service-titles';

export const metadata: Metadata = { title: 'Enquiries' };

const PATH = '/operator/enquiries';

export default async function EnquiriesPage({ searchParams }: { searchParams: Promise<Params> }) {
  await requireOperator(PATH);
  const params = await searchParams;
  const [answered, page] = [textParam(params, 'show') === 'answered', pageParam(params)];
  const [{ lines, total }, titles, { enquiryDays, showServices }] = await Promise.all([
    listEnquiries(database(), { answered, page, lines: PAGE_LINES }),
    serviceTitles(),
    readSettings(database()),
  ]);
  return (
    <>
      <ConsoleHead
        title="Enquiries"
        note={`What people ask of your services. Each is deleted ${enquiryDays} days after its answer.`}
      >
        <Views
          label="Enquiries"
          views={[
            { href: PATH, label: 'Waiting', open: !answered },
            { href: `${PATH}?show=answered`, label: 'Answered', open: answered },
          ]}
        />
      </ConsoleHead>
      {textParam(params, 'deleted') && (
        <Notice kind="good" role="status" className="mb-7">
          <p>The enquiry was deleted.</p>
        </Notice>
      )}
      {!showServices && (
        <Notice kind="warn" className="mb-7">
          <p>
            The services are not shown, so nobody can send one. <a href="/operator/settings">Settings</a>
          </p>
        </Notice>
      )}
      {lines.length === 0 ? (
        <Blank title={answered ? 'None was answered yet.' : 'None waits for an answer.'} />
      ) : (
        <EnquiryTable lines={lines} titles={titles} answered={answered} />
      )}
      <Pager
        page={page}
        pages={Math.max(1, Math.ceil(total / PAGE_LINES))}
        href={(to) => consoleHref(PATH, { show: answered ? 'answered' : undefined, page: to })}
      />
      <p className="mt-7 text-sm">
        <a href={`${PATH}/export`} download>
          All of them as CSV
        </a>
      </p>
    </>
  );
}

type EnquiryTableProps = { lines: Enquiry[]; titles: Record<string, string>; answered: boolean };

function EnquiryTable({ lines, titles, answered }: EnquiryTableProps) {
  return (
    <table className="ledger ledger-stack">
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col">Service</th>
          <th scope="col">Budget</th>
          <th scope="col">{answered ? 'Answered, UTC' : 'Since, UTC'}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, name, company, service, budget, createdAt, answeredAt }) => (
          <tr key={id}>
            <th scope="row" className="max-w-80 wrap-anywhere">
              <a href={`${PATH}/${id}`}>{name}</a>
              {company && <span className="block font-normal text-ink-2">{company}</span>}
            </th>
            <td data-label="Service">{titles[service] ?? service}</td>
            <td data-label="Budget" className="num">
              {budget}
            </td>
            <td data-label={answered ? 'Answered' : 'Since'}>
              <Moment at={answeredAt ?? createdAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
