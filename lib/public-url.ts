import { BlockList, isIP } from 'node:net';

/** Addresses that lead to nobody, to this machine or into a private network (IANA special-purpose registries). */
const PRIVATE = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  PRIVATE.addSubnet(network, prefix, 'ipv4');
}
/** Of IPv6 only what is assigned for global use may be linked to. */
const GLOBAL6 = new BlockList();
GLOBAL6.addSubnet('2000::', 3, 'ipv6');
const SPECIAL6 = new BlockList();
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const) {
  SPECIAL6.addSubnet(network, prefix, 'ipv6');
}
const PRIVATE_NAMES =
  /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|private|home\.arpa)$/;
const MAX_LENGTH = 2_000;

export type PublicUrl = { ok: true; href: string } | { ok: false; fault: 'scheme' | 'private' };

/**
 * An address that a candidate may be sent to, in normal form: http or https, without a password, and not of
 * a private network by its name or number (names are not looked up). Otherwise what is wrong with it.
 */
export function readPublicUrl(text: string): PublicUrl {
  const url = text.length <= MAX_LENGTH ? URL.parse(text.trim()) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    return { ok: false, fault: 'scheme' };
  }
  return isPrivateHost(url.hostname) ? { ok: false, fault: 'private' } : { ok: true, href: url.href };
}

function isPrivateHost(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/^\[|\]$|\.$/g, '');
  const version = isIP(host);
  if (version === 4) return PRIVATE.check(host, 'ipv4');
  if (version === 6) return !GLOBAL6.check(host, 'ipv6') || SPECIAL6.check(host, 'ipv6');
  return !host.includes('.') || PRIVATE_NAMES.test(host);
}
