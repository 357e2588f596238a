import { describe, expect, it } from 'vitest';
import { companyDomain, companyKey, companyWebsite } from './rules';

describe('companyKey', () => {
  it.each([
    [
      [
        'Żabka Polska Sp. z o.o.',
        'ZABKA POLSKA',
        'Żabka Polska sp. z o. o.',
        'Żabka  Polska spółka z ograniczoną odpowiedzialnością',
      ],
    ],
    [['Acme, Inc.', 'ACME Inc', 'acme', 'Acme L.L.C.', 'Acme Ltd.', 'Acme Corporation']],
    [['Müller GmbH & Co. KG', 'Muller', 'Müller GmbH']],
    [['Škoda Auto a.s.', 'Skoda Auto']],
    [['Nestlé S.A.', 'Nestle']],
    [['McDonald’s', "McDonald's", 'McDonalds']],
    [['ООО «Ромашка»', 'Ромашка']],
    [['腾讯科技有限公司', '腾讯科技']],
    [['Booking.com B.V.', 'Booking.com']],
  ])('%j are one company', (names) => {
    expect(new Set(names.map(companyKey)).size).toBe(1);
  });

  it.each([
    ['Coalition', 'Coalition Technologies'],
    ['C', 'C++'],
    ['Delta', 'Delta Air Lines'],
    ['Yandex', 'Яндекс'],
  ])('%s is not %s', (one, other) => {
    expect(companyKey(one)).not.toBe(companyKey(other));
  });

  it.each(['AG', 'S.A.', '!!!', '™', 'Inc.'])('keeps something of %s', (name) => {
    expect(companyKey(name)).not.toBe('');
  });
});

describe('companyDomain', () => {
  const posting = 'https://himalayas.app/companies/acme/jobs/1';
  it.each([
    ['https://www.acme.example/', 'acme.example'],
    ['http://careers.Acme.example/jobs?x=1', 'acme.example'],
    ['acme.example', 'acme.example'],
    ['https://blog.acme.co.uk', 'blog.acme.co.uk'],
    ['https://himalayas.app/companies/acme', null],
    ['https://boards.greenhouse.io/acme', null],
    ['https://www.linkedin.com/company/acme', null],
    ['https://cdn-images.himalayas.app/abc', null],
    ['https://localhost/', null],
    ['https://127.0.0.1/', null],
    ['javascript:alert(1)', null],
    ['not an address', null],
    [{ url: 'https://acme.example' }, null],
  ])('%j: %s', (address, domain) => {
    expect(companyDomain([address], posting)).toBe(domain);
  });

  it('takes the first address that is the company’s own', () => {
    expect(companyDomain(['https://linkedin.com/company/acme', null, 'https://acme.example'], posting)).toBe(
      'acme.example',
    );
  });

  it('does not take a board it has never heard of for the company', () => {
    expect(companyDomain(['https://board.example/c/acme'], 'https://board.example/jobs/1')).toBeNull();
    expect(companyDomain(['https://acme.example/'], 'https://acme.example/jobs/1')).toBe('acme.example');
  });
});

describe('companyWebsite', () => {
  it('is the address that the domain was read from', () => {
    expect(companyWebsite(['https://linkedin.com/company/acme', 'www.acme.example/en'], 'acme.example')).toBe(
      'https://www.acme.example/en',
    );
    expect(companyWebsite(['https://acme.example'], null)).toBeNull();
  });
});
