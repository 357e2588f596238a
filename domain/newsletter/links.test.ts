import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressUrl,
  confirmUrl,
  isMarkOf,
  leaveAllUrl,
  oneClickUrl,
  preferencesUrl,
  readAddressLink,
  readConfirmLink,
  readLeaveLink,
  readPreferencesLink,
  unsubscribeUrl,
} from './links';

const link = { siteUrl: 'https://jobs.example', secret: 'the secret' };
const now = new Date('2026-11-21T12:00:00Z');
const paramsOf = (url: string) => Object.fromEntries(new URL(url).searchParams);
const reader = { subscriberId: 7, email: 'anna@kvarnen.example' };

const LINKS = {
  confirm: confirmUrl('a-signup', link, now).url,
  preferences: preferencesUrl(reader, link, now),
  address: addressUrl({ ...reader, newEmail: 'new@kvarnen.example' }, link, now).url,
  list: unsubscribeUrl({ subscriptionId: 7, deliveryId: 9 }, link),
  all: leaveAllUrl({ subscriberId: 7, deliveryId: 9 }, link),
};
const READERS = {
  confirm: readConfirmLink,
  preferences: readPreferencesLink,
  address: readAddressLink,
  list: readLeaveLink,
  all: readLeaveLink,
};

describe('a mailed link', () => {
  it('says what it said when it was made', () => {
    expect(readConfirmLink(paramsOf(LINKS.confirm), link.secret)).toEqual({
      signup: 'a-signup',
      until: new Date('2026-11-24T12:00:00Z'),
    });
    const opened = readPreferencesLink(paramsOf(LINKS.preferences), link.secret);
    expect(opened).toMatchObject({ subscriberId: 7, until: new Date('2026-12-21T12:00:00Z') });
    expect(isMarkOf(opened?.mark ?? '', reader.email)).toBe(true);
    expect(isMarkOf(opened?.mark ?? '', 'other@kvarnen.example')).toBe(false);
    expect(readAddressLink(paramsOf(LINKS.address), link.secret)).toMatchObject({
      subscriberId: 7,
      newEmail: 'new@kvarnen.example',
    });
    expect(readLeaveLink(paramsOf(LINKS.list), link.secret)).toEqual({ subscriptionId: 7, deliveryId: 9 });
    expect(readLeaveLink(paramsOf(LINKS.all), link.secret)).toEqual({ subscriberId: 7, deliveryId: 9 });
  });

  it('holds no address of its reader but the new one that they gave', () => {
    for (const [kind, url] of Object.entries(LINKS)) {
      expect(decodeURIComponent(url).includes('@'), kind).toBe(kind === 'address');
    }
  });

  it('opens nothing of another kind, and nothing with another secret', () => {
    const kinds = Object.keys(LINKS) as (keyof typeof LINKS)[];
    for (const kind of kinds) {
      expect(READERS[kind](paramsOf(LINKS[kind]), 'another secret')).toBeNull();
      for (const other of kinds.filter((one) => READERS[one] !== READERS[kind])) {
        expect(READERS[other](paramsOf(LINKS[kind]), link.secret), `${kind} as ${other}`).toBeNull();
      }
    }
    // One list is not all of them.
    const { list, mail, key } = paramsOf(LINKS.list);
    expect(readLeaveLink({ all: list, mail, key }, link.secret)).toBeNull();
  });

  it('is worth nothing once a letter of it was altered', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(LINKS) as (keyof typeof LINKS)[])),
        fc.nat(),
        fc.string({ minLength: 1 }),
        (kind, at, text) => {
          const params = paramsOf(LINKS[kind]);
          const names = Object.keys(params);
          const name = names[at % names.length] ?? '';
          const value = params[name] ?? '';
          const place = at % (value.length + 1);
          const altered = { ...params, [name]: value.slice(0, place) + text + value.slice(place) };
          expect(READERS[kind](altered, link.secret)).toBeNull();
        },
      ),
    );
    for (const params of [{}, { key: '' }, { list: ['7'], mail: '9', key: 'x' }]) {
      expect(readLeaveLink(params, link.secret)).toBeNull();
    }
  });

  it('has an address for one click that says the same', () => {
    const url = new URL(oneClickUrl(LINKS.list));
    expect(url.pathname).toBe('/newsletter/unsubscribe/one-click');
    expect(url.search).toBe(new URL(LINKS.list).search);
  });
});
