import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import type { OfferRow } from '@/domain/offers/rules';
import { FEED_FORMATS, type FeedFormat, writeFeed } from './write-feed';

const site = { name: 'Rolecall', url: 'https://jobs.example.com' };
const now = new Date('2026-11-21T12:00:00Z');

function row(changes: Partial<OfferRow> = {}): OfferRow {
  return {
    id: 42,
    slug: 'go-developer-tarnica-42',
    title: 'Go developer',
    company: { id: 7, slug: 'tarnica', name: 'Tarnica' },
    role: { slug: 'backend', title: 'Backend developer' },
    seniority: 'senior',
    workplace: 'remote',
    workplaceNote: null,
    partTime: false,
    featured: false,
    places: [{ kind: 'country', slug: 'poland', name: 'Poland', countryCode: 'PL', use: 'applicant' }],
    skills: [{ slug: 'go', name: 'Go' }],
    pay: [
      {
        contract: 'b2b',
        statedMin: 2_400_000,
        statedMax: 3_100_000,
        currency: 'PLN',
        period: 'month',
        tax: 'net_vat',
        yearlyEurMin: 66_000,
        yearlyEurMax: 86_000,
      },
    ],
    publishedAt: '2026-11-20T08:00:00.000Z',
    expiresAt: '2026-12-20T08:00:00.000Z',
    confirmedAt: null,
    ...changes,
  };
}

function parse(xml: string) {
  expect(XMLValidator.validate(xml)).toBe(true);
  return new XMLParser({
    ignoreAttributes: false,
    parseTagValue: false,
    trimValues: false,
    isArray: (name) => ['item', 'entry', 'link', 'category'].includes(name),
  }).parse(xml);
}

/** Title, id and address of each item, as a reader of that format takes them. */
function readItems(format: FeedFormat, offers: OfferRow[]): { title: string; id: string; link: string }[] {
  const text = writeFeed(format, { site, query: '', offers, now });
  if (format === 'json') {
    const { items } = JSON.parse(text);
    return items.map((item: Record<string, string>) => ({ title: item.title, id: item.id, link: item.url }));
  }
  if (format === 'rss') {
    const items = parse(text).rss.channel.item ?? [];
    return items.map((item: Record<string, never>) => ({
      title: item.title ?? '',
      id: item.guid?.['#text'],
      link: item.link?.[0],
    }));
  }
  const entries = parse(text).feed.entry ?? [];
  return entries.map((entry: Record<string, never>) => ({
    title: unescapeHtml(entry.title?.['#text'] ?? ''),
    id: entry.id,
    link: entry.link?.[0]?.['@_href'],
  }));
}

function unescapeHtml(html: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return html.replaceAll(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? '');
}

const formats = Object.keys(FEED_FORMATS) as FeedFormat[];

describe.each(formats)('the %s feed', (format) => {
  it('lists the offers with an id that outlives their titles', () => {
    expect(readItems(format, [row()])).toEqual([
      {
        title: 'Go developer',
        id: 'https://jobs.example.com/offers/offer-42',
        link: 'https://jobs.example.com/offers/go-developer-tarnica-42',
      },
    ]);
    expect(readItems(format, [row({ slug: 'rust-developer-42', title: 'Rust developer' })])[0]?.id).toBe(
      'https://jobs.example.com/offers/offer-42',
    );
  });

  it.each([
    '</title><script>alert(1)</script>',
    'R&D <Lead> "quoted" \u2019 C++',
    'Starszy programista, Żółć',
    '高级后端工程师 👩‍💻',
    '&lt;b&gt; &amp;amp;',
  ])('keeps the title %j', (title) => {
    expect(readItems(format, [row({ title })])[0]?.title).toBe(title);
  });

  it('is well formed and drops what XML cannot carry, whatever the texts', () => {
    const text = fc.string({ unit: 'binary', minLength: 1 });
    fc.assert(
      fc.property(text, text, text, (title, company, skill) => {
        const hostile = row({
          title: `x${title}`,
          company: { id: 1, slug: 'c', name: company },
          skills: [{ slug: 's', name: skill }],
        });
        const [item] = readItems(format, [hostile, row()]);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
        expect(item?.title).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
      }),
      {
        examples: [
          [']]>', ']]>]]>', ']]>'],
          ['\u0000\u001b', '\ufffe', '\ud800'],
        ],
      },
    );
  });

  it('names itself and the list it belongs to', () => {
    const text = writeFeed(format, { site, query: 'q=c%2B%2B&role=backend', offers: [], now });
    const self = `https://jobs.example.com/feeds/offers.${format}?q=c%2B%2B&role=backend`;
    const list = 'https://jobs.example.com/offers?q=c%2B%2B&role=backend';
    if (format === 'json') {
      expect(JSON.parse(text)).toMatchObject({ feed_url: self, home_page_url: list, items: [] });
    } else if (format === 'rss') {
      const { channel } = parse(text).rss;
      expect(channel['atom:link']).toMatchObject({ '@_rel': 'self', '@_href': self });
      expect(channel.link).toEqual([list]);
    } else {
      expect(parse(text).feed.link).toEqual([
        { '@_rel': 'alternate', '@_href': list },
        { '@_rel': 'self', '@_href': self },
      ]);
    }
  });

  it('is the same text as long as the offers are', () => {
    const later = new Date('2026-11-21T13:00:00Z');
    for (const offers of [[], [row()]]) {
      expect(writeFeed(format, { site, query: '', offers, now })).toBe(
        writeFeed(format, { site, query: '', offers, now: later }),
      );
    }
  });

  it('says company, place, level and pay', () => {
    const text = writeFeed(format, { site, query: '', offers: [row()], now });
    expect(text).toContain(
      'Tarnica · anywhere in Poland · Senior · Remote · 24\u00a0000–31\u00a0000\u00a0PLN',
    );
  });
});
