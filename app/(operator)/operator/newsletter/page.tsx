import type { Metadata } from 'next';
import { requireOperator } from '@/app/session';
import { ConsoleHead } from '@/components/operator/console-head';
import { IssueState } from '@/components/operator/issue-state';
import { Moment } from '@/components/operator/moment';
import { Blank } from '@/components/ui/blank';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Pager } from '@/components/ui/pager';
import { database } from '@/db/pool';
import { countReaders, listIssues } from '@/domain/newsletter/issue-queries';
import { formatCount, formatNumber } from '@/domain/offers/labels';
import { PAGE_LINES, type Params, pageParam, textParam } from '@/domain/operator/input';
import { consoleHref } from '../hrefs';

export const metadata: Metadata = { title: 'Newsletter' };

const PATH = '/operator/newsletter';

export default async function IssuesPage({ searchParams }: { searchParams: Promise<Params> }) {
  await requireOperator(PATH);
  const params = await searchParams;
  const page = pageParam(params);
  const db = database();
  const [{ issues, total }, readers] = await Promise.all([
    listIssues(db, { limit: PAGE_LINES, offset: (page - 1) * PAGE_LINES }),
    countReaders(db, new Date()),
  ]);
  return (
    <>
      <ConsoleHead
        title="Newsletter"
        note={
          readers === 1
            ? 'One reader gets the next issue.'
            : `${formatCount(readers)} readers get the next issue.`
        }
      >
        <ButtonLink href={`${PATH}/new`} kind="go">
          Write an issue
        </ButtonLink>
      </ConsoleHead>
      {textParam(params, 'gone') && (
        <Notice kind="good" role="status" className="mb-6 max-w-160">
          <p>The draft is gone.</p>
        </Notice>
      )}
      {issues.length === 0 ? (
        <Blank title="No issue yet">
          <p>
            Drafts, scheduled issues and those that were sent stand here. What was sent is also in the{' '}
            <a href="/newsletter/archive">archive</a>.
          </p>
        </Blank>
      ) : (
        <table className="ledger ledger-stack">
          <thead>
            <tr>
              <th scope="col">Issue</th>
              <th scope="col">State</th>
              <th scope="col">When</th>
              <th scope="col" className="figure">
                Sent
              </th>
            </tr>
          </thead>
          <tbody>
            {issues.map(({ id, subject, state, scheduledAt, startedAt, updatedAt, sent }) => (
              <tr key={id}>
                <th scope="row" className="wrap-anywhere">
                  <a href={`${PATH}/${id}`}>{subject}</a>
                </th>
                <td data-label="State">
                  <IssueState state={state} />
                </td>
                <td data-label="When">
                  <Moment at={(startedAt ?? scheduledAt ?? updatedAt).toISOString()} />
                </td>
                <td data-label="Sent" className="figure">
                  {startedAt ? formatNumber(sent) : '–'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Pager
        page={page}
        pages={Math.max(1, Math.ceil(total / PAGE_LINES))}
        href={(other) => consoleHref(PATH, { page: other })}
      />
    </>
  );
}
