import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, expect, it } from 'vitest';
import { createBulkMailer } from './bulk-mailer';

let server: SMTPServer;
let taken: string[] = [];
let begun: string[] = [];
let connections = 0;
let bytes = 0;

afterEach(() => new Promise<void>((done) => server.close(() => done())));

async function listen(options: SMTPServerOptions = {}): Promise<string> {
  taken = [];
  begun = [];
  connections = 0;
  bytes = 0;
  server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 1,
    onConnect(_, done) {
      connections += 1;
      done();
    },
    onData(stream, { envelope }, done) {
      const to = envelope.rcptTo[0]?.address ?? '';
      begun.push(to);
      stream.on('error', () => {});
      stream.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      stream.on('end', () => {
        taken.push(to);
        done();
      });
    },
    ...options,
  });
  server.on('error', () => {});
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.server.address();
  return `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

const mail = (to: string) => ({
  sender: 'jobs@jobs.example',
  to,
  message: Buffer.from(`To: ${to}\r\n\r\n.\r\n${'x'.repeat(70)}\r\n`.repeat(500)),
});

it('ends the message only after the commit, when the server has all the rest', async () => {
  const mailer = createBulkMailer({ url: `smtp://${await listen()}` });
  const letter = mail('a@a.example');
  const outcome = await mailer.hand(letter, async () => {
    while (bytes < letter.message.length - 100) await new Promise((look) => setImmediate(look));
    // An end that was sent too would be there by now.
    for (let turns = 0; turns < 50; turns++) await new Promise((turn) => setImmediate(turn));
    expect(taken).toEqual([]);
    return true;
  });
  expect(outcome).toEqual({ kind: 'sent' });
  expect(taken).toEqual(['a@a.example']);
  mailer.close();
});

it('withdraws what may not leave, and the server throws it away', async () => {
  const mailer = createBulkMailer({ url: `smtp://${await listen()}` });
  expect(await mailer.hand(mail('a@a.example'), async () => false)).toEqual({ kind: 'withdrawn' });
  expect(await mailer.hand(mail('b@a.example'), async () => true)).toEqual({ kind: 'sent' });
  expect(taken).toEqual(['b@a.example']);
  mailer.close();
});

it('throws what the commit throws, and nothing has left', async () => {
  const mailer = createBulkMailer({ url: `smtp://${await listen()}` });
  const failing = mailer.hand(mail('a@a.example'), () => Promise.reject(new Error('no database')));
  await expect(failing).rejects.toThrow('no database');
  expect(taken).toEqual([]);
});

it('keeps connections, and goes on with one after a refusal', async () => {
  const url = await listen({
    onRcptTo({ address }, _, done) {
      const refused = address.startsWith('no');
      done(refused ? Object.assign(new Error('5.1.1 unknown'), { responseCode: 550 }) : null);
    },
  });
  const mailer = createBulkMailer({ url: `smtp://${url}` });
  const outcomes: string[] = [];
  for (const to of ['a@a.example', 'no@a.example', 'b@a.example']) {
    outcomes.push((await mailer.hand(mail(to), async () => true)).kind);
  }
  expect(outcomes).toEqual(['sent', 'refused', 'sent']);
  expect(connections).toBe(1);
  mailer.close();
});

it('signs in where the address says so; what it may not do is no reader’s fault', async () => {
  const url = await listen({
    disabledCommands: ['STARTTLS'],
    authOptional: false,
    allowInsecureAuth: true,
    onAuth({ username, password }, _, done) {
      if (username === 'jobs' && password === 'p@ss word') done(null, { user: 'jobs' });
      else done(new Error('wrong password'));
    },
  });
  const right = createBulkMailer({ url: `smtp://jobs:${encodeURIComponent('p@ss word')}@${url}` });
  expect(await right.hand(mail('a@a.example'), async () => true)).toEqual({ kind: 'sent' });
  right.close();
  for (const address of [`smtp://jobs:wrong@${url}`, `smtp://${url}`]) {
    const wrong = createBulkMailer({ url: address });
    expect(await wrong.hand(mail('a@a.example'), async () => true)).toMatchObject({ kind: 'trouble' });
    wrong.close();
  }
});

it('tells a refused sender from a refused reader', async () => {
  const url = await listen({
    onMailFrom(_, __, done) {
      done(Object.assign(new Error('5.7.1 not you'), { responseCode: 550 }));
    },
  });
  const mailer = createBulkMailer({ url: `smtp://${url}` });
  const outcome = await mailer.hand(mail('a@a.example'), async () => true);
  expect(outcome).toMatchObject({ kind: 'trouble', reason: expect.stringContaining('not you') });
});
