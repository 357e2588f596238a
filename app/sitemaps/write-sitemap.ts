/** `changedAt` in ISO 8601; left out of the file where it is not truly known. */
export type SitemapUrl = { url: string; changedAt: string | null };

/** A sitemap of pages (https://www.sitemaps.org/protocol.html); needs at least one. */
export function writeSitemap(urls: SitemapUrl[]): string {
  return write('urlset', 'url', urls);
}

/** A sitemap that names other sitemaps. */
export function writeSitemapIndex(urls: SitemapUrl[]): string {
  return write('sitemapindex', 'sitemap', urls);
}

function write(root: string, item: string, urls: SitemapUrl[]): string {
  const items = urls.map(({ url, changedAt }) => {
    const lastmod = changedAt ? `<lastmod>${escapeXml(changedAt)}</lastmod>` : '';
    return `<${item}><loc>${escapeXml(url)}</loc>${lastmod}</${item}>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${items.join('')}</${root}>
`;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function escapeXml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
