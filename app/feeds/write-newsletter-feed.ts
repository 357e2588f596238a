import { Feed } from 'feed';
import type { ArchivedIssue } from '@/domain/newsletter/archive';
import { clean, escapeHtml, startOfDay } from './write-feed';

const MOST = 50;

/** The newest issues of the newsletter as Atom 1.0. `now`: said to be the last change where there is none yet. */
export function writeNewsletterFeed(
  site: { name: string; url: string },
  issues: readonly ArchivedIssue[],
  now: Date,
): string {
  const [newest] = issues;
  const feed = new Feed({
    id: `${site.url}/newsletter/archive`,
    title: clean(`${site.name}: newsletter`),
    description: 'Every issue of the newsletter.',
    link: `${site.url}/newsletter/archive`,
    language: 'en',
    updated: newest ? new Date(newest.sentAt) : startOfDay(now),
    generator: false,
    author: { name: clean(site.name), link: site.url },
    feedLinks: { atom: `${site.url}/feeds/newsletter.atom` },
  });
  for (const { slug, subject, preview, sentAt } of issues.slice(0, MOST)) {
    const url = `${site.url}/newsletter/archive/${slug}`;
    const date = new Date(sentAt);
    feed.addItem({
      id: url,
      link: url,
      title: escapeHtml(clean(subject)),
      description: escapeHtml(clean(preview)),
      date,
      published: date,
    });
  }
  return feed.atom1();
}
