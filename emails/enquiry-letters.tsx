import { Fragment } from 'react';
import { answerTime } from '@/domain/enquiries/rules';
import { Action, Letter, Line, Paragraph } from './letter';
import type { Writers } from './writer';

type Said = { service: string; name: string; company: string; budget: string; message: string };

/** Who writes to the portal's owner about a service. */
export const ENQUIRY_LETTERS: Writers<'enquiry' | 'enquiry-received'> = {
  enquiry: ({ email, url, ...said }, site) => ({
    subject: `Enquiry: ${said.service}, ${said.company || said.name}`,
    replyTo: email,
    body: (
      <Letter
        site={site}
        preview={said.message.slice(0, 140)}
        heading={`${said.service}: an enquiry`}
        reason="You get this because you run the portal."
      >
        <Paragraph>Answer this mail: your reply goes to {email}.</Paragraph>
        <Facts {...said} email={email} />
        <Words message={said.message} />
        <Action href={new URL(url, site.url).href}>Mark it as answered</Action>
      </Letter>
    ),
  }),
  'enquiry-received': ({ answerDays, ...said }, site) => ({
    subject: `Your enquiry: ${said.service}`,
    body: (
      <Letter
        site={site}
        preview={`You have an answer within ${answerTime(answerDays)}.`}
        heading="Your enquiry has arrived"
        reason="You get this because your address was given with an enquiry. If that was not you, do nothing: no other mail follows from it but an answer."
      >
        <Paragraph>
          A person reads it, and answers within {answerTime(answerDays)}. This is your copy.
        </Paragraph>
        <Facts {...said} />
        <Words message={said.message} />
      </Letter>
    ),
  }),
};

function Facts({ service, name, company, budget, email }: Said & { email?: string }) {
  const facts = [
    ['Service', service],
    ['Name', name],
    ['E-mail', email],
    ['Company', company],
    ['Budget', budget],
  ].filter((fact): fact is [string, string] => Boolean(fact[1]));
  return (
    <Line>
      {facts.map(([what, value], index) => (
        <Fragment key={what}>
          {index > 0 && <br />}
          {what}: {value}
        </Fragment>
      ))}
    </Line>
  );
}

/** What was typed, its lines and paragraphs kept. */
function Words({ message }: { message: string }) {
  return message.split(/\n{2,}/).map((paragraph, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one letter, which never change places.
    <Paragraph key={index}>
      {paragraph.split('\n').map((words, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above.
        <Fragment key={line}>
          {line > 0 && <br />}
          {words}
        </Fragment>
      ))}
    </Paragraph>
  ));
}
