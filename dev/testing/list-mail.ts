/** Headers of which there may be one at most (RFC 5322, 3.6; RFC 2369, 3; RFC 2919, 3; RFC 8058, 3.1). */
const ONCE = [
  'from',
  'to',
  'subject',
  'date',
  'message-id',
  'mime-version',
  'content-type',
  'list-id',
  'list-unsubscribe',
  'list-unsubscribe-post',
];

const GMAIL_CUTS_AT = 102_000;

export type ListMailFacts = { headers: Map<string, string>; faults: string[] };

/**
 * What a careful mail server would find wrong with a mail of a list, as it came over SMTP: RFC 5322, 2369, 2919
 * and 8058, and what breaks a DKIM signature on its way (RFC 6376, 5.3 and 5.4.2).
 */
export function inspectListMail(message: Buffer): ListMailFacts {
  const raw = message.toString('latin1');
  const faults: string[] = [];
  const check = (isGood: boolean, fault: string) => {
    if (!isGood) faults.push(fault);
  };
  check(message.length < GMAIL_CUTS_AT, `${message.length} bytes`);
  check(!/(?<!\r)\n|\r(?!\n)/.test(raw), 'a line end that is not CRLF');
  for (const line of raw.split('\r\n')) check(line.length <= 998, `a line of ${line.length} octets`);

  const end = raw.indexOf('\r\n\r\n');
  const head = raw.slice(0, end);
  const fields = head.split(/\r\n(?![ \t])/).map((field) => {
    const colon = field.indexOf(':');
    const value = field.slice(colon + 1).replaceAll(/\r\n(?=[ \t])/g, '');
    return { name: field.slice(0, colon).toLowerCase(), value: value.trim() };
  });
  // A server that has to recode it breaks the signature.
  check(!/[^\x20-\x7e\r\n\t]/.test(head), 'a header that is not ASCII');
  for (const { name } of fields) check(/^[\x21-\x39\x3b-\x7e]+$/.test(name), `a header called ${name}`);
  for (const name of ONCE) {
    const times = fields.filter((field) => field.name === name).length;
    check(times === 1, `${name} ${times} times`);
  }
  const headers = new Map(fields.map(({ name, value }) => [name, value]));
  const get = (name: string) => headers.get(name) ?? '';
  check(/^<[\w.-]+\.[\w.-]+>$/.test(get('list-id')), `List-Id: ${get('list-id')}`);
  check(
    /^<https:\/\/[^\s<>,"]+>$/.test(get('list-unsubscribe')),
    `List-Unsubscribe: ${get('list-unsubscribe')}`,
  );
  check(
    get('list-unsubscribe-post') === 'List-Unsubscribe=One-Click',
    `List-Unsubscribe-Post: ${get('list-unsubscribe-post')}`,
  );
  check(/^<[^\s<>@]+@[^\s<>@]+>$/.test(get('message-id')), `Message-ID: ${get('message-id')}`);
  check(!Number.isNaN(Date.parse(get('date'))), `Date: ${get('date')}`);
  check(!get('to').includes(','), 'more than one recipient');

  const body = raw.slice(end + 4);
  const parts = [...body.matchAll(/^content-type: (text\/[a-z]+)/gim)].map(([, type]) => type);
  check(/^multipart\/alternative/.test(get('content-type')), `Content-Type: ${get('content-type')}`);
  check(parts.join() === 'text/plain,text/html', `parts: ${parts.join()}`);
  // Eight-bit text is recoded by servers without 8BITMIME, after it was signed.
  check(!/[^\x20-\x7e\r\n\t]/.test(body), 'a body that is not seven bits wide');
  return { headers, faults };
}
