import { loadArchive } from '@/app/(public)/newsletter/archive/loaders';
import { loadServices } from '@/app/(public)/services/loaders';
import { answerSitemap } from '@/app/sitemaps/answer-sitemap';
import { loadSitemapPages } from '@/app/sitemaps/loaders';
import { writeSitemap } from '@/app/sitemaps/write-sitemap';
import { SITEMAP_KINDS, type SitemapKind } from '@/domain/offers/sitemap';
import { PAGE_SLUGS } from '@/domain/texts/input';
import { env } from '@/lib/env';

export const dynamic = 'force-dynamic';

const PATHS: Record<SitemapKind, string> = {
  offers: '/offers',
  roles: '/roles',
  skills: '/skills',
  companies: '/companies',
  places: '/locations',
};
/** Pages without rows of their own; when they changed is not recorded. */
const STATIC_PAGES = [
  '/',
  '/offers',
  '/roles',
  '/skills',
  '/companies',
  '/locations',
  '/salaries',
  '/how-it-works',
  '/pricing',
  '/newsletter',
  '/newsletter/archive',
  ...PAGE_SLUGS.map((slug) => `/${slug}`),
];

/** `pages.xml`, or one part of a kind of pages, such as `offers-0.xml`. */
export async function GET(_: Request, { params }: { params: Promise<{ part: string }> }): Promise<Response> {
  const { part: name } = await params;
  const { SITE_URL } = env();
  if (name === 'pages.xml') {
    const pages = [...STATIC_PAGES, ...(await servicePaths())].map((path) => ({ path, changedAt: null }));
    const issues = (await loadArchive()).map(({ slug, sentAt }) => ({
      path: `/newsletter/archive/${slug}`,
      changedAt: sentAt,
    }));
    return answerSitemap(
      writeSitemap(
        [...pages, ...issues].map(({ path, changedAt }) => ({ url: `${SITE_URL}${path}`, changedAt })),
      ),
    );
  }
  const match = /^([a-z]+)-(\d{1,6})\.xml$/.exec(name);
  const kind = SITEMAP_KINDS.find((known) => known === match?.[1]);
  if (!kind) return notFound();
  const pages = await loadSitemapPages(kind, Number(match?.[2]));
  if (pages.length === 0) return notFound();
  return answerSitemap(
    writeSitemap(
      pages.map(({ slug, changedAt }) => ({ url: `${SITE_URL}${PATHS[kind]}/${slug}`, changedAt })),
    ),
  );
}

/** None where no service is offered. */
async function servicePaths(): Promise<string[]> {
  const offered = await loadServices();
  return offered ? ['/services', ...offered.services.map(({ slug }) => `/services/${slug}`)] : [];
}

function notFound(): Response {
  return new Response('No such sitemap.\n', { status: 404 });
}
