import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { createUser } from '@/db/factories';
import { enquiry } from '@/db/schema/enquiries';
import { event } from '@/db/schema/portal';
import { textRevision } from '@/db/schema/texts';
import { useTestDatabase } from '@/dev/testing/database';
import { dropQueuedMail, listQueuedMail } from '@/dev/testing/queued-mail';
import { writeSetting } from '@/domain/settings/settings';
import { DomainError } from '@/lib/errors';
import { answerEnquiry, deleteEnquiry, forgetEnquiries, reopenEnquiry, sendEnquiry } from './commands';
import { type EnquiryInput, enquiryInput } from './input';
import { exportEnquiries, findEnquiry, listEnquiries } from './queries';

const test = useTestDatabase();
const now = new Date('2026-03-02T12:00:00Z');
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const olga = { actor: 'user:olga', now: later(1) };

const input: EnquiryInput = {
  name: 'Anna Nowak',
  email: 'anna@kvarnen.example',
  company: 'Kvarnen',
  service: 'web-development',
  budget: 'medium',
  message: 'We need a timetable on the web.\n\nBy spring.',
};

beforeEach(async () => {
  await test.db.execute(sql`truncate enquiry, event, setting, text_revision, app_user cascade`);
  await dropQueuedMail(test.db);
  await test.db.insert(textRevision).values({
    kind: 'service',
    slug: 'web-development',
    content: {
      title: 'Web development',
      summary: '',
      fromPrice: '',
      work: '',
      steps: '',
      price: '',
      questions: '',
    },
    actor: 'system',
    createdAt: now,
    updatedAt: now,
    publishedAt: now,
  });
  await createUser(test.db, { id: 'olga', email: 'olga@rolecall.example', operatorSince: now });
});

function send(fields: Partial<EnquiryInput> = {}, seal = 'seal', at = now) {
  return sendEnquiry(
    test.db,
    { ...input, ...fields },
    { seal, now: at, operatorEmail: 'boss@rolecall.example' },
  );
}

async function ids(): Promise<number[]> {
  return (await exportEnquiries(test.db)).map(({ id }) => id);
}

async function events(): Promise<string[]> {
  return (await test.db.select().from(event).orderBy(event.id)).map(({ type, actor }) => `${type} ${actor}`);
}

describe('an enquiry', () => {
  it('is kept, and mailed to every operator and back to who wrote it', async () => {
    await send();
    const [kept] = await exportEnquiries(test.db);
    expect(kept).toMatchObject({ ...input, budget: '5\u00a0000 to 20\u00a0000 EUR', answeredAt: null });
    const mails = await listQueuedMail(test.db);
    expect(mails.map(({ to, mail }) => `${mail.kind} ${to}`).sort()).toEqual([
      'enquiry boss@rolecall.example',
      'enquiry olga@rolecall.example',
      'enquiry-received anna@kvarnen.example',
    ]);
    expect(mails.find(({ mail }) => mail.kind === 'enquiry')?.mail).toMatchObject({
      service: 'Web development',
      email: 'anna@kvarnen.example',
      message: input.message,
      url: `/operator/enquiries/${kept?.id}`,
    });
    expect(await events()).toEqual(['enquiry.received system']);
  });

  it('promises an answer in as many days as the owner says', async () => {
    await writeSetting(test.db, 'enquiryAnswerDays', 5, now);
    await send();
    const [{ mail } = {}] = (await listQueuedMail(test.db)).filter(({ to }) => to === input.email);
    expect(mail).toMatchObject({ kind: 'enquiry-received', answerDays: 5 });
  });

  it('is one, however often the same form is sent, at once too', async () => {
    await Promise.all(Array.from({ length: 5 }, () => send()));
    await send({}, 'seal', later(1));
    expect(await ids()).toHaveLength(1);
    expect(await listQueuedMail(test.db)).toHaveLength(3);
  });

  it('is another one with other words, or in another form', async () => {
    await send();
    await send({ message: 'We need it by summer, in fact.' });
    await send({}, 'another seal');
    expect(await ids()).toHaveLength(3);
  });

  it('leaves nothing behind where a part of it fails', async () => {
    const failing = test.db.transaction(async (tx) => {
      await sendEnquiry(tx, input, { seal: 's', now, operatorEmail: undefined });
      throw new Error('the database went away');
    });
    await expect(failing).rejects.toThrow('went away');
    expect(await ids()).toEqual([]);
    expect(await listQueuedMail(test.db)).toEqual([]);
  });

  it('is refused for a service that is not offered', async () => {
    await expect(send({ service: 'it-recruitment' })).rejects.toThrow(DomainError);
    await writeSetting(test.db, 'showServices', false, now);
    await expect(send()).rejects.toThrow(DomainError);
    expect(await ids()).toEqual([]);
  });
});

