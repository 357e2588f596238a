import { loadArchive } from '@/app/(public)/newsletter/archive/loaders';
import { loadSite } from '@/app/site';
import { answerFeed } from '../answer-feed';
import { writeNewsletterFeed } from '../write-newsletter-feed';

export const dynamic = 'force-dynamic';

/** `/feeds/newsletter.atom` */
export async function GET(request: Request): Promise<Response> {
  const [site, issues] = await Promise.all([loadSite(), loadArchive()]);
  return answerFeed(request, 'atom', writeNewsletterFeed(site, issues, new Date()));
}
