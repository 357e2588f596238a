import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, it } from 'vitest';
import { writeSitemap, writeSitemapIndex } from './write-sitemap';

function parse(xml: string) {
  expect(XMLValidator.validate(xml)).toBe(true);
  return new XMLParser({
    ignoreAttributes: false,
    isArray: (name) => name === 'url' || name === 'sitemap',
  }).parse(xml);
}

const changedAt = '2026-11-20T08:00:00.000Z';

it('lists pages with the date of their change, where that is known', () => {
  const { urlset } = parse(
    writeSitemap([
      { url: 'https://jobs.example.com/offers/go-42', changedAt },
      { url: 'https://jobs.example.com/', changedAt: null },
    ]),
  );
  expect(urlset['@_xmlns']).toBe('http://www.sitemaps.org/schemas/sitemap/0.9');
  expect(urlset.url).toEqual([
    { loc: 'https://jobs.example.com/offers/go-42', lastmod: changedAt },
    { loc: 'https://jobs.example.com/' },
  ]);
});

it('names other sitemaps', () => {
  const { sitemapindex } = parse(
    writeSitemapIndex([{ url: 'https://jobs.example.com/sitemaps/a.xml', changedAt }]),
  );
  expect(sitemapindex.sitemap).toEqual([
    { loc: 'https://jobs.example.com/sitemaps/a.xml', lastmod: changedAt },
  ]);
});

it('keeps any address as it is', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
      expect(parse(writeSitemap([{ url, changedAt: null }])).urlset.url[0].loc).toBe(url);
    }),
    { examples: [['https://jobs.example.com/?a=1&b=<2>"\'']] },
  );
});
