import type { Metadata } from 'next';
import { requireOperator } from '@/app/session';
import { ConsoleHead } from '@/components/operator/console-head';
import { DayChart } from '@/components/operator/day-chart';
import { Moment } from '@/components/operator/moment';
import { Notice } from '@/components/ui/notice';
import { Status } from '@/components/ui/status';
import { database } from '@/db/pool';
import { formatNumber, formatOffers } from '@/domain/offers/labels';
import { OVERVIEW_DAYS, type Overview, type QueueLine, readOverview } from '@/domain/operator/overview';
import { OWNER_SETTINGS, readSettings, SETTINGS } from '@/domain/settings/settings';
import { listTextStates } from '@/domain/texts/queries';

export const metadata: Metadata = { title: 'Overview' };

export default async function OverviewPage() {
  await requireOperator('/operator');
  const db = database();
  const [{ live, companies, waiting, days, imports, queue }, settings, services, pages] = await Promise.all([
    readOverview(db, new Date()),
    readSettings(db),
    listTextStates(db, 'service'),
    listTextStates(db, 'page'),
  ]);
  const asShipped = {
    services: settings.showServices && isAnyShipped(services),
    pages: isAnyShipped(pages),
  };
  const missing = OWNER_SETTINGS.filter((key) => settings[key] === '').map((key) => SETTINGS[key].label);
  const published = days.reduce((sum, { offers }) => sum + offers, 0);
  return (
    <>
      <ConsoleHead title="Overview" />
      <Reminders missing={missing} asShipped={asShipped} />
      <dl className="figure-strip">
        <Figure label="Drafts to publish" href="/operator/offers?waiting=1" value={waiting.drafts} />
        <Figure label="Claims" href="/operator/claims" value={waiting.claims} />
        <Figure label="Reported offers" href="/operator/reports" value={waiting.reports} />
        <Figure label="Enquiries" href="/operator/enquiries" value={waiting.enquiries} />
      </dl>
      <section className="mt-10">
        <h2>New in {OVERVIEW_DAYS} days</h2>
        <p className="mt-1 mb-5 text-sm text-ink-2">
          {formatOffers(published)} of the{' '}
          <a href="/operator/offers?state=live">{formatNumber(live)} live ones</a>
          {`, which ${companies === 1 ? 'one company has' : `${formatNumber(companies)} companies have`} on the list; by UTC day of publication`}
        </p>
        <DayChart
          days={days}
          caption={`Live offers of the last ${OVERVIEW_DAYS} days, by day of publication`}
        />
      </section>
      <section className="mt-10">
        <h2>Imports of the week</h2>
        <Imports imports={imports} />
      </section>
      <section className="mt-10">
        <h2>The worker’s queue</h2>
        <Queue queue={queue} />
      </section>
    </>
  );
}

const and = new Intl.ListFormat('en-GB', { type: 'conjunction' });

type RemindersProps = {
  /** Labels of settings about the owner that are empty. */
  missing: string[];
  asShipped: { services: boolean; pages: boolean };
};

/** What the portal came with and its owner has to make their own. */
function Reminders({ missing, asShipped: { services, pages } }: RemindersProps) {
  if (missing.length === 0 && !services && !pages) return null;
  return (
    <Notice kind="warn" className="mb-7 max-w-180">
      <ul className="space-y-1.5 text-sm">
        {missing.length > 0 && (
          <li>
            The <a href="/imprint">imprint</a> and the <a href="/privacy">privacy page</a> do not say who you
            are. Missing in the <a href="/operator/settings">settings</a>:{' '}
            {and.format(missing.map(lowerFirst))}.
          </li>
        )}
        {pages && (
          <li>
            <a href="/operator/pages">Privacy, terms or imprint</a> read as they came with the portal. They
            are a beginning, not legal advice.
          </li>
        )}
        {services && (
          <li>
            <a href="/operator/services">The services</a> and their prices are examples. Make them yours, or
            hide them in the <a href="/operator/settings">settings</a>.
          </li>
        )}
      </ul>
    </Notice>
  );
}

/** Whether a text is published that nobody has touched since it came with the portal. */
function isAnyShipped(states: Awaited<ReturnType<typeof listTextStates>>): boolean {
  return Object.values(states).some(({ published }) => published?.actor === 'system');
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function Figure({ label, href, value }: { label: string; href: string; value: number }) {
  return (
    <div className="md:not-first:pl-4">
      <dt>{label}</dt>
      <dd>
        <a href={href}>{formatNumber(value)}</a>
      </dd>
    </div>
  );
}

function Imports({ imports }: { imports: Overview['imports'] }) {
  if (imports.length === 0) return <p className="mt-2 text-sm text-ink-2">None.</p>;
  return (
    <table className="ledger ledger-stack mt-3">
      <thead>
        <tr>
          <th scope="col">Source</th>
          <th scope="col">Started, UTC</th>
          <th scope="col">Ended, UTC</th>
          <th scope="col">Counts</th>
        </tr>
      </thead>
      <tbody>
        {imports.map(({ id, source, startedAt, finishedAt, counts }) => (
          <tr key={id}>
            <th scope="row">{source}</th>
            <td data-label="Started">
              <Moment at={startedAt} />
            </td>
            <td data-label="Ended">
              {finishedAt ? <Moment at={finishedAt} /> : <Status kind="warn">Not yet</Status>}
            </td>
            <td>
              {Object.entries(counts ?? {})
                .map(([what, count]) => `${formatNumber(count)} ${what}`)
                .join(', ') || '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Queue({ queue }: { queue: QueueLine[] }) {
  if (queue.length === 0) return <p className="mt-2 text-sm text-ink-2">Nothing waits.</p>;
  return (
    <table className="ledger ledger-stack mt-3">
      <thead>
        <tr>
          <th scope="col">Task</th>
          <th scope="col" className="figure">
            Waiting
          </th>
          <th scope="col" className="figure">
            Retrying
          </th>
          <th scope="col" className="figure">
            Failed
          </th>
          <th scope="col">Due since, UTC</th>
        </tr>
      </thead>
      <tbody>
        {queue.map(({ task, waiting, retrying, failed, dueSince, lastError }) => (
          <tr key={task}>
            <th scope="row">
              <span className="whitespace-nowrap">{task}</span>
              {lastError && (
                <span className="block max-w-120 text-xs font-normal text-ink-3">
                  Last fault: {lastError}
                </span>
              )}
            </th>
            <td data-label="Waiting" className="figure">
              {formatNumber(waiting)}
            </td>
            <td data-label="Retrying" className="figure">
              {formatNumber(retrying)}
            </td>
            <td data-label="Failed" className="figure">
              {failed > 0 ? <Status kind="bad">{formatNumber(failed)}</Status> : '0'}
            </td>
            <td data-label="Due since">{dueSince ? <Moment at={dueSince} /> : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
