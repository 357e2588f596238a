import providers from 'email-providers/all.json' with { type: 'json' };

/** How long a mailed sign-in link works, in minutes. */
export const SIGN_IN_MINUTES = 15;
/** How long after its last use a browser stays signed in, in days. */
export const SESSION_DAYS = 30;
/** How recent the sign-in must be for the operator's pages, in hours. */
export const FRESH_HOURS = 12;

const MAX_ADDRESS = 254;
const MAX_LOCAL = 64;
/** RFC 5322 dot-atom, of ASCII: what every mail server takes. */
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/**
 * One address in the form under which it is stored and compared: lower case, the host in ASCII (IDNA). Null for
 * anything else, above all for text that one reader takes for one address and another for two. Addresses that
 * a provider delivers to one box (dots, "+tag") stay apart: which do is the provider's own affair.
 */
export function normaliseEmail(text: string): string | null {
  const address = text.normalize('NFKC').trim().toLowerCase();
  const at = address.indexOf('@');
  if (at < 1 || at !== address.lastIndexOf('@') || address.length > MAX_ADDRESS) return null;
  const local = address.slice(0, at);
  const host = asciiHost(address.slice(at + 1));
  if (!host || local.length > MAX_LOCAL || !LOCAL.test(local)) return null;
  return `${local}@${host}`;
}

function asciiHost(host: string): string | null {
  if (/[^\p{L}\p{M}\p{N}.-]/u.test(host)) return null;
  const ascii = URL.parse(`http://${host}/`)?.hostname;
  return ascii && HOST.test(ascii) ? ascii : null;
}

/** What is wrong with a text that is not one address, and how to mend it. */
export function emailFault(text: string): string {
  const [, host = ''] = text.trim().split('@');
  if (text.trim() === '') return 'Give your address, such as you@company.example.';
  if (!text.includes('@')) return 'There is no @ in it. It should look like you@company.example.';
  if (!host.includes('.')) return 'The address stops after the @. Add the rest, such as company.example.';
  return 'This is not one e-mail address. It should look like you@company.example.';
}

/** The host of a normalised address. */
export function emailDomain(email: string): string {
  return email.slice(email.indexOf('@') + 1);
}

const PUBLIC_DOMAINS = new Set(providers as string[]);

/** Whether anybody can have an address there, so that it says nothing about an employer. */
export function isPublicMailDomain(domain: string): boolean {
  const labels = domain.split('.');
  return labels.some((_, from) => PUBLIC_DOMAINS.has(labels.slice(from).join('.')));
}

/** Whether a sign-in at `signedInAt` still opens the operator's pages. */
export function isFreshSignIn(signedInAt: Date, now: Date): boolean {
  return now.getTime() - signedInAt.getTime() < FRESH_HOURS * 3_600_000;
}
