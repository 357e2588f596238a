import { XMLParser } from 'fast-xml-parser';
import { expect, test } from './portal';

// What search engines, feed readers and monitors are given.

test('an open offer carries JobPosting data with what Google requires', async ({ page, request }) => {
  await page.goto('/offers?country=pl&pay=stated');
  const first = page.getByRole('main').getByRole('heading', { level: 3 }).getByRole('link').first();
  const href = await first.getAttribute('href');
  const html = await (await request.get(href ?? '')).text();
  const blocks = [...html.matchAll(/<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/gs)].map(
    (match) => JSON.parse(match[1] ?? ''),
  );
  const posting = blocks.flat().find((block) => block['@type'] === 'JobPosting');
  expect(posting).toMatchObject({
    title: expect.any(String),
    description: expect.any(String),
    datePosted: expect.any(String),
    validThrough: expect.any(String),
    hiringOrganization: { name: expect.any(String) },
    baseSalary: { currency: expect.any(String) },
  });
  expect(posting.jobLocation ?? posting.applicantLocationRequirements).toBeTruthy();
  // Lists carry none.
  expect(await (await request.get('/offers')).text()).not.toContain('"JobPosting"');
});

test('feeds carry the same search in three formats', async ({ request }) => {
  const query = '?role=backend&workplace=remote';
  const rss = await request.get(`/feeds/offers.rss${query}`);
  const items = new XMLParser().parse(await rss.text()).rss.channel.item;
  expect(items.length).toBeGreaterThan(0);
  const atom = await request.get(`/feeds/offers.atom${query}`);
  expect(new XMLParser().parse(await atom.text()).feed.entry.length).toBe(items.length);
  const json = await (await request.get(`/feeds/offers.json${query}`)).json();
  expect(json.items.length).toBe(items.length);
  expect(json.version).toMatch(/^https:\/\/jsonfeed\.org\//);
});

test('the sitemap leads to every open offer and no filtered page', async ({ request }) => {
  const parser = new XMLParser();
  const index = parser.parse(await (await request.get('/sitemap.xml')).text());
  const parts: { loc: string }[] = [index.sitemapindex.sitemap].flat();
  const urls: string[] = [];
  for (const part of parts) {
    const body = await (await request.get(new URL(part.loc).pathname)).text();
    urls.push(...[parser.parse(body).urlset.url].flat().map((url: { loc: string }) => url.loc));
  }
  const offers = urls.filter((url) => /\/offers\/./.test(url));
  expect(offers.length).toBeGreaterThan(500);
  expect(urls.some((url) => url.includes('?'))).toBe(false);
  const sample = offers.filter((_, index) => index % 97 === 0);
  for (const url of sample) expect((await request.get(new URL(url).pathname)).status(), url).toBe(200);
});

test('robots, health and headers', async ({ request }) => {
  const robots = await (await request.get('/robots.txt')).text();
  expect(robots).toContain('Sitemap: ');
  expect(await (await request.get('/api/health')).json()).toEqual({ status: 'ok' });
  const { headers } = { headers: (await request.get('/offers')).headers() };
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect((await request.get('/offers?q=java')).status()).toBe(200);
  expect(await (await request.get('/offers?q=java')).text()).toMatch(
    /<meta name="robots" content="noindex, ?follow"/,
  );
});

test('the internal door stays shut', async ({ request }) => {
  expect((await request.post('/api/internal/revalidate', { data: ['site'] })).status()).toBe(404);
});
