import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireOperator } from '@/app/session';
import { AnswerForm } from '@/components/operator/answer-form';
import { ConsoleHead } from '@/components/operator/console-head';
import { EventList } from '@/components/operator/event-list';
import { FactTable } from '@/components/operator/fact-table';
import { Moment } from '@/components/operator/moment';
import { Button } from '@/components/ui/button';
import { Confirm } from '@/components/ui/confirm';
import { Status } from '@/components/ui/status';
import { database } from '@/db/pool';
import { findEnquiry } from '@/domain/enquiries/queries';
import { listEventsOf } from '@/domain/operator/audit';
import { idParam } from '@/domain/operator/input';
import { answer, remove, reopen } from '../actions';
import { serviceTitles } from '../service-titles';

export const metadata: Metadata = { title: 'Enquiry' };

const EVENTS_SHOWN = 50;

export default async function EnquiryPage({ params }: { params: Promise<{ id: string }> }) {
  const { id: typed } = await params;
  await requireOperator(`/operator/enquiries/${typed}`);
  const id = idParam(typed);
  if (id === null) notFound();
  const [enquiry, titles, events] = await Promise.all([
    findEnquiry(database(), id),
    serviceTitles(),
    listEventsOf(database(), 'enquiry', id, EVENTS_SHOWN),
  ]);
  if (!enquiry) notFound();
  const { name, email, company, budget, message, createdAt, answeredAt, answeredBy } = enquiry;
  const service = titles[enquiry.service] ?? enquiry.service;
  const subject = encodeURIComponent(`Your enquiry: ${service}`);
  return (
    <>
      <ConsoleHead title={<span className="wrap-anywhere">{name}</span>} note={service}>
        <Status kind={answeredAt ? 'good' : 'warn'}>{answeredAt ? 'Answered' : 'Waiting'}</Status>
      </ConsoleHead>
      <FactTable
        rows={[
          [
            'E-mail',
            <a
              key="mail"
              className="wrap-anywhere"
              href={`mailto:${encodeURIComponent(email)}?subject=${subject}`}
            >
              {email}
            </a>,
          ],
          ['Company', company],
          ['Budget', budget],
          ['Received', <Moment key="at" at={createdAt} />],
          [
            'Answered',
            answeredAt && (
              <>
                <Moment at={answeredAt} /> by {answeredBy ?? 'somebody who has left'}
              </>
            ),
          ],
        ]}
      />
      <p className="mt-6 max-w-160 border-l-2 border-rule pl-4 wrap-anywhere whitespace-pre-line">
        {message}
      </p>
      <section className="mt-10 max-w-160 border-t-2 border-ink pt-4">
        <h2>{answeredAt ? 'Your note' : 'Answered?'}</h2>
        {!answeredAt && (
          <p className="mt-1.5 text-sm text-ink-2">
            Answer by mail; the portal keeps no correspondence. The note is for you and other operators.
          </p>
        )}
        <AnswerForm action={answer} id={String(id)} note={enquiry.note} isAnswered={answeredAt !== null} />
        <div className="mt-5 flex flex-wrap items-start gap-x-6 gap-y-2 text-sm">
          {answeredAt && (
            <form action={reopen}>
              <input type="hidden" name="id" value={id} />
              <button type="submit" className="link-button">
                Have it wait again
              </button>
            </form>
          )}
          <Confirm label="Delete it">
            <p>
              The enquiry goes for good, with its address and your note. That is also what to do when somebody
              asks you to forget them.
            </p>
            <form action={remove} className="mt-3">
              <input type="hidden" name="id" value={id} />
              <Button small kind="ink" type="submit">
                Delete it
              </Button>
            </form>
          </Confirm>
        </div>
      </section>
      <section className="mt-10">
        <h2 className="mb-3">What happened</h2>
        <EventList events={events} />
      </section>
    </>
  );
}
