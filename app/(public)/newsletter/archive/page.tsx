import type { Metadata } from 'next';
import { Band } from '@/components/layout/band';
import { Blank } from '@/components/ui/blank';
import { formatDate } from '@/domain/offers/labels';
import { loadArchive } from './loaders';

export const dynamic = 'error';

export const metadata: Metadata = {
  title: 'Newsletter archive',
  description: 'Every issue of the newsletter, as it was sent.',
  alternates: {
    canonical: '/newsletter/archive',
    types: { 'application/atom+xml': '/feeds/newsletter.atom' },
  },
};

export default async function ArchivePage() {
  const issues = await loadArchive();
  return (
    <Band
      side={
        <p className="text-sm text-ink-3">
          <a href="/newsletter">Get it by mail</a>, or follow the{' '}
          <a href="/feeds/newsletter.atom">Atom feed</a>.
        </p>
      }
    >
      <h1 className="md:text-4xl md:leading-[1.05]">Newsletter archive</h1>
      <p className="lede mt-4">Every issue, as it was sent.</p>
      {issues.length === 0 ? (
        <Blank title="No issue yet">
          <p>The first one will stand here.</p>
        </Blank>
      ) : (
        <ul className="mt-8 max-w-200 border-t border-ink">
          {issues.map(({ slug, subject, preview, sentAt }) => (
            <li key={slug} className="grid gap-x-6 border-b border-rule py-4 md:grid-cols-[10rem_1fr]">
              <time dateTime={sentAt} className="num text-sm leading-7 whitespace-nowrap text-ink-3">
                {formatDate(sentAt)}
              </time>
              <div className="min-w-0">
                <h2 className="text-lg leading-7 wrap-anywhere">
                  <a href={`/newsletter/archive/${slug}`}>{subject}</a>
                </h2>
                {preview && <p className="text-sm text-ink-2">{preview}</p>}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Band>
  );
}
