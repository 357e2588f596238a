import type { Metadata } from 'next';
import { loadSite } from '@/app/site';
import { Band } from '@/components/layout/band';
import { JsonLd } from '@/components/seo/json-ld';
import { toBreadcrumbs, toQuestionsPage, toService } from '@/components/seo/structured-data';
import { Contents } from '@/components/texts/contents';
import { Prose } from '@/components/texts/prose';
import { Questions } from '@/components/texts/questions';
import { ButtonLink } from '@/components/ui/button';
import { missing } from '../../missing';
import { EnquiryBand } from '../enquiry-band';
import { type ServicePage as Loaded, loadService, loadServices } from '../loaders';

type Props = { params: Promise<{ slug: string }> };

export function generateStaticParams(): { slug: string }[] {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const service = await loadService((await params).slug);
  if (!service) return {};
  return {
    title: `${service.title}, ${service.fromPrice}`,
    description: service.summary,
    alternates: { canonical: `/services/${service.slug}` },
  };
}

// Static. Not `dynamic = 'error'`: the action of its form reads the client's address.
export default async function ServicePage({ params }: Props) {
  const [service, offered, site] = await Promise.all([
    loadService((await params).slug),
    loadServices(),
    loadSite(),
  ]);
  if (!service || !offered) return missing('services');
  const { slug, title, summary, fromPrice, questions } = service;
  const path = `/services/${slug}`;
  const sections = sectionsOf(service);
  const entries = [
    ...sections.map(({ id, heading }) => ({ id, label: heading })),
    ...(questions.length > 0 ? [{ id: 'questions', label: 'Questions' }] : []),
    { id: 'enquiry', label: 'Write to us' },
  ];
  return (
    <>
      <JsonLd data={toService(site, { path, title, summary })} />
      <JsonLd
        data={toBreadcrumbs(site, [
          { name: 'Services', path: '/services' },
          { name: title, path },
        ])}
      />
      {questions.length > 0 && <JsonLd data={toQuestionsPage(questions)} />}
      <Band
        lead={
          <>
            <p className="mb-2 text-sm">
              <a href="/services">Services</a>
            </p>
            <h1 className="md:text-4xl md:leading-[1.03]">{title}</h1>
            <p className="lede mt-4">{summary}</p>
            <div className="mt-7 flex flex-wrap items-center gap-x-7 gap-y-4">
              <p className="num font-serif text-xl">{fromPrice}</p>
              <ButtonLink kind="go" href="#enquiry">
                Send an enquiry
              </ButtonLink>
            </div>
          </>
        }
        side={<Contents entries={entries} />}
      />
      {sections.map(({ id, heading, html }) => (
        <Band key={id} id={id} title={heading}>
          <Prose html={html} />
        </Band>
      ))}
      {questions.length > 0 && (
        <Band id="questions" title="Questions">
          <Questions questions={questions} />
        </Band>
      )}
      <EnquiryBand services={offered.services} chosen={slug} answerDays={offered.answerDays} />
    </>
  );
}

/** What the text says, under the headings of its file; a section that says nothing is left out. */
function sectionsOf({ work, steps, price }: Loaded): { id: string; heading: string; html: string }[] {
  return [
    { id: 'work', heading: 'What is done', html: work },
    { id: 'steps', heading: 'How it goes', html: steps },
    { id: 'price', heading: 'What it costs to start', html: price },
  ].filter(({ html }) => html !== '');
}
