import type { Metadata } from 'next';
import { loadSite } from '@/app/site';
import { Band } from '@/components/layout/band';
import { FigureStrip } from '@/components/market/figure-strip';
import { formatMedian, formatShare, orderNote } from '@/components/market/labels';
import { OfferRows } from '@/components/offers/offer-rows';
import { LevelTable } from '@/components/roles/level-table';
import { JsonLd } from '@/components/seo/json-ld';
import { toBreadcrumbs } from '@/components/seo/structured-data';
import { Blank } from '@/components/ui/blank';
import { ButtonLink } from '@/components/ui/button';
import { Tag } from '@/components/ui/chip';
import { Icon } from '@/components/ui/icons';
import { ALL_LEVELS, MIN_OFFERS_PER_FIGURE } from '@/domain/market/rules';
import { offersHref, SENIORITIES } from '@/domain/offers/input';
import { formatDate, formatNumber, formatOffers } from '@/domain/offers/labels';
import { missing } from '../../missing';
import { utcDay } from '../../today';
import { type RolePage as Loaded, loadInstead, loadRole } from '../loaders';

export const dynamic = 'error';

type Props = { params: Promise<{ slug: string }> };

const SKILLS_SHOWN = 24;

export function generateStaticParams(): { slug: string }[] {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const loaded = await loadRole((await params).slug);
  if (!loaded) return {};
  const { role, profile, pay } = loaded;
  const median = pay.byRole[role.slug]?.[ALL_LEVELS]?.median;
  const said = [
    profile.offers > 0 ? `${formatOffers(profile.offers)} for ${role.plural.toLowerCase()}` : undefined,
    median ? `median pay ${formatMedian(median)} EUR a year` : undefined,
  ].filter(Boolean);
  return {
    title: profile.offers > 0 ? `${role.title} jobs: ${formatOffers(profile.offers)}` : role.title,
    description: [said.length > 0 ? `${said.join(', ')}.` : '', role.summary].filter(Boolean).join(' '),
    alternates: {
      canonical: `/roles/${role.slug}`,
      types: { 'application/rss+xml': `/feeds/offers.rss?role=${role.slug}` },
    },
  };
}

export default async function RolePage({ params }: Props) {
  const { slug } = await params;
  const [loaded, site] = await Promise.all([loadRole(slug), loadSite()]);
  if (!loaded) return missing(`role:${slug}`);
  const { role, profile } = loaded;
  return (
    <>
      <JsonLd
        data={toBreadcrumbs(site, [
          { name: 'Roles', path: '/roles' },
          { name: role.title, path: `/roles/${role.slug}` },
        ])}
      />
      <Band
        lead={
          <>
            <h1 className="md:text-4xl md:leading-[1.03]">{role.title}</h1>
            <p className="lede mt-4">{role.summary}</p>
          </>
        }
      >
        {profile.offers > 0 && (
          <div className="mt-8">
            <FigureStrip figures={figures(loaded)} />
          </div>
        )}
      </Band>
      <Latest {...loaded} />
      <PayByLevel {...loaded} />
      {profile.skills.length > 0 && (
        <Band title="Skills asked for" note="Each opens its offers.">
          <p className="flex flex-wrap gap-x-5 gap-y-1">
            {profile.skills.slice(0, SKILLS_SHOWN).map((skill) => (
              <Tag
                key={skill.slug}
                href={offersHref({ role: [role.slug], skill: [skill.slug] })}
                label={skill.name}
                count={formatNumber(skill.offers)}
              />
            ))}
          </p>
        </Band>
      )}
    </>
  );
}

function figures({ role, profile, pay }: Loaded) {
  const median = pay.byRole[role.slug]?.[ALL_LEVELS];
  return [
    { label: 'Open offers', value: formatNumber(profile.offers), note: 'of every level' },
    {
      label: 'Median pay',
      value: median ? formatMedian(median.median) : '–',
      note: median ? `EUR a year, ${formatOffers(median.offers)}` : 'too few offers state it',
    },
    { label: 'Remote', value: formatShare(profile.remote, profile.offers) ?? '–', note: 'of open offers' },
    {
      label: 'Pay stated',
      value: formatShare(profile.payStated, profile.offers) ?? '–',
      note: 'of open offers',
    },
  ];
}

async function Latest({ role, profile, rows, pay }: Loaded) {
  const short = role.short;
  if (rows.length > 0) {
    return (
      <Band title="Latest offers" note={orderNote(rows)}>
        <OfferRows rows={rows} pay={pay} today={utcDay(new Date())} />
        <ButtonLink href={offersHref({ role: [role.slug] })} className="mt-5">
          All {formatNumber(profile.offers)} {inSentence(short)} offers
          <Icon name="arrow" />
        </ButtonLink>
      </Band>
    );
  }
  const { nearest, lastClosed } = await loadInstead(role);
  return (
    <Band title="Latest offers">
      <Blank title={`No ${inSentence(short)} offer is open.`}>
        {lastClosed && <p>The last one closed on {formatDate(lastClosed)}.</p>}
        <p className="flex flex-wrap gap-x-5">
          {nearest.map((other) => (
            <a key={other.slug} href={`/roles/${other.slug}`}>
              {other.short} offers ({formatNumber(other.offers)})
            </a>
          ))}
          <a href="/offers">All offers</a>
        </p>
      </Blank>
    </Band>
  );
}

function PayByLevel({ role, pay }: Loaded) {
  const byLevel = pay.byRole[role.slug] ?? {};
  const levels = SENIORITIES.flatMap((seniority) => {
    const figure = byLevel[seniority];
    return figure ? [{ seniority, ...figure }] : [];
  });
  if (levels.length === 0) return null;
  return (
    <Band
      title="Pay by level"
      note={`EUR a year, from open offers that state their pay. A level has a figure from ${MIN_OFFERS_PER_FIGURE} offers on.`}
    >
      <LevelTable
        levels={levels}
        scale={pay.scale}
        caption={`Pay of ${role.plural.toLowerCase()}, by level`}
      />
    </Band>
  );
}

/** "Backend" as in "12 backend offers"; names such as QA and UX keep their capitals. */
function inSentence(short: string): string {
  return /^[A-Z][a-z]/.test(short) && !/[A-Z]/.test(short.slice(1)) ? short.toLowerCase() : short;
}
