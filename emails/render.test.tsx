import { describe, expect, it } from 'vitest';
import type { MailData, MailKind } from '@/domain/mail/input';
import { LETTERS } from './letters';
import { renderMail } from './render';

const site = { name: 'Rolecall', url: 'https://jobs.example' };
const url = 'https://jobs.example/go?token=t0k3n&next=%2Femployer';
const HOSTILE = '<script>alert(1)</script> "Ünï\r\nBcc: evil@evil.example" & 日本';
const offer = { title: HOSTILE, url };
const order = { plan: HOSTILE, offerTitle: HOSTILE, url: '/employer/orders/1' };

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
  'offer-expiring': { daysLeft: 5, offers: [{ ...offer, until: '2026-03-01T12:00:00Z' }] },
  'offer-expired': { offers: [{ ...offer, views: 1_234, applies: 1, days: 30 }] },
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
