import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** `raw`: the message as it was sent. */
export type Received = Email & { envelopeTo: string[]; raw: Buffer };

export type TestMailServer = {
  url: string;
  received: Received[];
  /** What the server answers instead of taking mail, such as 550; undefined to take it. */
  refuseWith: (code: number | undefined) => void;
  stop: () => Promise<void>;
};

/** A real SMTP server on loopback that adds what it takes to `received`; on a free port, or on `port`. */
export async function startTestMailServer(port = 0, received: Received[] = []): Promise<TestMailServer> {
  let refusal: number | undefined;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onRcptTo(_, __, done) {
      done(refusal ? Object.assign(new Error('not now'), { responseCode: refusal }) : null);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        const raw = Buffer.concat(chunks);
        const envelopeTo = session.envelope.rcptTo.map(({ address }) => address);
        received.push({ ...(await PostalMime.parse(raw)), envelopeTo, raw });
        done();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
  const address = server.server.address();
  const used = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${used}`,
    received,
    refuseWith: (code) => {
      refusal = code;
    },
    stop: () => new Promise<void>((done) => server.close(() => done())),
  };
}
