import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';

/** Set by us on every request, so that what a client sends under this name is never read. */
const PEER_HEADER = 'x-peer-address';

/**
 * From now on every request to this process's HTTP servers carries the address that its connection comes
 * from; a route handler has no other way to learn it.
 */
export function markPeerAddresses(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[PEER_HEADER] = request.socket.remoteAddress ?? '';
  });
}

/**
 * Where a request comes from, as a key for rate limits: the address of the connection, or the one that
 * a trusted proxy in front names in X-Forwarded-For. `trustedProxies` is a comma-separated list of addresses
 * and ranges such as `127.0.0.1, 10.0.0.0/8`; from anyone else the header counts for nothing. An IPv6
 * address is cut to its /64 network, which is what one visitor gets. `unknown` where nothing is known.
 */
export function clientAddress(headers: Headers, trustedProxies: string | undefined): string {
  const trusted = toBlockList(trustedProxies);
  const forwarded = headers.get('x-forwarded-for')?.split(',') ?? [];
  // Each proxy appends the address that it was called from: the first stranger from the right is the client.
  const hops = [...forwarded, headers.get(PEER_HEADER) ?? ''].map(normalise).filter(isIP);
  const client = hops.findLast((hop) => !trusted.check(hop, isIPv6(hop) ? 'ipv6' : 'ipv4')) ?? hops[0];
  if (client === undefined) return 'unknown';
  return isIPv6(client) ? `${expandIPv6(client).slice(0, 4).join(':')}::/64` : client;
}

function toBlockList(list: string | undefined): BlockList {
  const blocks = new BlockList();
  for (const entry of list?.split(',') ?? []) {
    const [address = '', bits] = entry.trim().split('/');
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    if (!isIP(address)) continue;
    if (bits === undefined) blocks.addAddress(address, family);
    else if (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 'ipv4' ? 32 : 128)) {
      blocks.addSubnet(address, Number(bits), family);
    }
  }
  return blocks;
}

/** Without brackets, port and zone; an IPv4 address that came over an IPv6 socket is IPv4. */
function normalise(text: string): string {
  const address = text
    .trim()
    .replace(/^\[([^\]]*)\](?::\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/%.*$/, '');
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
}

function expandIPv6(address: string): string[] {
  const [head = '', tail] = address.toLowerCase().split('::');
  const groups = (part: string | undefined) => (part ? part.split(':') : []);
  const front = groups(head);
  const back = groups(tail);
  const missing = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  return [...front, ...Array<string>(missing).fill('0'), ...back].map((group) =>
    group.replace(/^0+(?=.)/, ''),
  );
}
