import type { Metadata } from 'next';
import { loadSite } from '@/app/site';
import { Band } from '@/components/layout/band';
import { JsonLd } from '@/components/seo/json-ld';
import { toBreadcrumbs } from '@/components/seo/structured-data';
import { Icon } from '@/components/ui/icons';
import { missing } from '../missing';
import { EnquiryBand } from './enquiry-band';
import { loadServices, type ServiceLine } from './loaders';

const PATH = '/services';
const TITLE = 'Services';

export async function generateMetadata(): Promise<Metadata> {
  const offered = await loadServices();
  if (!offered) return {};
  return {
    title: TITLE,
    description: `${offered.services.map(({ title }) => title).join(', ')}: what is done, how it goes, and what it costs to start.`,
    alternates: { canonical: PATH },
  };
}

// Static. Not `dynamic = 'error'`: the action of its form reads the client's address.
export default async function ServicesPage() {
  const [offered, site] = await Promise.all([loadServices(), loadSite()]);
  if (!offered) return missing('services');
  return (
    <>
      <JsonLd
        data={toBreadcrumbs(site, [
          { name: site.name, path: '/' },
          { name: TITLE, path: PATH },
        ])}
      />
      <Band side={<p className="text-sm text-ink-3">We also do the work ourselves.</p>}>
        <h1>Services</h1>
        <p className="lede mt-5">
          Some need a person for the work, some need the work done. Each page says what is done, how it goes,
          and what it costs to start.
        </p>
        <ServiceList services={offered.services} />
      </Band>
      <EnquiryBand services={offered.services} answerDays={offered.answerDays} />
    </>
  );
}

function ServiceList({ services }: { services: ServiceLine[] }) {
  return (
    <ul className="mt-9 max-w-220 border-t border-ink">
      {services.map(({ slug, title, summary, fromPrice }) => (
        <li
          key={slug}
          className="grid gap-x-10 gap-y-1.5 border-b border-rule py-5 md:grid-cols-[minmax(0,1fr)_14rem]"
        >
          <div>
            <h2 className="text-xl leading-8">
              <a href={`${PATH}/${slug}`}>{title}</a>
            </h2>
            <p className="mt-1.5 max-w-140 text-ink-2">{summary}</p>
          </div>
          <p className="num text-sm md:pt-2 md:text-right">
            {fromPrice}
            <span className="mt-1 block text-sm">
              <a
                className="inline-flex items-center gap-1"
                href={`${PATH}/${slug}`}
                aria-label={`Find out more about ${title}`}
              >
                Find out more
                <Icon name="arrow" />
              </a>
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}
