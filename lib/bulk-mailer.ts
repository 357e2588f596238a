import { Readable } from 'node:stream';
import shared from 'nodemailer/lib/shared/index.js';
import SMTPConnection from 'nodemailer/lib/smtp-connection/index.js';

export type BulkMail = { sender: string; to: string; message: Buffer };

export type Outcome =
  | { kind: 'sent' }
  /** `commit` said no; the server has thrown away what it had of the message. */
  | { kind: 'withdrawn' }
  /** The server's answer. `lasting`: 5xx, to try again changes nothing; `unknown`: it is the address that does not work. */
  | { kind: 'refused'; reply: string; lasting: boolean; unknown: boolean }
  /** Not sent, and nobody's fault: the server is away, or turns us away. */
  | { kind: 'trouble'; reason: string }
  /** The whole message left, and no answer came: it may have arrived or not. */
  | { kind: 'uncertain'; reason: string };

export type BulkMailer = {
  /**
   * Hands one message over. `commit` is called when the server has all of it but its end; only if that resolves to
   * true is the message ended. Never throws, unless `commit` does.
   */
  hand: (mail: BulkMail, commit: () => Promise<boolean>) => Promise<Outcome>;
  close: () => void;
};

const PATIENCE_MS = 10_000;
const ANSWER_MS = 60_000;
/** An idle connection is given up before most servers do so. */
const IDLE_MS = 10_000;
const MOST_MAILS = 100;

type Line = {
  smtp: SMTPConnection;
  mails: number;
  /** Why it is of no use any more. */
  fault?: Error;
  onFault?: (error: Error) => void;
  idle?: NodeJS.Timeout;
};

/**
 * Mail by SMTP to many, over kept connections: as many as there are calls at once. Below nodemailer's transport,
 * because that one gives no say in when a message ends.
 */
export function createBulkMailer({ url }: { url: string }): BulkMailer {
  const options = {
    ...shared.parseConnectionUrl(url),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: ANSWER_MS,
  } as SMTPConnection.Options & { auth?: SMTPConnection.Credentials };
  const idle: Line[] = [];

  async function open(): Promise<Line> {
    const line: Line = { smtp: new SMTPConnection(options), mails: 0 };
    const lose = (error: Error) => {
      line.fault ??= error;
      line.onFault?.(error);
      const at = idle.indexOf(line);
      if (at >= 0) idle.splice(at, 1);
    };
    line.smtp.on('error', lose);
    line.smtp.on('end', () => lose(new Error('the connection ended')));
    await new Promise<void>((done, fail) => {
      line.onFault = fail;
      line.smtp.connect((error) => (error ? fail(error) : done()));
    });
    // The end is a few bytes by itself: it must not wait until the rest was acknowledged.
    line.smtp._socket.setNoDelay(true);
    const { auth } = options;
    if (auth?.user) {
      await new Promise<void>((done, fail) => {
        line.onFault = fail;
        line.smtp.login(auth, (error) => (error ? fail(error) : done()));
      });
    }
    return line;
  }

  function keep(line: Line): void {
    if (line.fault) return;
    if (line.mails >= MOST_MAILS) {
      line.smtp.quit();
      return;
    }
    line.idle = setTimeout(() => {
      idle.splice(idle.indexOf(line), 1);
      line.smtp.quit();
    }, IDLE_MS);
    line.idle.unref();
    idle.push(line);
  }

  return {
    async hand(mail, commit) {
      let line = idle.pop();
      try {
        clearTimeout(line?.idle);
        line ??= await open();
      } catch (error) {
        return { kind: 'trouble', reason: wordsOf(error) };
      }
      const { outcome, clean } = await send(line, mail, commit);
      line.mails += 1;
      if (clean) keep(line);
      else line.smtp.close();
      return outcome;
    },
    close() {
      for (const line of idle.splice(0)) {
        clearTimeout(line.idle);
        line.smtp.quit();
      }
    },
  };
}

/** `clean`: the connection is ready for another message. */
async function send(
  line: Line,
  { sender, to, message }: BulkMail,
  commit: () => Promise<boolean>,
): Promise<{ outcome: Outcome; clean: boolean }> {
  const held = holdBack(line, message, commit);
  const error = await new Promise<SMTPConnection.SMTPError | null>((done) => {
    const end = (fault: SMTPConnection.SMTPError | null) => {
      held.answered = true;
      done(fault);
    };
    line.onFault = end;
    if (line.fault) return end(line.fault);
    line.smtp.send({ from: sender, to: [to], size: message.length }, held.stream, end);
  });
  // What was asked for may still be on its way to the database.
  await held.asked;
  if (held.failure) throw held.failure;
  if (!error) return { outcome: { kind: 'sent' }, clean: true };
  if (held.withdrawn) return { outcome: { kind: 'withdrawn' }, clean: false };
  const outcome = judge(error, held.ended);
  const clean = outcome.kind === 'refused' && (await reset(line));
  return { outcome, clean };
}

/** A stream of the message whose end waits for `commit`; that is asked when all before it was read. */
function holdBack(line: Line, message: Buffer, commit: () => Promise<boolean>) {
  let begun = false;
  const held = {
    /** Set before anything more is read: what the server refuses early is read all the same, to be rid of it. */
    answered: false,
    ended: false,
    withdrawn: false,
    failure: undefined as unknown,
    asked: undefined as Promise<void> | undefined,
    stream: new Readable({
      // Nothing is read ahead.
      highWaterMark: 1,
      read() {
        if (held.answered) this.destroy();
        else if (!begun) {
          begun = true;
          this.push(message);
        } else held.asked ??= ask();
      },
    }),
  };
  async function ask(): Promise<void> {
    try {
      held.withdrawn = !(await commit());
    } catch (error) {
      held.failure = error;
    }
    if (line.fault || held.failure || held.withdrawn) held.stream.destroy(new Error('withdrawn'));
    else {
      held.ended = true;
      held.stream.push(null);
    }
  }
  return held;
}

function reset({ smtp, fault }: Line): Promise<boolean> {
  if (fault) return Promise.resolve(false);
  return new Promise((done) => smtp.reset((error) => done(!error)));
}

/** The status of RFC 3463 in an answer such as "550 5.1.1 no such user". */
const STATUS = /^\d{3}[ -](\d)\.(\d{1,3})\.\d{1,3}\b/;

function judge(error: SMTPConnection.SMTPError, ended: boolean): Outcome {
  const { responseCode: code = 0, command = '' } = error;
  const reply = (error.response ?? '').replaceAll(/\s+/g, ' ').slice(0, 300);
  // What the server says of the sender or of itself (421, RFC 5321, 3.8) is not about this reader.
  if (code < 400 || code === 421 || (command !== 'RCPT TO' && command !== 'DATA')) {
    return ended
      ? { kind: 'uncertain', reason: wordsOf(error) }
      : { kind: 'trouble', reason: wordsOf(error) };
  }
  const [, , subject] = STATUS.exec(reply) ?? [];
  // 1: address, 2: mailbox; of the others, such as 7 for policy, another mail may fare better.
  const unknown = subject === undefined ? command === 'RCPT TO' : subject === '1' || subject === '2';
  return { kind: 'refused', reply, lasting: code >= 500, unknown: code >= 500 && unknown };
}

function wordsOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ').slice(0, 300);
}
