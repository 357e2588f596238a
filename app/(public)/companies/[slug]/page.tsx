import type { Metadata } from 'next';
import { loadSite } from '@/app/site';
import { CompanyFacts } from '@/components/companies/company-facts';
import { CompanyLogo } from '@/components/companies/logo-panel';
import { Band } from '@/components/layout/band';
import { CompanyPay } from '@/components/market/company-pay';
import { orderNote } from '@/components/market/labels';
import { OfferRows } from '@/components/offers/offer-rows';
import { JsonLd } from '@/components/seo/json-ld';
import { toBreadcrumbs } from '@/components/seo/structured-data';
import { Blank } from '@/components/ui/blank';
import { ButtonLink } from '@/components/ui/button';
import { Tag } from '@/components/ui/chip';
import { cx } from '@/components/ui/classes';
import { Icon } from '@/components/ui/icons';
import { offersHref } from '@/domain/offers/input';
import { formatNumber, formatOffers } from '@/domain/offers/labels';
import { missing } from '../../missing';
import { OfferAlert } from '../../offer-alert';
import { utcDay } from '../../today';
import { type CompanyPage as Loaded, loadCompany } from '../loaders';

export const dynamic = 'error';

type Props = { params: Promise<{ slug: string }> };

const STACK_SHOWN = 24;
const DESCRIPTION_LENGTH = 160;
/** A longer name is not set in the largest size. */
const LONG_NAME = 40;

export function generateStaticParams(): { slug: string }[] {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const loaded = await loadCompany((await params).slug);
  if (!loaded) return {};
  const { company, figures } = loaded;
  const said = [openOffers(loaded), company.about].filter(Boolean).join(' ');
  return {
    title: `${company.name}: ${figures.offers > 0 ? formatOffers(figures.offers).replace('offer', 'open offer') : 'open offers'}`,
    description: said.length > DESCRIPTION_LENGTH ? `${said.slice(0, DESCRIPTION_LENGTH - 1)}…` : said,
    robots: figures.offers === 0 ? { index: false, follow: true } : undefined,
    alternates: {
      canonical: `/companies/${company.slug}`,
      types: { 'application/rss+xml': `/feeds/offers.rss?company=${company.slug}` },
    },
  };
}

export default async function CompanyPage({ params }: Props) {
  const { slug } = await params;
  const [loaded, site] = await Promise.all([loadCompany(slug), loadSite()]);
  // The id, and so the tag, of a company that does not exist is not known; it comes with its first offer.
  if (!loaded) return missing('offers');
  const { company, figures, alert } = loaded;
  // What its offers ask for comes with a figure; the rest of what it names itself goes before.
  const asked = new Set(figures.skills.slice(0, STACK_SHOWN).map((skill) => skill.slug));
  const named = company.skills.filter((skill) => !asked.has(skill.slug));
  return (
    <>
      <JsonLd
        data={toBreadcrumbs(site, [
          { name: 'Companies', path: '/companies' },
          { name: company.name, path: `/companies/${company.slug}` },
        ])}
      />
      <Band
        lead={
          <>
            {company.logoHash && (
              <div className="mb-5">
                <CompanyLogo src={`/logos/${company.id}-${company.logoHash}.webp`} alt="" />
              </div>
            )}
            <h1 className={cx(company.name.length <= LONG_NAME && 'md:text-4xl md:leading-[1.03]')}>
              {company.name}
            </h1>
            {figures.offers > 0 && <p className="lede mt-4">{openOffers(loaded)}</p>}
            {company.about && <p className="mt-6 max-w-160 whitespace-pre-line">{company.about}</p>}
            {company.benefits.length > 0 && (
              <>
                <h2 className="mt-8 text-lg!">What it offers</h2>
                <div className="prose mt-2">
                  <ul>
                    {company.benefits.map((benefit) => (
                      <li key={benefit}>{benefit}</li>
                    ))}
                  </ul>
                </div>
              </>
            )}
          </>
        }
        side={<CompanyFacts company={company} figures={figures} />}
      />
      <Offers {...loaded} />
      {figures.itOffers > 0 && (
        <Band title="What it pays" note="A year in EUR.">
          <CompanyPay figures={figures} />
        </Band>
      )}
      {(named.length > 0 || figures.skills.length > 0) && (
        <Band title="Stack" note={stackNote(loaded)}>
          <p className="flex flex-wrap gap-x-5 gap-y-1">
            {named.map((skill) => (
              <Tag key={skill.slug} href={`/skills/${skill.slug}`} label={skill.name} />
            ))}
            {figures.skills.slice(0, STACK_SHOWN).map((skill) => (
              <Tag
                key={skill.slug}
                href={offersHref({ company: [company.slug], skill: [skill.slug] })}
                label={skill.name}
                count={formatNumber(skill.offers)}
              />
            ))}
          </p>
        </Band>
      )}
      <OfferAlert of={`offers of ${company.name}`} alert={alert} from={`/companies/${company.slug}`} />
    </>
  );
}

function stackNote({ company, figures }: Loaded): string {
  if (figures.skills.length === 0) return 'What it works with, as it says.';
  return company.skills.length === 0
    ? 'Skills named in its open offers.'
    : 'What it works with, as it says; with the figure of its open offers that ask for it.';
}

function openOffers({ figures }: Loaded): string {
  const { offers, counted, itOffers } = figures;
  const open = formatOffers(offers).replace('offer', 'open offer');
  const outside = counted - itOffers;
  if (offers === 0) return 'No open offers at the moment.';
  if (outside === 0) return `${open}.`;
  return itOffers === 0 ? `${open}, outside IT.` : `${open}, ${formatNumber(outside)} of them outside IT.`;
}

function Offers({ company, figures, rows, pay }: Loaded) {
  return (
    <Band title="Open offers" note={orderNote(rows)}>
      {rows.length > 0 ? (
        <>
          <OfferRows rows={rows} pay={pay} today={utcDay(new Date())} />
          {figures.offers > rows.length && (
            <ButtonLink href={offersHref({ company: [company.slug] })} className="mt-5">
              All {formatOffers(figures.offers)}
              <Icon name="arrow" />
            </ButtonLink>
          )}
        </>
      ) : (
        <Blank title="Nothing open here today.">
          <p className="flex flex-wrap gap-x-5">
            <a href="/companies">Companies that are hiring</a>
            <a href="/offers">All offers</a>
          </p>
        </Blank>
      )}
    </Band>
  );
}
