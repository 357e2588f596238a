import { run as findSlip, POPULAR_DOMAINS } from '@zootools/email-spell-checker';
import { disposableEmailBlocklistSet } from 'disposable-email-domains-js';
import { emailDomain, emailFault, normaliseEmail } from '@/domain/accounts/rules';

/** Providers with names long enough to be mistyped recognisably, besides those that the spell checker knows. */
const PROVIDERS = [
  ...POPULAR_DOMAINS.filter((domain) => domain.indexOf('.') >= 4),
  ...['hotmail.com', 'outlook.com', 'yahoo.com', 'live.com', 'mail.com', 'email.com', 'fastmail.com'],
  ...['onet.pl', 'interia.pl', 'gazeta.pl', 'proton.me', 'posteo.de', 'seznam.cz', 'laposte.net'],
  ...[
    'hotmail.co.uk',
    'hotmail.fr',
    'outlook.de',
    'outlook.fr',
    'yahoo.co.uk',
    'yahoo.de',
    'yahoo.fr',
    'yahoo.pl',
  ],
];

export type CheckedAddress =
  | { email: string }
  /** It cannot be used; why, in a sentence. */
  | { fault: string }
  /** It looks like a slip of the finger: what was probably meant. */
  | { suggestion: string };

/**
 * An address as it was typed, checked before anything is sent there. A slip in the name of a common provider is
 * asked about once: with `kept`, what was typed is taken at its word. Addresses that vanish by design are
 * refused; slips come first, because somebody collects the mail of many of those names too.
 */
export function checkAddress(typed: string, { kept }: { kept: boolean }): CheckedAddress {
  const email = normaliseEmail(typed);
  if (!email) return { fault: emailFault(typed) };
  const suggestion = kept ? undefined : findSlip({ email, domains: PROVIDERS });
  // A guess at the ending alone (.co for .com) is wrong too often.
  if (suggestion && PROVIDERS.includes(suggestion.domain)) return { suggestion: suggestion.full };
  const domain = emailDomain(email);
  if (isDisposable(domain)) {
    return {
      fault: `${domain} gives out addresses that vanish, and mail to them comes back. Use one that you read.`,
    };
  }
  return { email };
}

let disposable: Set<string> | undefined;

function isDisposable(domain: string): boolean {
  disposable ??= disposableEmailBlocklistSet();
  const known = disposable;
  const labels = domain.split('.');
  return labels.some((_, from) => known.has(labels.slice(from).join('.')));
}
