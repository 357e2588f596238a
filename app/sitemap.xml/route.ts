import { answerSitemap } from '@/app/sitemaps/answer-sitemap';
import { loadSitemapParts } from '@/app/sitemaps/loaders';
import { writeSitemapIndex } from '@/app/sitemaps/write-sitemap';
import { env } from '@/lib/env';

// SITE_URL is not known to the build.
export const dynamic = 'force-dynamic';

export async function GET(): Promise<Response> {
  const folder = `${env().SITE_URL}/sitemaps`;
  const parts = await loadSitemapParts();
  return answerSitemap(
    writeSitemapIndex([
      { url: `${folder}/pages.xml`, changedAt: null },
      ...parts.map(({ kind, part, changedAt }) => ({ url: `${folder}/${kind}-${part}.xml`, changedAt })),
    ]),
  );
}
