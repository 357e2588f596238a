import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inspectListMail } from '@/dev/testing/list-mail';
import { startTestMailServer, type TestMailServer } from '@/dev/testing/mail-server';
import type { ListFooter, MailData } from '@/domain/mail/input';
import { leaveAllUrl, oneClickUrl, preferencesUrl } from '@/domain/newsletter/links';
import { createMailer, type Mailer } from '@/lib/mailer';
import { sendMail } from './send-mail';

const site = { name: 'Zażółć & Sons', url: 'https://jobs.example' };
const link = { siteUrl: site.url, secret: 'secret' };
const now = new Date('2026-11-21T12:00:00Z');
const expiresAt = '2026-12-01T12:00:00Z';
const LONG = `Bäckend ${'or a very long search of somebody '.repeat(20)}`;
const leaveUrl = leaveAllUrl({ subscriberId: 12, deliveryId: 345 }, link);
const footer: ListFooter = {
  leaveUrl,
  preferencesUrl: preferencesUrl({ subscriberId: 12, email: 'anna@kvarnen.example' }, link, now),
  postalAddress: 'ul. Wzorcowa 7, 00-000 Łódź',
};
const url = 'https://jobs.example/newsletter/confirm?signup=a&until=1&key=b';

/** Every mail to subscribers that is no issue and no alert; those have tests of their own. */
const MAILS: MailData[] = [
  { kind: 'newsletter-confirm', url, expiresAt, signup: 'a', items: ['The newsletter', LONG], footer },
  { kind: 'newsletter-welcome', items: [LONG], footer },
  ...(['asked', 'already', 'full'] as const).map(
    (why): MailData => ({ kind: 'newsletter-preferences', url, expiresAt, why, footer }),
  ),
  { kind: 'newsletter-goodbye', how: 'left', footer },
];

let server: TestMailServer;
let mailer: Mailer;

beforeAll(async () => {
  server = await startTestMailServer();
  mailer = createMailer({ url: server.url, from: '"Zażółć" <no-reply@jobs.example>' });
});
afterAll(async () => {
  mailer.close();
  await server.stop();
});
beforeEach(() => {
  server.received.length = 0;
});

async function send(mail: MailData) {
  await sendMail({ mailer, site }, { to: 'anna@kvarnen.example', mail }, now);
  const [received] = server.received;
  if (!received) throw new Error('nothing arrived');
  return received;
}

describe.each(MAILS)('$kind', (mail) => {
  it('has nothing that a careful postmaster would object to', async () => {
    const { raw } = await send(mail);
    const { headers, faults } = inspectListMail(raw);
    expect(faults).toEqual([]);
    expect(headers.get('list-id')).toBe('<newsletter.jobs.example>');
    expect(headers.get('list-unsubscribe')).toBe(`<${oneClickUrl(leaveUrl)}>`);
  });

  it('says in text too why it came, how to leave, and where its sender lives', async () => {
    const { text = '', html = '' } = await send(mail);
    expect(text).toContain('You get this because');
    expect(text).toContain(leaveUrl);
    expect(html).toContain(leaveUrl.replaceAll('&', '&amp;'));
    expect(text).toContain('ul. Wzorcowa 7, 00-000 Łódź');
    if ('url' in mail) expect(text).toContain(mail.url);
  });
});

describe.each([
  { kind: 'newsletter-goodbye', how: 'deleted' },
  { kind: 'newsletter-goodbye', how: 'moved' },
  { kind: 'newsletter-address', url, expiresAt, oldEmail: 'old@kvarnen.example' },
] as const)('$kind, $how', (fields) => {
  it('offers nothing to leave to whom it is no longer, or not yet, anybody’s business', async () => {
    const closed = { ...footer, leaveUrl: null, preferencesUrl: null };
    const { headers, text } = await send({ ...fields, footer: closed });
    expect(headers.map(({ key }) => key).filter((key) => key.startsWith('list-'))).toEqual([]);
    expect(text).not.toContain('/newsletter/unsubscribe');
    expect(text).toContain('ul. Wzorcowa 7');
  });
});

it('a link that has died on the way is not sent', async () => {
  const late = new Date('2026-12-02T12:00:00Z');
  const confirm = MAILS[0];
  if (!confirm) throw new Error('no mail');
  expect(await sendMail({ mailer, site }, { to: 'anna@kvarnen.example', mail: confirm }, late)).toBeNull();
  expect(server.received).toEqual([]);
});
