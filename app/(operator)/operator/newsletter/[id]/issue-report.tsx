import type { ReactNode } from 'react';
import { ActForm } from '@/components/operator/act-form';
import { ConsoleHead } from '@/components/operator/console-head';
import { FactTable } from '@/components/operator/fact-table';
import { IssueProgress } from '@/components/operator/issue-progress';
import { IssueState } from '@/components/operator/issue-state';
import { Moment } from '@/components/operator/moment';
import { Confirm } from '@/components/ui/confirm';
import { database } from '@/db/pool';
import {
  getIssueProgress,
  type Issue,
  listIssueLinks,
  listTroubledDeliveries,
  type IssueProgress as Progress,
} from '@/domain/newsletter/issue-queries';
import { formatNumber } from '@/domain/offers/labels';
import { readSettings } from '@/domain/settings/settings';
import { cancel, pause, resume, unschedule } from '../actions';
import { inZone } from '../times';

const REFRESH_SECONDS = 3;
const MOST_TROUBLED = 50;

/** An issue that is scheduled, being sent, or over: how far it has come, and what came of it. */
export async function IssueReport({ issue }: { issue: Issue }) {
  const { id, subject, state, slug } = issue;
  const db = database();
  const now = new Date();
  const [progress, links, troubled, settings] = await Promise.all([
    getIssueProgress(db, id, now),
    listIssueLinks(db, id),
    listTroubledDeliveries(db, id, MOST_TROUBLED),
    readSettings(db),
  ]);
  const soon = state === 'scheduled' && issue.scheduledAt !== null && issue.scheduledAt <= now;
  const about = { issue: String(id) };
  return (
    <>
      {(state === 'sending' || soon) && <meta httpEquiv="refresh" content={String(REFRESH_SECONDS)} />}
      <ConsoleHead
        title={subject}
        note={
          <>
            <IssueState state={state} />{' '}
            {state === 'sending' && `The page loads itself again every ${REFRESH_SECONDS} seconds.`}
            {soon && 'Sending begins within a minute; the page loads itself again.'}
          </>
        }
      >
        {issue.startedAt && state !== 'cancelled' && (
          <a href={`/newsletter/archive/${slug}`}>In the archive</a>
        )}
      </ConsoleHead>
      {(state === 'sending' || state === 'paused') && (
        <IssueProgress progress={progress} paused={state === 'paused'} />
      )}
      <div className="mt-6 flex flex-wrap gap-x-6 gap-y-4">
        {state === 'scheduled' && (
          <ActForm action={unschedule} about={about}>
            Back to a draft
          </ActForm>
        )}
        {state === 'sending' && (
          <ActForm action={pause} about={about}>
            Pause
          </ActForm>
        )}
        {state === 'paused' && (
          <ActForm action={resume} about={about} kind="go">
            Go on sending
          </ActForm>
        )}
        {(state === 'sending' || state === 'paused') && (
          <Confirm label="Call it off">
            <p className="mb-3">
              Who has not got it does not get it, and it leaves the archive. This cannot be undone.
            </p>
            <ActForm action={cancel} about={about} small>
              Call it off
            </ActForm>
          </Confirm>
        )}
      </div>
      <div className="mt-8 grid gap-x-12 gap-y-8 lg:grid-cols-2">
        <section>
          <h2 className="mb-3 text-lg leading-7">What came of it</h2>
          <FactTable rows={[...timesOf(issue, settings.digestTimeZone), ...figuresOf(issue, progress)]} />
        </section>
        {links.length > 0 && (
          <section>
            <h2 className="mb-3 text-lg leading-7">Clicks</h2>
            <table className="ledger">
              <thead>
                <tr>
                  <th scope="col">Link</th>
                  <th scope="col" className="figure">
                    Clicks
                  </th>
                </tr>
              </thead>
              <tbody>
                {links.map(({ url, clicks }) => (
                  <tr key={url}>
                    <td className="wrap-anywhere">
                      <a href={url} rel="noopener">
                        {url}
                      </a>
                    </td>
                    <td className="figure">{formatNumber(clicks)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
      </div>
      {troubled.length > 0 && (
        <section className="mt-8">
          <h2 className="mb-3 text-lg leading-7">Failed or uncertain</h2>
          <p className="mb-3 max-w-160 text-sm text-ink-2">
            Uncertain mails had left when the answer of the mail server was lost; they may have arrived, and
            are not sent again.
          </p>
          <table className="ledger ledger-stack">
            <thead>
              <tr>
                <th scope="col">Reader</th>
                <th scope="col">State</th>
                <th scope="col">What the mail server said</th>
              </tr>
            </thead>
            <tbody>
              {troubled.map((line) => (
                <tr key={line.id}>
                  <td className="wrap-anywhere">{line.email ?? 'Deleted'}</td>
                  <td data-label="State">{line.state}</td>
                  <td data-label="Said" className="wrap-anywhere">
                    {line.reason}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}

function timesOf({ scheduledAt, startedAt, finishedAt }: Issue, zone: string) {
  const moment = (at: Date | null) =>
    at && (
      <>
        <Moment at={at.toISOString()} /> UTC, {inZone(at, zone)} in {zone}
      </>
    );
  return [
    ['Due', startedAt ? null : moment(scheduledAt)],
    ['Begun', moment(startedAt)],
    ['Ended', moment(finishedAt)],
  ] as [string, ReactNode][];
}

function figuresOf({ startedAt }: Issue, progress: Progress): [string, string][] {
  if (!startedAt) return [];
  const { total, sent, failed, uncertain, skipped, bounced, complained, unsubscribed } = progress;
  const lines: [string, number][] = [
    ['Readers', total],
    ['Sent', sent],
    ['Failed', failed],
    ['Uncertain', uncertain],
    ['Left before', skipped],
    ['Bounced', bounced],
    ['Complained', complained],
    ['Unsubscribed', unsubscribed],
  ];
  return lines.map(([name, value]) => [name, formatNumber(value)]);
}
