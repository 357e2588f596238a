import { describe, expect, it } from 'vitest';
import { readPublicUrl } from './public-url';

describe('readPublicUrl', () => {
  it.each([
    ['https://jobs.example.com/1?a=b', 'https://jobs.example.com/1?a=b'],
    [' http://EXAMPLE.com ', 'http://example.com/'],
    ['https://8.8.8.8/', 'https://8.8.8.8/'],
    ['https://[2a00:1450:4001::1]/', 'https://[2a00:1450:4001::1]/'],
    ['https://пример.рф/', 'https://xn--e1afmkfd.xn--p1ai/'],
  ])('%s may be linked to', (text, href) => {
    expect(readPublicUrl(text)).toEqual({ ok: true, href });
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,x',
    'ftp://example.com/',
    'mailto:a@example.com',
    '//example.com/',
    '/jobs/1',
    'example.com',
    '',
    'https://',
    'https://user:secret@example.com/',
    `https://example.com/${'a'.repeat(2_000)}`,
  ])('%s is no http(s) address', (text) => {
    expect(readPublicUrl(text)).toEqual({ ok: false, fault: 'scheme' });
  });

  it.each([
    'http://localhost:3000/',
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://0/',
    'http://10.1.2.3/',
    'http://172.31.0.1/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.64.0.1/',
    'http://[::1]/',
    'http://[::]/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://[64:ff9b::a00:1]/',
    'http://intranet/',
    'http://db.internal/',
    'http://printer.local/',
    'http://localhost./',
    'http://a.localhost/',
    'http://224.0.0.1/',
    'http://[2002:a00:1::]/',
  ])('%s is private', (text) => {
    expect(readPublicUrl(text)).toEqual({ ok: false, fault: 'private' });
  });
});
