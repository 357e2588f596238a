import type { Metadata } from 'next';
import { cached } from '@/app/cached';
import { readPageValues } from '@/app/page-values';
import { loadSite } from '@/app/site';
import { Band } from '@/components/layout/band';
import { JsonLd } from '@/components/seo/json-ld';
import { toBreadcrumbs } from '@/components/seo/structured-data';
import { Contents } from '@/components/texts/contents';
import { Prose } from '@/components/texts/prose';
import { database } from '@/db/pool';
import { formatDate } from '@/domain/offers/labels';
import { SETTINGS_TAG } from '@/domain/settings/settings';
import { type PageSlug, textTag } from '@/domain/texts/input';
import { fillPlaceholders } from '@/domain/texts/placeholders';
import { findPublishedText } from '@/domain/texts/queries';
import { type Html, renderSections, type Section } from '@/domain/texts/render';
import { missing } from './missing';

type TextPage = { title: string; before: Html; sections: Section[]; publishedAt: string };

/** What a page such as /privacy says, with the figures that hold now; null if nothing was published. */
function loadTextPage(slug: PageSlug): Promise<TextPage | null> {
  return cached(['text-page', slug], [textTag('page', slug), SETTINGS_TAG], async () => {
    const [text, values] = await Promise.all([findPublishedText(database(), 'page', slug), readPageValues()]);
    if (!text) return null;
    const { title, body } = text.content;
    return { title, ...renderSections(fillPlaceholders(body, values), 2), publishedAt: text.publishedAt };
  });
}

export async function textPageMetadata(slug: PageSlug): Promise<Metadata> {
  const page = await loadTextPage(slug);
  return page ? { title: page.title, alternates: { canonical: `/${slug}` } } : {};
}

/** A page that is text alone. */
export async function TextPage({ slug }: { slug: PageSlug }) {
  const [page, site] = await Promise.all([loadTextPage(slug), loadSite()]);
  if (!page) return missing(textTag('page', slug));
  const { title, before, sections, publishedAt } = page;
  return (
    <>
      <JsonLd
        data={toBreadcrumbs(site, [
          { name: site.name, path: '/' },
          { name: title, path: `/${slug}` },
        ])}
      />
      <Band
        lead={<h1>{title}</h1>}
        side={<Contents entries={sections.map(({ id, heading }) => ({ id, label: heading }))} />}
      >
        {before && <Prose html={before} className="mt-5" />}
        <p className="mt-5 text-sm text-ink-3">As of {formatDate(publishedAt)}.</p>
      </Band>
      {sections.map(({ id, heading, html }) => (
        <Band key={id} id={id} title={heading}>
          <Prose html={html} />
        </Band>
      ))}
    </>
  );
}
