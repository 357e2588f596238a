import { hash } from 'node:crypto';
import { isSigned, sign } from '@/lib/secret';
import { CONFIRM_DAYS, PREFERENCES_DAYS } from './rules';

export type LinkPorts = {
  /** Origin of the portal, without a trailing slash. */
  siteUrl: string;
  secret: string;
};

/** A query string as a page or a route has it. */
export type LinkParams = Record<string, unknown>;

const DAY_S = 86_400;

/**
 * Links that we mail, each good for one thing. Opening one changes nothing; the page behind it has a button.
 * What they name is signed with what it is for, so that a link of one kind opens nothing of another.
 */
function makeUrl(
  path: string,
  fields: Record<string, string | number>,
  { siteUrl, secret }: LinkPorts,
): string {
  const entries = Object.entries(fields).map(([name, value]): [string, string] => [name, String(value)]);
  const key = sign(message(path, entries), secret);
  return `${siteUrl}${path}?${new URLSearchParams([...entries, ['key', key]])}`;
}

/** The fields of an address of ours; null where it was altered or made up. */
function readUrl<Name extends string>(
  path: string,
  names: readonly Name[],
  params: LinkParams,
  secret: string,
): Record<Name, string> | null {
  const entries: [Name, string][] = [];
  for (const name of names) {
    const value = params[name];
    if (typeof value !== 'string') return null;
    entries.push([name, value]);
  }
  const { key } = params;
  if (typeof key !== 'string' || !isSigned(message(path, entries), key, secret)) return null;
  return Object.fromEntries(entries) as Record<Name, string>;
}

function message(path: string, entries: [string, string][]): string {
  return `${path} ${new URLSearchParams(entries)}`;
}

function inDays(now: Date, days: number): number {
  return Math.floor(now.getTime() / 1_000) + days * DAY_S;
}

/** When a link that says `until` ends. */
function endOf(until: string): Date {
  return new Date(Number(until) * 1_000);
}

const CONFIRM = '/newsletter/confirm';

/** Confirms one signup, for `CONFIRM_DAYS`. */
export function confirmUrl(signup: string, link: LinkPorts, now: Date): { url: string; until: Date } {
  const until = inDays(now, CONFIRM_DAYS);
  return { url: makeUrl(CONFIRM, { signup, until }, link), until: endOf(String(until)) };
}

export function readConfirmLink(params: LinkParams, secret: string): { signup: string; until: Date } | null {
  const read = readUrl(CONFIRM, ['signup', 'until'], params, secret);
  return read && { signup: read.signup, until: endOf(read.until) };
}

const PREFERENCES = '/newsletter/preferences';

type Reader = { subscriberId: number; email: string };

/** Opens somebody's preferences, for `PREFERENCES_DAYS`, and as long as the address is theirs. */
export function preferencesUrl({ subscriberId, email }: Reader, link: LinkPorts, now: Date): string {
  const fields = { s: subscriberId, of: mark(email), until: inDays(now, PREFERENCES_DAYS) };
  return makeUrl(PREFERENCES, fields, link);
}

/** Whose preferences, and whether the address may still open them is left to `isMarkOf`. */
export function readPreferencesLink(
  params: LinkParams,
  secret: string,
): { subscriberId: number; mark: string; until: Date } | null {
  const read = readUrl(PREFERENCES, ['s', 'of', 'until'], params, secret);
  return read && { subscriberId: Number(read.s), mark: read.of, until: endOf(read.until) };
}

/** Whether a link was mailed to that address: after a change of address, old ones are dead. */
export function isMarkOf(given: string, email: string): boolean {
  return given === mark(email);
}

function mark(email: string): string {
  return hash('sha256', email, 'base64url').slice(0, 12);
}

const ADDRESS = '/newsletter/preferences/address';

/** Makes an address somebody's new one, for `CONFIRM_DAYS`; mailed to that address only. */
export function addressUrl(
  { subscriberId, email, newEmail }: Reader & { newEmail: string },
  link: LinkPorts,
  now: Date,
): { url: string; until: Date } {
  const until = inDays(now, CONFIRM_DAYS);
  const fields = { s: subscriberId, of: mark(email), to: newEmail, until };
  return { url: makeUrl(ADDRESS, fields, link), until: endOf(String(until)) };
}

export function readAddressLink(
  params: LinkParams,
  secret: string,
): { subscriberId: number; mark: string; newEmail: string; until: Date } | null {
  const read = readUrl(ADDRESS, ['s', 'of', 'to', 'until'], params, secret);
  return read && { subscriberId: Number(read.s), mark: read.of, newEmail: read.to, until: endOf(read.until) };
}

const LEAVE = '/newsletter/unsubscribe';
const ONE_CLICK = `${LEAVE}/one-click`;

/** What a link leaves: one list, or all of somebody's. `deliveryId`: the mail it was in; 0 where not counted. */
export type Leaving = { deliveryId: number } & ({ subscriptionId: number } | { subscriberId: number });

/** Leads to leaving one list. It never ends: whoever finds an old mail can still leave. */
export function unsubscribeUrl(
  { subscriptionId, deliveryId = 0 }: { subscriptionId: number; deliveryId?: number },
  link: LinkPorts,
): string {
  return makeUrl(LEAVE, { list: subscriptionId, mail: deliveryId }, link);
}

/** Leads to leaving every list. It never ends. */
export function leaveAllUrl(
  { subscriberId, deliveryId = 0 }: { subscriberId: number; deliveryId?: number },
  link: LinkPorts,
): string {
  return makeUrl(LEAVE, { all: subscriberId, mail: deliveryId }, link);
}

/** The address for one click (RFC 8058) of a page of the two above. */
export function oneClickUrl(pageUrl: string): string {
  return pageUrl.replace(`${LEAVE}?`, `${ONE_CLICK}?`);
}

/** What an address of either kind leaves; null where it was altered or made up. */
export function readLeaveLink(params: LinkParams, secret: string): Leaving | null {
  const one = readUrl(LEAVE, ['list', 'mail'], params, secret);
  if (one) return { subscriptionId: Number(one.list), deliveryId: Number(one.mail) };
  const all = readUrl(LEAVE, ['all', 'mail'], params, secret);
  return all && { subscriberId: Number(all.all), deliveryId: Number(all.mail) };
}
