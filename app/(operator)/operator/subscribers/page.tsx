import type { Metadata } from 'next';
import { requireOperator } from '@/app/session';
import { FigureStrip } from '@/components/market/figure-strip';
import { ConsoleHead } from '@/components/operator/console-head';
import { Moment } from '@/components/operator/moment';
import { SearchBar, SearchChoice, SearchField } from '@/components/operator/search-bar';
import { SUBSCRIBER_STATE_LABELS, SubscriberStatus } from '@/components/operator/subscriber-state';
import { Blank } from '@/components/ui/blank';
import { ButtonLink } from '@/components/ui/button';
import { Pager } from '@/components/ui/pager';
import { Status } from '@/components/ui/status';
import { database } from '@/db/pool';
import { formatNumber } from '@/domain/offers/labels';
import { PAGE_LINES, type Params, pageParam, textParam } from '@/domain/operator/input';
import {
  countSubscribers,
  findSubscribers,
  SUBSCRIBER_STATES,
  type SubscriberCounts,
  type SubscriberLine,
} from '@/domain/operator/subscribers';
import { consoleHref } from '../hrefs';

export const metadata: Metadata = { title: 'Subscribers' };

const PAGE = '/operator/subscribers';

export default async function SubscribersPage({ searchParams }: { searchParams: Promise<Params> }) {
  await requireOperator(PAGE);
  const params = await searchParams;
  const [q, page, given] = [textParam(params, 'q'), pageParam(params), textParam(params, 'state')];
  const state = SUBSCRIBER_STATES.find((one) => one === given);
  const now = new Date();
  const [counts, { lines, total, capped }] = await Promise.all([
    countSubscribers(database(), now),
    findSubscribers(database(), { q, state, page }),
  ]);
  return (
    <>
      <ConsoleHead title="Subscribers" note={noteOf(counts)}>
        <ButtonLink href={`${PAGE}/export`} small>
          Export as CSV
        </ButtonLink>
      </ConsoleHead>
      <div className="mb-9">
        <FigureStrip
          figures={[
            { label: 'Subscribers', value: formatNumber(counts.active), note: `${counts.paused} paused` },
            { label: 'Newsletter', value: formatNumber(counts.newsletter) },
            { label: 'Alerts', value: formatNumber(counts.alerts) },
            { label: 'Left in 30 days', value: formatNumber(counts.left), note: 'lists and alerts' },
          ]}
        />
      </div>
      <SearchBar action={PAGE}>
        <SearchField label="Address" value={q} />
        <SearchChoice
          name="state"
          label="State"
          value={state}
          any="Any"
          options={SUBSCRIBER_STATES.map((one) => ({ value: one, label: SUBSCRIBER_STATE_LABELS[one] }))}
        />
      </SearchBar>
      {lines.length > 0 ? <SubscriberTable lines={lines} now={now} /> : <Blank title="Nobody fits." />}
      <Pager
        page={page}
        pages={Math.max(1, Math.ceil(total / PAGE_LINES))}
        capped={capped}
        href={(to) => consoleHref(PAGE, { q, state, page: to })}
      />
    </>
  );
}

function noteOf({ pending, bounced, complained }: SubscriberCounts): string {
  return `${formatNumber(pending)} not confirmed yet, ${formatNumber(bounced)} bounced, ${formatNumber(complained)} complained.`;
}

function SubscriberTable({ lines, now }: { lines: SubscriberLine[]; now: Date }) {
  return (
    <table className="ledger ledger-stack">
      <thead>
        <tr>
          <th scope="col">Address</th>
          <th scope="col">State</th>
          <th scope="col">Newsletter</th>
          <th scope="col" className="figure">
            Alerts
          </th>
          <th scope="col">Since</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, email, state, newsletter, alerts, createdAt, pausedUntil }) => (
          <tr key={id}>
            <th scope="row" className="wrap-anywhere">
              <a href={`${PAGE}/${id}`}>{email}</a>
            </th>
            <td data-label="State">
              <SubscriberStatus state={state} />{' '}
              {state === 'active' && pausedUntil && new Date(pausedUntil) > now && <Status>Paused</Status>}
            </td>
            <td data-label="Newsletter">{newsletter ? 'Yes' : '–'}</td>
            <td data-label="Alerts" className="figure">
              {alerts === 0 ? '–' : formatNumber(alerts)}
            </td>
            <td data-label="Since">
              <Moment at={createdAt} dayOnly />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
