import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireOperator } from '@/app/session';
import { ConsoleHead } from '@/components/operator/console-head';
import { FactTable } from '@/components/operator/fact-table';
import { Moment } from '@/components/operator/moment';
import { SubscriberStatus } from '@/components/operator/subscriber-state';
import { Button } from '@/components/ui/button';
import { Confirm } from '@/components/ui/confirm';
import { database } from '@/db/pool';
import { FREQUENCY_WORDS, subscriptionTitle } from '@/domain/newsletter/labels';
import { idParam } from '@/domain/operator/input';
import {
  type ConsentLine,
  getSubscriberFile,
  type SubscriberFile,
  type SubscriptionEnd,
  type SubscriptionLine,
} from '@/domain/operator/subscribers';
import { end, endAll } from './actions';

export const metadata: Metadata = { title: 'Subscriber' };

const ENDED_BY: Record<SubscriptionEnd, string> = {
  reader: 'left',
  one_click: 'left with one click',
  bounce: 'ended by a bounce',
  complaint: 'ended by a complaint',
  operator: 'ended by an operator',
};

export default async function SubscriberPage({ params }: { params: Promise<{ id: string }> }) {
  const id = idParam((await params).id);
  await requireOperator(`/operator/subscribers/${id ?? ''}`);
  const file = id === null ? null : await getSubscriberFile(database(), id);
  if (!file) notFound();
  return (
    <>
      <ConsoleHead title={<span className="wrap-anywhere">{file.email}</span>} />
      <div className="grid gap-x-14 gap-y-10 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          <FactTable
            rows={[
              ['State', <SubscriberStatus key="state" state={file.state} />],
              ['Signed up', <Moment key="at" at={file.createdAt} />],
              ['Confirmed', file.confirmedAt && <Moment key="confirmed" at={file.confirmedAt} />],
              ['Over since', file.endedAt && <Moment key="ended" at={file.endedAt} />],
              ['Paused until', file.pausedUntil && <Moment key="paused" at={file.pausedUntil} />],
              ['Time zone', file.timeZone],
            ]}
          />
          <h2 className="mt-10 mb-3">What they get</h2>
          <Subscriptions file={file} />
        </div>
        <section>
          <h2 className="mb-3">Consent</h2>
          <Consents lines={file.consents} />
        </section>
      </div>
    </>
  );
}

function Subscriptions({ file }: { file: SubscriberFile }) {
  if (file.subscriptions.length === 0) return <p className="text-ink-2">Nothing.</p>;
  const open = file.subscriptions.filter(({ state }) => state !== 'ended');
  return (
    <>
      <ul className="border-t border-ink text-sm">
        {file.subscriptions.map((line) => (
          <li
            key={line.id}
            className="flex flex-wrap justify-between gap-x-6 gap-y-2 border-b border-rule py-3"
          >
            <span className="min-w-0">
              <Title line={line} />
              <span className="block text-ink-3">
                <Told line={line} />
              </span>
            </span>
            {line.state !== 'ended' && (
              <form action={end}>
                <input type="hidden" name="subscriber" value={file.id} />
                <input type="hidden" name="subscription" value={line.id} />
                <Button type="submit" small>
                  End
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {open.length > 0 && (
        <div className="mt-5">
          <Confirm label="End everything">
            <p>Nothing more is sent to this address until its reader subscribes again.</p>
            <form action={endAll} className="mt-3">
              <input type="hidden" name="subscriber" value={file.id} />
              <Button type="submit" small kind="ink">
                End everything
              </Button>
            </form>
          </Confirm>
        </div>
      )}
    </>
  );
}

function Title({ line: { search, query } }: { line: SubscriptionLine }) {
  const title = <span className="font-semibold wrap-anywhere">{subscriptionTitle(search)}</span>;
  return search === null ? title : <a href={query ? `/offers?${query}` : '/offers'}>{title}</a>;
}

function Told({ line: { state, since, frequency, endedAt, endedBy } }: { line: SubscriptionLine }) {
  if (endedAt) {
    return (
      <>
        {endedBy && ENDED_BY[endedBy]} <Moment at={endedAt} />
      </>
    );
  }
  const often = frequency && FREQUENCY_WORDS[frequency as keyof typeof FREQUENCY_WORDS];
  return (
    <>
      {state === 'pending' ? 'asked for' : 'since'} <Moment at={since} dayOnly />
      {often && `, ${often}`}
    </>
  );
}

function Consents({ lines }: { lines: ConsentLine[] }) {
  if (lines.length === 0) return <p className="text-sm text-ink-2">None is kept.</p>;
  return (
    <ul className="border-t border-ink text-sm">
      {lines.map(({ id, wording, formUrl, ip, signedUpAt, confirmedAt, endedAt }) => (
        <li key={id} className="border-b border-rule py-3">
          <p className="wrap-anywhere">“{wording}”</p>
          <p className="mt-1 text-ink-3 wrap-anywhere">
            <Moment at={signedUpAt} /> at {formUrl}
            {ip && `, from ${ip}`}
          </p>
          <p className="mt-1 text-ink-3">
            {confirmedAt ? (
              <>
                Confirmed <Moment at={confirmedAt} />
              </>
            ) : (
              'Not confirmed'
            )}
            {endedAt && (
              <>
                , ended <Moment at={endedAt} />
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
