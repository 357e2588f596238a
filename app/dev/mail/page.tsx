import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Fragment } from 'react';
import { Band } from '@/components/layout/band';
import { database } from '@/db/pool';
import { listCaughtMail } from '@/domain/mail/caught';
import { env } from '@/lib/env';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Mail of the demo', robots: { index: false } };

const SHOWN = 50;
const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' });

/** Every mail of the demo, which would have gone out on a live portal. */
export default async function MailPage() {
  if (!env().demo) notFound();
  const mails = await listCaughtMail(database(), SHOWN);
  return (
    <>
      <Band>
        <h1>Mail of the demo</h1>
        <p className="mt-3 max-w-160 text-lg text-ink-2">
          What the portal mails stays here. There is no such page on a live portal.
        </p>
        {mails.length === 0 && <p className="mt-6">Nothing yet. Sign in, and load this page again.</p>}
      </Band>
      {mails.map(({ id, at, to, subject, text, html }) => (
        <Band
          key={id}
          title={to.join(', ')}
          note={<time dateTime={at}>{`${time.format(new Date(at))} UTC`}</time>}
        >
          <h3>{subject}</h3>
          <p className="mt-2 max-w-160 text-sm break-words whitespace-pre-line">{linked(text)}</p>
          <details className="mt-3">
            <summary className="text-sm font-semibold">As a mail program shows it</summary>
            <iframe
              className="mt-2 h-160 w-full border border-rule bg-white"
              title={`The mail “${subject}”`}
              sandbox=""
              srcDoc={html}
            />
          </details>
        </Band>
      ))}
    </>
  );
}

/** The text with its addresses as links. */
function linked(text: string) {
  return text.split(/(https?:\/\/\S+)/).map((part, n) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text that never changes
    <Fragment key={n}>{n % 2 === 1 ? <a href={part}>{part}</a> : part}</Fragment>
  ));
}
