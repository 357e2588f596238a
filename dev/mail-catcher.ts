import { desc, lt, sql } from 'drizzle-orm';
import { SMTPServer } from 'smtp-server';
import { connect } from '@/db/client';
import { caughtMail } from '@/db/schema/accounts';
import { gather } from '@/worker/gather';

export type MailCatcher = { url: string; stop: () => Promise<void> };

const KEPT = 500;
const MOST_BYTES = 10_000_000;

/**
 * A mail server on loopback that sends nothing on: what it takes is kept in the database at `databaseUrl` and
 * shown at /dev/mail, the newest 500.
 */
export async function startMailCatcher(databaseUrl: string): Promise<MailCatcher> {
  const { db, close } = connect(databaseUrl, { max: 1 });

  // A newsletter's mails come faster than a database commits.
  const keep = gather(async (mails: { sender: string; recipients: string[]; raw: string }[]) => {
    await db.insert(caughtMail).values(mails.slice(-KEPT));
    const oldest = db
      .select({ id: caughtMail.id })
      .from(caughtMail)
      .orderBy(desc(caughtMail.id))
      .offset(KEPT - 1)
      .limit(1);
    await db.delete(caughtMail).where(lt(caughtMail.id, sql`(${oldest})`));
    return () => undefined;
  });

  const server = new SMTPServer({
    size: MOST_BYTES,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const sender = mailFrom ? mailFrom.address : '';
        const recipients = rcptTo.map(({ address }) => address);
        const raw = Buffer.concat(chunks).toString('utf8');
        keep({ sender, recipients, raw }).then(() => done(), done);
      });
    },
  });
  // A client that hangs up is no reason to end.
  server.on('error', () => {});
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    stop: async () => {
      await new Promise<void>((done) => server.close(() => done()));
      await close();
    },
  };
}
