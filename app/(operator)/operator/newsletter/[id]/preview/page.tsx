import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { requireOperator } from '@/app/session';
import { ActForm } from '@/components/operator/act-form';
import { ConsoleHead } from '@/components/operator/console-head';
import { MailFrame } from '@/components/operator/mail-frame';
import { ScheduleForm } from '@/components/operator/schedule-form';
import { Confirm } from '@/components/ui/confirm';
import { Notice } from '@/components/ui/notice';
import { database } from '@/db/pool';
import { previewIssue } from '@/domain/newsletter/issue-preview';
import { countReaders, getIssue } from '@/domain/newsletter/issue-queries';
import { formatCount } from '@/domain/offers/labels';
import { idParam } from '@/domain/operator/input';
import { readSettings } from '@/domain/settings/settings';
import { renderIssue } from '@/emails/newsletter-letter';
import { env } from '@/lib/env';
import { schedule, sendTest } from '../../actions';
import { inZone } from '../../times';

export const metadata: Metadata = { title: 'How it looks' };

export default async function PreviewPage({ params }: { params: Promise<{ id: string }> }) {
  const { id: typed } = await params;
  const path = `/operator/newsletter/${encodeURIComponent(typed)}`;
  const { email } = await requireOperator(`${path}/preview`);
  const id = idParam(typed);
  const db = database();
  const now = new Date();
  const issue = id === null ? null : await getIssue(db, id);
  if (!issue) notFound();
  if (issue.state !== 'draft') redirect(path);
  const { SITE_NAME, SITE_URL, demo } = env();
  const [preview, readers, settings] = await Promise.all([
    previewIssue(db, issue.id, SITE_URL, now),
    countReaders(db, now),
    readSettings(db),
  ]);
  if (!preview) notFound();
  const { letter, faults, gaps } = preview;
  const { html, text } = await renderIssue(letter, { name: SITE_NAME, url: SITE_URL });
  const about = { issue: String(issue.id) };
  const zone = settings.digestTimeZone;
  const noAddress = settings.postalAddress === '';
  return (
    <>
      <ConsoleHead
        title={issue.subject}
        note="As it would be sent now. Offers are looked up again when sending begins."
      >
        <a href={path}>Back to writing</a>
      </ConsoleHead>
      {(faults.length > 0 || gaps.length > 0) && (
        <Notice kind="warn" className="mb-6 max-w-160">
          <ul className="text-sm">
            {faults.map(({ line, text: fault }) => (
              <li key={line}>
                Line {line}: {fault}
              </li>
            ))}
            {gaps.map((gap) => (
              <li key={gap}>{gap}</li>
            ))}
          </ul>
        </Notice>
      )}
      <section className="grid gap-x-12 gap-y-6 border-y border-ink py-5 lg:grid-cols-3">
        <div>
          <h2 className="mb-2 text-base leading-6">Try it</h2>
          <p className="mb-3 text-sm text-ink-2">One copy, to {email} and nobody else.</p>
          <ActForm action={sendTest} about={about}>
            Send me a test
          </ActForm>
        </div>
        <div>
          <h2 className="mb-2 text-base leading-6">Send it later</h2>
          <ScheduleForm
            action={schedule}
            issue={about.issue}
            utcNow={inZone(now, 'UTC')}
            zone={{ name: zone, now: inZone(now, zone) }}
          />
        </div>
        <div>
          <h2 className="mb-2 text-base leading-6">Send it now</h2>
          {noAddress && (
            <p className="mb-3 text-sm text-ink-2">
              There is no postal address under it{demo ? '' : ', and without one it is not sent'}. It is set
              on the <a href="/operator/settings">settings page</a>.
            </p>
          )}
          <Confirm label={readers === 1 ? 'Send to one reader' : `Send to ${formatCount(readers)} readers`}>
            <p className="mb-3">Sending begins at once. It can be paused, and not taken back.</p>
            <ActForm action={schedule} about={about} kind="go" small>
              Send it now
            </ActForm>
          </Confirm>
        </div>
      </section>
      <h2 className="mt-8 mb-3 text-lg leading-7">Light</h2>
      <MailFrame title="The mail, light" html={html} />
      <h2 className="mt-8 mb-3 text-lg leading-7">Dark, as mail programs make it</h2>
      <MailFrame title="The mail, dark" html={html} dark />
      <h2 className="mt-8 mb-3 text-lg leading-7">Plain text</h2>
      <pre className="wrap-anywhere border border-rule bg-sheet p-5 text-sm leading-6 whitespace-pre-wrap">
        {text}
      </pre>
    </>
  );
}