describe('the operator', () => {
  it('marks it as answered with a note, once, and may change the note', async () => {
    await send();
    const [id = 0] = await ids();
    expect(await answerEnquiry(test.db, id, 'Called her.', olga)).toBe(true);
    expect(await answerEnquiry(test.db, id, 'Called her.', { actor: 'user:ben', now: later(2) })).toBe(false);
    const answered = { answeredAt: olga.now.toISOString(), answeredBy: 'olga@rolecall.example' };
    expect(await findEnquiry(test.db, id)).toMatchObject({ ...answered, note: 'Called her.' });
    expect(await answerEnquiry(test.db, id, 'She took it.', { actor: 'user:ben', now: later(2) })).toBe(true);
    expect(await findEnquiry(test.db, id)).toMatchObject({ ...answered, note: 'She took it.' });
    expect(await events()).toEqual([
      'enquiry.received system',
      'enquiry.answered user:olga',
      'enquiry.answered user:ben',
    ]);
  });

  it('has it wait again', async () => {
    await send();
    const [id = 0] = await ids();
    expect(await reopenEnquiry(test.db, id, olga)).toBe(false);
    await answerEnquiry(test.db, id, 'Called her.', olga);
    expect(await reopenEnquiry(test.db, id, olga)).toBe(true);
    expect(await findEnquiry(test.db, id)).toMatchObject({ answeredAt: null, answeredBy: null });
  });

  it('deletes it for good', async () => {
    await send();
    const [id = 0] = await ids();
    expect(await deleteEnquiry(test.db, id, olga)).toBe(true);
    expect(await deleteEnquiry(test.db, id, olga)).toBe(false);
    expect(await findEnquiry(test.db, id)).toBeNull();
    expect((await events()).slice(1)).toEqual(['enquiry.deleted user:olga']);
  });

  it('sees who waits longest first, and who was answered last first', async () => {
    for (const n of [0, 1, 2, 3]) await send({ name: `Person ${n}` }, `seal ${n}`, later(n));
    const all = (await ids()).reverse();
    await answerEnquiry(test.db, all[0] ?? 0, '', { ...olga, now: later(5) });
    await answerEnquiry(test.db, all[3] ?? 0, '', { ...olga, now: later(6) });
    const names = async (answered: boolean, page = 1) =>
      (await listEnquiries(test.db, { answered, page, lines: 10 })).lines.map(({ name }) => name);
    expect(await names(false)).toEqual(['Person 1', 'Person 2']);
    expect(await names(true)).toEqual(['Person 3', 'Person 0']);
    expect(await listEnquiries(test.db, { answered: false, page: 2, lines: 1 })).toMatchObject({
      lines: [{ name: 'Person 2' }],
      total: 2,
    });
  });
});

describe('after its time', () => {
  it('is forgotten so many days after its answer, or its arrival if it never got one', async () => {
    await send({ name: 'Never answered' }, 'a');
    await send({ name: 'Answered late' }, 'b');
    await send({ name: 'New' }, 'c', later(20));
    const late = await test.db.select().from(enquiry).where(eq(enquiry.name, 'Answered late'));
    await answerEnquiry(test.db, late[0]?.id ?? 0, '', { ...olga, now: later(10) });
    expect(await forgetEnquiries(test.db, { enquiryDays: 30 }, later(29.9))).toBe(0);
    expect(await forgetEnquiries(test.db, { enquiryDays: 30 }, later(30))).toBe(1);
    expect(await forgetEnquiries(test.db, { enquiryDays: 30 }, later(30))).toBe(0);
    expect((await exportEnquiries(test.db)).map(({ name }) => name)).toEqual(['New', 'Answered late']);
    await forgetEnquiries(test.db, { enquiryDays: 30 }, later(40));
    expect((await exportEnquiries(test.db)).map(({ name }) => name)).toEqual(['New']);
  });
});

describe('what the form takes', () => {
  const faults = (fields: Record<string, unknown>) =>
    enquiryInput.safeParse({ ...input, ...fields }).error?.issues.map(({ path }) => path[0]) ?? [];

  it('is tidied', () => {
    expect(
      enquiryInput.parse({
        ...input,
        name: ' Anna\r\nBcc: everybody ',
        email: ' Anna@KVARNEN.example',
        company: undefined,
        message: 'One line.\r\nTwo.\u0000 \r\n',
      }),
    ).toEqual({
      ...input,
      name: 'Anna Bcc: everybody',
      email: 'anna@kvarnen.example',
      company: '',
      message: 'One line.\nTwo.',
    });
  });

  it.each([
    ['name', ''],
    ['name', ' \u200b '],
    ['name', 'longer than 120 '.repeat(8)],
    ['email', 'anna'],
    ['email', 'anna@kvarnen.example, ben@kvarnen.example'],
    ['email', undefined],
    ['company', 'longer than 120 '.repeat(8)],
    ['service', 'plumbing'],
    ['budget', 'toString'],
    ['message', 'Hello'],
    ['message', new Blob()],
  ])('names %s where it is %j', (field, value) => {
    expect(faults({ [field]: value })).toEqual([field]);
  });

  it('names a message that is too long', () => {
    expect(faults({ message: 'x'.repeat(5_001) })).toEqual(['message']);
    expect(faults({ message: 'x'.repeat(5_000) })).toEqual([]);
  });

  it('names all that is wrong at once, in the order of the form', () => {
    expect(faults({ name: '', email: '', message: '' })).toEqual(['name', 'email', 'message']);
  });
});
