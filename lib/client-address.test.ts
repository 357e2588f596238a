import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientAddress, markPeerAddresses } from './client-address';

function from(peer: string, forwarded?: string, trusted?: string): string {
  const headers = new Headers({ 'x-peer-address': peer });
  if (forwarded !== undefined) headers.set('x-forwarded-for', forwarded);
  return clientAddress(headers, trusted);
}

describe('clientAddress', () => {
  it('is the peer where no proxy is trusted, whatever it claims', () => {
    expect(from('203.0.113.7')).toBe('203.0.113.7');
    expect(from('203.0.113.7', '198.51.100.1')).toBe('203.0.113.7');
    expect(from('203.0.113.7', '198.51.100.1', '10.0.0.0/8')).toBe('203.0.113.7');
  });

  it('is the nearest stranger behind trusted proxies', () => {
    expect(from('127.0.0.1', '198.51.100.1', '127.0.0.1')).toBe('198.51.100.1');
    expect(from('127.0.0.1', '1.2.3.4, 198.51.100.1, 10.1.2.3', '127.0.0.1, 10.0.0.0/8')).toBe(
      '198.51.100.1',
    );
    expect(from('::1', '[2001:db8::1]:443', '::1')).toBe('2001:db8:0:0::/64');
  });

  it('is the outermost proxy where everyone is trusted', () => {
    expect(from('127.0.0.1', '10.9.9.9', '127.0.0.1,10.0.0.0/8')).toBe('10.9.9.9');
  });

  it('takes an IPv6 network for one visitor, and IPv4 over IPv6 for IPv4', () => {
    expect(from('2001:db8:1:2:aaaa::1')).toBe(from('2001:db8:1:2::ffff'));
    expect(from('2001:db8:1:2::1')).not.toBe(from('2001:db8:1:3::1'));
    expect(from('2001:0db8:0001:0002::1')).toBe('2001:db8:1:2::/64');
    expect(from('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
    expect(from('::ffff:203.0.113.7')).toBe('203.0.113.7');
  });

  it('reads past what is not an address', () => {
    expect(
      from('127.0.0.1', 'unknown, <script>, 198.51.100.1:8080, ', '127.0.0.1, nonsense/99, 10.0.0.0/99'),
    ).toBe('198.51.100.1');
    expect(from('')).toBe('unknown');
  });
});

describe('markPeerAddresses', () => {
  const server = createServer((request, response) => {
    const headers = Object.entries(request.headers).map(([key, value]): [string, string] => [
      key,
      String(value),
    ]);
    response.end(clientAddress(new Headers(headers), undefined));
  });
  beforeAll(async () => {
    markPeerAddresses();
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });
  afterAll(() => {
    server.close();
  });

  it('names the connection, and overrules a client that names another', async () => {
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}`, {
      headers: { 'x-peer-address': '198.51.100.1', 'x-forwarded-for': '198.51.100.2' },
    });
    expect(await answer.text()).toBe('127.0.0.1');
  });
});
