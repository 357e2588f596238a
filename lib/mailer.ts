import { createTransport } from 'nodemailer';

export type Letter = {
  to: string;
  subject: string;
  html: string;
  /** The same in plain text. */
  text: string;
  /** Who gets the answer, where that is not the sender. */
  replyTo?: string;
  headers?: Record<string, string>;
};

export type Mailer = {
  /** Settles when the mail server has taken the letter. Throws `LetterRefused` where it never will. */
  send: (letter: Letter) => Promise<void>;
  close: () => void;
};

/** The server's answer was 5xx (RFC 5321, 4.2.1): to try again changes nothing. */
export class LetterRefused extends Error {
  override name = 'LetterRefused';
}

const PATIENCE_MS = 10_000;

/** Mail by SMTP at `url` (smtp: or smtps:), from `from`, over at most `connections` kept connections. */
export function createMailer({
  url,
  from,
  connections = 4,
}: {
  url: string;
  from: string;
  connections?: number;
}): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: connections,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: 3 * PATIENCE_MS,
    // What is mailed is ours; a path or address in it is never to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  } as Parameters<typeof createTransport>[0]);
  return {
    async send(letter) {
      try {
        // Addresses as objects: a comma in one can never make it two.
        const [to, replyTo] = [letter.to, letter.replyTo].map((address) => address && { name: '', address });
        await transport.sendMail({ from, ...letter, to, replyTo });
      } catch (error) {
        const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0;
        if (code >= 500) throw new LetterRefused(`the mail server answered ${code}`, { cause: error });
        throw error;
      }
    },
    close: () => transport.close(),
  };
}
