import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { PayFigures } from '@/domain/market/rules';
import type { OfferRow as Offer, OfferPay } from '@/domain/offers/rules';
import { OfferRow } from './offer-row';

const figures: PayFigures = {
  scale: { min: 0, max: 100_000 },
  overall: {},
  byRole: { backend: { senior: { offers: 8, p25: 48_000, median: 55_000, p75: 63_000 } } },
};
const pay: OfferPay = {
  contract: 'b2b',
  statedMin: 5_000_00,
  statedMax: 6_000_00,
  currency: 'EUR',
  period: 'month',
  tax: 'net_vat',
  yearlyEurMin: 60_000,
  yearlyEurMax: 72_000,
};
const offer: Offer = {
  id: 7,
  slug: 'go-developer-7',
  title: 'Go developer',
  company: { id: 1, slug: 'tarnica', name: 'Tarnica <Pay>' },
  role: { slug: 'backend', title: 'Backend developer' },
  seniority: 'senior',
  workplace: 'hybrid',
  workplaceNote: '2 days a week',
  partTime: false,
  featured: false,
  places: [],
  skills: [],
  pay: [pay],
  publishedAt: '2026-11-01T00:00:00Z',
  expiresAt: '2026-12-01T00:00:00Z',
  confirmedAt: '2026-11-20T00:00:00Z',
};
const render = (change: Partial<Offer> = {}, known: PayFigures = figures) =>
  renderToStaticMarkup(<OfferRow offer={{ ...offer, ...change }} pay={known} today="2026-11-21" />);
const words = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' ');

describe('a row', () => {
  it('is one link, and says in words what it draws', () => {
    const html = render();
    expect(html.match(/<a /g)).toHaveLength(1);
    expect(html).toContain('href="/offers/go-developer-7"');
    expect(words(html)).toContain('Confirmed open yesterday');
    expect(words(html)).toContain('Level: Senior');
    expect(words(html)).toContain('Workplace: Hybrid');
    expect(words(html)).toContain('5 000–6 000 EUR B2B, net + VAT, a month');
    expect(html).toContain('Tarnica &lt;Pay&gt;');
  });

  it('draws pay and the median on the scale of the page', () => {
    expect(render()).toContain('--from:60%;--to:72%;--median:55%');
    const outside = { ...pay, yearlyEurMin: 90_000, yearlyEurMax: 400_000 };
    expect(render({ pay: [outside] })).toContain('--from:90%;--to:100%');
  });

  it('tells what similar offers pay where pay is not stated and enough of them say so', () => {
    expect(words(render({ pay: [] }))).toContain('Pay not stated similar roles: 48–63k EUR a year');
    const html = render({ pay: [], seniority: 'junior' });
    expect(words(html)).toContain('Pay not stated');
    expect(html).not.toContain('similar roles');
    expect(html).not.toContain('pay-bar');
  });

  it('stops at eight skills and says how many more there are', () => {
    const skills = Array.from({ length: 25 }, (_, i) => ({ slug: `s${i}`, name: `S${i}` }));
    expect(words(render({ skills }))).toContain('S0, S1, S2, S3, S4, S5, S6, S7 +17');
  });

  it('says so where the level is not known', () => {
    expect(words(render({ seniority: null }))).toContain('Level: Not stated');
  });
});
