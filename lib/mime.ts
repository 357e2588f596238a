import { randomBytes } from 'node:crypto';
import addressParser from 'nodemailer/lib/addressparser/index.js';
import mimeWords from 'nodemailer/lib/mime-funcs/index.js';
import quotedPrintable from 'nodemailer/lib/qp/index.js';

export type Draft = {
  /** As in MAIL_FROM. */
  from: string;
  subject: string;
  html: string;
  text: string;
  /** Strings that stand in both for what differs from one reader to the next, each with its name. */
  marks?: Record<string, string>;
};

export type Copy = {
  to: string;
  messageId: string;
  date: Date;
  headers?: Record<string, string>;
  /** What takes the place of each mark, as plain text. */
  values?: Record<string, string>;
};

/** One mail to many: `copy` makes the complete message of one reader, ready for SMTP. */
export type Compiled = { sender: string; copy: (copy: Copy) => Buffer };

type Piece = string | { mark: string; html: boolean };

/**
 * Builds a message (RFC 5322, plain text and HTML as quoted-printable) once, so that each copy costs no more than
 * filling in what is the reader's own. A mark has encoded lines to itself, whatever is filled in.
 */
export function compileMessage({ from, subject, html, text, marks = {} }: Draft): Compiled {
  const boundary = `=_${randomBytes(12).toString('hex')}`;
  const [{ name, address } = { name: '', address: from }] = addressParser(from, { flatten: true });
  const top = [
    header('From', name ? `${quote(name)} <${address}>` : address),
    header('Subject', mimeWords.encodeWords(subject.replaceAll(/\s+/g, ' ').trim(), 'Q', 52)),
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative;\r\n boundary="${boundary}"`,
  ].join('\r\n');
  const part = (type: string) =>
    `\r\n--${boundary}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`;
  const pieces: Piece[] = [
    part('text/plain'),
    ...cut(text, marks, false),
    part('text/html'),
    ...cut(html, marks, true),
    `\r\n--${boundary}--\r\n`,
  ];
  return {
    sender: address,
    copy({ to, messageId, date, headers = {}, values = {} }) {
      const own = [
        header('To', to),
        `Message-ID: <${messageId}>`,
        `Date: ${date.toUTCString().replace('GMT', '+0000')}`,
        ...Object.entries(headers).map(([key, value]) => header(key, value)),
      ].join('\r\n');
      const body = pieces.map((piece) => (typeof piece === 'string' ? piece : fill(piece, values))).join('');
      return Buffer.from(`${top}\r\n${own}\r\n${body}`);
    },
  };
}

/** No value of ours begins a header of its own. */
function header(name: string, value: string): string {
  const line = `${name}: ${value.replaceAll(/[\r\n]+/g, ' ')}`;
  // A folded address of a page is no address any more.
  return value.includes('://') ? line : mimeWords.foldLines(line, 76);
}

function quote(name: string): string {
  return /[^\x20-\x7e]/.test(name)
    ? mimeWords.encodeWord(name, 'Q', 52)
    : `"${name.replaceAll(/["\\]/g, '')}"`;
}

/** The soft line break is no part of the text (RFC 2045, 6.7). */
const SOFT_BREAK = '=\r\n';

function cut(text: string, marks: Record<string, string>, html: boolean): Piece[] {
  let pieces: Piece[] = [text.replaceAll(/\r?\n/g, '\r\n')];
  for (const [mark, sign] of Object.entries(marks)) {
    pieces = pieces.flatMap((piece) =>
      typeof piece === 'string'
        ? piece.split(sign).flatMap((part, n): Piece[] => (n === 0 ? [part] : [{ mark, html }, part]))
        : [piece],
    );
  }
  return pieces.map((piece) => {
    if (typeof piece !== 'string') return piece;
    const encoded = encodeLines(piece);
    return piece === pieces.at(-1) || encoded === '' ? encoded : encoded + SOFT_BREAK;
  });
}

function fill({ mark, html }: { mark: string; html: boolean }, values: Record<string, string>): string {
  const value = values[mark] ?? '';
  return encodeLines(html ? escapeAttribute(value) : value) + SOFT_BREAK;
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

function encodeLines(text: string): string {
  return quotedPrintable.wrap(quotedPrintable.encode(text));
}
