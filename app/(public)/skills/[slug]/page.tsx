import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { loadSite } from '@/app/site';
import { Band } from '@/components/layout/band';
import { FigureStrip } from '@/components/market/figure-strip';
import { IndexList } from '@/components/market/index-list';
import { orderNote, profileFigures, saidOf } from '@/components/market/labels';
import { SkillPay } from '@/components/market/skill-pay';
import { OfferRows } from '@/components/offers/offer-rows';
import { JsonLd } from '@/components/seo/json-ld';
import { toBreadcrumbs } from '@/components/seo/structured-data';
import { Blank } from '@/components/ui/blank';
import { ButtonLink } from '@/components/ui/button';
import { Tag } from '@/components/ui/chip';
import { Icon } from '@/components/ui/icons';
import { offersHref } from '@/domain/offers/input';
import { formatNumber, formatOffers } from '@/domain/offers/labels';
import { missing } from '../../missing';
import { OfferAlert } from '../../offer-alert';
import { utcDay } from '../../today';
import { loadMovedSkill, loadSkill } from '../loaders';

export const dynamic = 'error';

type Props = { params: Promise<{ slug: string }> };

const COMPANIONS = 16;

export function generateStaticParams(): { slug: string }[] {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const loaded = await loadSkill((await params).slug);
  if (!loaded) return {};
  const { skill, figures } = loaded;
  const empty = figures.offers === 0;
  return {
    title: empty ? skill.name : `${skill.name} jobs: ${formatOffers(figures.offers)}`,
    description: empty
      ? skill.summary
      : `${saidOf(`${formatOffers(figures.offers)} in IT ask for ${skill.name}`, figures)} ${skill.summary}`,
    robots: empty ? { index: false, follow: true } : undefined,
    alternates: {
      canonical: `/skills/${skill.slug}`,
      types: { 'application/rss+xml': `/feeds/offers.rss?skill=${skill.slug}` },
    },
  };
}

export default async function SkillPage({ params }: Props) {
  const { slug } = await params;
  const [loaded, site] = await Promise.all([loadSkill(slug), loadSite()]);
  if (!loaded) {
    const moved = await loadMovedSkill(slug);
    if (moved) permanentRedirect(`/skills/${moved}`);
    return missing(`skill:${slug}`);
  }
  const { skill, figures, rows, pay, alert } = loaded;
  const companions = figures.skills.filter((other) => other.slug !== skill.slug).slice(0, COMPANIONS);
  return (
    <>
      <JsonLd
        data={toBreadcrumbs(site, [
          { name: 'Skills', path: '/skills' },
          { name: skill.name, path: `/skills/${skill.slug}` },
        ])}
      />
      <Band>
        <h1 className="md:text-4xl md:leading-[1.03]">{skill.name}</h1>
        <p className="lede mt-4">{skill.summary}</p>
        {figures.offers > 0 && (
          <div className="mt-8">
            <FigureStrip figures={profileFigures(figures)} />
          </div>
        )}
      </Band>
      <Band title="Latest offers" note={orderNote(rows)}>
        {rows.length > 0 ? (
          <>
            <OfferRows rows={rows} pay={pay} today={utcDay(new Date())} />
            <ButtonLink href={offersHref({ skill: [skill.slug] })} className="mt-5">
              All {formatNumber(figures.offers)} {skill.name} offers
              <Icon name="arrow" />
            </ButtonLink>
          </>
        ) : (
          <Blank title={`No open offer asks for ${skill.name}.`}>
            <p className="flex flex-wrap gap-x-5">
              <a href="/skills">Skills that are asked for</a>
              <a href="/offers">All offers</a>
            </p>
          </Blank>
        )}
      </Band>
      {figures.roles.length > 0 && (
        <Band title="Roles that use it" note={`Offers that ask for ${skill.name}.`}>
          <IndexList
            entries={figures.roles.map((role) => ({
              href: offersHref({ role: [role.slug], skill: [skill.slug] }),
              label: role.title,
              count: role.offers,
            }))}
          />
        </Band>
      )}
      {figures.counted > 0 && (
        <Band title="Pay" note="A year in EUR, against all of IT.">
          <SkillPay skill={skill} figures={figures} />
        </Band>
      )}
      {figures.companies.length > 0 && (
        <Band
          title="Companies that ask for it"
          note={
            figures.hiring > figures.companies.length &&
            `${formatNumber(figures.hiring)} in all; those with the most such offers.`
          }
        >
          <IndexList
            entries={figures.companies.map((company) => ({
              href: `/companies/${company.slug}`,
              label: company.name,
              count: company.offers,
            }))}
          />
        </Band>
      )}
      {companions.length > 0 && (
        <Band title="Asked for along with it">
          <p className="flex flex-wrap gap-x-5 gap-y-1">
            {companions.map((other) => (
              <Tag key={other.slug} href={`/skills/${other.slug}`} label={other.name} />
            ))}
          </p>
        </Band>
      )}
      <OfferAlert of={`${skill.name} offers`} alert={alert} from={`/skills/${skill.slug}`} />
    </>
  );
}
