import { hash } from 'node:crypto';
import { SMTPServer } from 'smtp-server';

/** Shares (0 to 1) of what the server refuses. */
export type Refusals = {
  /** With 4xx, at random: the next try may fare better. */
  forNow: number;
  /** With 5xx, always the same addresses. */
  forGood: number;
};

export type MailLedger = {
  url: string;
  /** How many whole messages were taken for each address. */
  taken: Map<string, number>;
  refused: { forNow: number; forGood: number };
  /** Hangs up on everybody and takes no connection, until `open`. */
  close: () => Promise<void>;
  open: () => Promise<void>;
};

/** Whether the server refuses all mail to that address. */
export function isRefusedForGood(address: string, share: number): boolean {
  return chance(address) < share;
}

/** A mail server on loopback that keeps books: what counts is a message whose end was answered with 250. */
export async function startMailLedger({ forNow, forGood }: Refusals): Promise<MailLedger> {
  const taken = new Map<string, number>();
  const refused = { forNow: 0, forGood: 0 };
  let calls = 0;
  let port = 0;
  let server = createServer();

  /** Undefined to take it. The answer comes to the recipient or, for every other address, to the message. */
  function refusalOf(address: string, to: 'recipient' | 'message'): Error | undefined {
    const early = chance(`early ${address}`) < 0.5;
    if (early !== (to === 'recipient')) return undefined;
    if (isRefusedForGood(address, forGood)) {
      refused.forGood += 1;
      return answer(550, '5.1.1 no such mailbox');
    }
    calls += 1;
    if (chance(`${calls} ${address}`) >= forNow) return undefined;
    refused.forNow += 1;
    return answer(451, '4.7.1 not now');
  }

  function createServer(): SMTPServer {
    const made = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      closeTimeout: 1,
      onRcptTo({ address }, _, done) {
        done(refusalOf(address, 'recipient'));
      },
      onData(stream, { envelope }, done) {
        stream.on('error', () => {});
        stream.on('data', () => {});
        stream.on('end', () => {
          const addresses = envelope.rcptTo.map(({ address }) => address);
          const refusal = addresses.map((address) => refusalOf(address, 'message')).find(Boolean);
          if (refusal) return done(refusal);
          for (const address of addresses) taken.set(address, (taken.get(address) ?? 0) + 1);
          done();
        });
      },
    });
    made.on('error', () => {});
    return made;
  }

  function listen(): Promise<void> {
    return new Promise((ready) => server.listen(port, '127.0.0.1', ready));
  }

  await listen();
  const address = server.server.address();
  port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    refused,
    close: () => new Promise<void>((done) => server.close(() => done())),
    async open() {
      server = createServer();
      await listen();
    },
  };
}

function answer(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

/** The same number between 0 and 1 for the same text. */
function chance(text: string): number {
  return Number.parseInt(hash('sha256', text, 'hex').slice(0, 8), 16) / 2 ** 32;
}
