import { describe, expect, it } from 'vitest';
import type { MailData, MailKind } from '@/domain/mail/input';
import { LETTERS } from './letters';
import { renderMail } from './render';

const site = { name: 'Rolecall', url: 'https://jobs.example' };
const url = 'https://jobs.example/go?token=t0k3n&next=%2Femployer';
const HOSTILE = '<script>alert(1)</script> "Ünï\r\nBcc: evil@evil.example" & 日本';
const offer = { title: HOSTILE, url };
const order = { plan: HOSTILE, offerTitle: HOSTILE, url: '/employer/orders/1' };
const footer = { leaveUrl: url, preferencesUrl: url, postalAddress: HOSTILE };

const enquiry = { service: HOSTILE, name: HOSTILE, company: HOSTILE, budget: HOSTILE, message: HOSTILE };

/** One of each kind, in the worst of words; a kind that is missing here does not compile. */
const MAILS: { [Kind in MailKind]: Omit<Extract<MailData, { kind: Kind }>, 'kind'> } = {
  'sign-in': { url, expiresAt: '2026-03-01T12:00:00Z', draftTitle: HOSTILE },
  'email-change': { url, newEmail: 'new@kvarnen.example', side: 'old' },
  'email-changed': { newEmail: 'new@kvarnen.example' },
  'account-deleted': {},
  invitation: { url, company: HOSTILE, role: 'owner', invitedBy: HOSTILE },
  'claim-received': { company: HOSTILE, email: 'anna@kvarnen.example' },
  'claim-of-colleague': { company: HOSTILE, email: HOSTILE },
  'claim-decided': { company: HOSTILE, granted: false },
  'offer-published': { offer, expiresAt: '2026-03-01T12:00:00Z' },
  'offer-stopped': { offer, how: 'suspended', reason: HOSTILE },
  'roll-call': { offers: [offer, offer], closesAt: '2026-03-01T12:00:00Z' },
  'roll-call-silent': { offers: [offer] },
  'offer-expiring': { daysLeft: 5, offers: [{ ...offer, until: '2026-03-01T12:00:00Z', chosen: true }] },
  'offer-expired': {
    offers: [{ ...offer, views: 1_234, applies: 1, days: 30, paidUntil: '2026-03-01T12:00:00Z' }],
  },
  'offer-turned-down': { offer, reason: HOSTILE, returned: 'money' },
  receipt: { ...order, amount: 14_900, currency: 'EUR', until: '2026-03-01T12:00:00Z', credits: 0 },
  'payment-failed': order,
  'payment-refunded': { ...order, amount: 14_900, currency: 'JPY', how: 'returned' },
  dispute: {
    step: 'open',
    company: HOSTILE,
    plan: HOSTILE,
    amount: 14_900,
    currency: 'EUR',
    url: '/operator/orders/1',
  },
  'refund-failed': {
    company: HOSTILE,
    plan: HOSTILE,
    amount: 14_900,
    currency: 'EUR',
    isTaken: true,
    url: '/operator/orders/1',
  },
  'newsletter-confirm': {
    url,
    expiresAt: '2026-03-01T12:00:00Z',
    signup: 'one',
    items: [HOSTILE, 'The newsletter'],
    footer: { ...footer, preferencesUrl: null },
  },
  'newsletter-welcome': { items: [HOSTILE], footer },
  'newsletter-preferences': { url, expiresAt: '2026-03-01T12:00:00Z', why: 'full', footer },
  'newsletter-address': {
    url,
    expiresAt: '2026-03-01T12:00:00Z',
    oldEmail: 'old@kvarnen.example',
    footer: { leaveUrl: null, preferencesUrl: null, postalAddress: '' },
  },
  'newsletter-goodbye': { how: 'left', footer },
  'job-alert': {
    search: HOSTILE,
    frequency: 'daily',
    since: '2026-03-01T12:00:00Z',
    offers: Array.from({ length: 20 }, () => ({
      ...offer,
      company: HOSTILE,
      place: HOSTILE,
      pay: { amount: '24 000–31 000 PLN', terms: 'B2B, net + VAT, a month' },
      level: 'Senior',
      workplace: HOSTILE,
      featured: true,
      answer: 'Confirmed open today',
    })),
    more: 12,
    moreCapped: true,
    seeAllUrl: url,
    leaveAllUrl: url,
    footer,
  },
  enquiry: { ...enquiry, email: 'anna@kvarnen.example', url: '/operator/enquiries/1' },
  'enquiry-received': { ...enquiry, answerDays: 2 },
};

describe.each(Object.keys(LETTERS) as MailKind[])('%s', (kind) => {
  const data = { kind, ...MAILS[kind] } as MailData;

  it('says the same as HTML and as text, with its links whole', async () => {
    const { html, text } = await renderMail(data, site);
    if (JSON.stringify(data).includes(url)) {
      expect(html).toContain(url.replaceAll('&', '&amp;'));
      expect(text).toContain(url);
    }
    expect(text.length).toBeGreaterThan(80);
    // Mail programs cut what is longer (Gmail: 102 kB).
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
    expect(html).toContain('lang="en"');
  });

  it('lets no word of a user become markup or a header', async () => {
    const { subject, html } = await renderMail(data, site);
    expect(html).not.toContain('<script');
    expect(subject).not.toMatch(/[\r\n]/);
    expect(subject.length).toBeGreaterThan(5);
  });
});
