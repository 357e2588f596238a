import type { Metadata } from 'next';
import { loadSite } from '@/app/site';
import { Band } from '@/components/layout/band';
import { IssueContent } from '@/components/newsletter/issue-content';
import { JsonLd } from '@/components/seo/json-ld';
import { toBreadcrumbs } from '@/components/seo/structured-data';
import { ARCHIVE_TAG } from '@/domain/newsletter/sending';
import { formatDate } from '@/domain/offers/labels';
import { missing } from '../../../missing';
import { loadPayFigures } from '../../../offers/loaders';
import { utcDay } from '../../../today';
import { loadArchived } from '../loaders';

export const dynamic = 'error';

type Props = { params: Promise<{ slug: string }> };

export function generateStaticParams(): { slug: string }[] {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const issue = await loadArchived((await params).slug);
  if (!issue) return {};
  return {
    title: issue.subject,
    description: issue.preview || `Newsletter of ${formatDate(issue.sentAt)}.`,
    alternates: {
      canonical: `/newsletter/archive/${issue.slug}`,
      types: { 'application/atom+xml': '/feeds/newsletter.atom' },
    },
  };
}

export default async function ArchivedIssuePage({ params }: Props) {
  const { slug } = await params;
  const [issue, site, pay] = await Promise.all([loadArchived(slug), loadSite(), loadPayFigures()]);
  if (!issue) return missing(ARCHIVE_TAG);
  const { subject, preview, sentAt, blocks } = issue;
  return (
    <>
      <JsonLd
        data={toBreadcrumbs(site, [
          { name: 'Newsletter archive', path: '/newsletter/archive' },
          { name: subject, path: `/newsletter/archive/${slug}` },
        ])}
      />
      <Band
        lead={
          <>
            <h1 className="wrap-anywhere md:text-4xl md:leading-[1.05]">{subject}</h1>
            {preview && <p className="lede mt-4">{preview}</p>}
          </>
        }
        side={
          <div className="text-sm text-ink-3">
            <p>
              Sent on <time dateTime={sentAt}>{formatDate(sentAt)}</time>. What it says was true then; offers
              may have closed since.
            </p>
            <p className="mt-3">
              <a href="/newsletter">Get the next one by mail</a>
            </p>
            <p className="mt-1">
              <a href="/newsletter/archive">All issues</a>
            </p>
          </div>
        }
      >
        <IssueContent blocks={blocks} pay={pay} day={utcDay(new Date(sentAt))} />
      </Band>
    </>
  );
}
