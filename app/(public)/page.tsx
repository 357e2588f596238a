import type { Metadata } from 'next';
import { loadSite } from '@/app/site';
import { RollTable } from '@/components/home/roll-table';
import { SearchForm } from '@/components/home/search-form';
import { Band } from '@/components/layout/band';
import { IndexList } from '@/components/market/index-list';
import { SignupForm } from '@/components/newsletter/signup-form';
import { OfferRows } from '@/components/offers/offer-rows';
import { RoleTable } from '@/components/roles/role-table';
import { JsonLd } from '@/components/seo/json-ld';
import { toOrganization } from '@/components/seo/structured-data';
import { Blank } from '@/components/ui/blank';
import { ButtonLink } from '@/components/ui/button';
import { Tag } from '@/components/ui/chip';
import { Icon } from '@/components/ui/icons';
import type { RollCounts } from '@/domain/market/roll';
import { ALL_LEVELS, MIN_OFFERS_PER_FIGURE } from '@/domain/market/rules';
import { formatNumber, formatOffers } from '@/domain/offers/labels';
import { type Home, loadHome } from './loaders';
import { signupGuard } from './newsletter/signup-guard';

export const dynamic = 'error';

const weekday = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});

export async function generateMetadata(): Promise<Metadata> {
  const [{ counts, companiesTotal }, { name }] = await Promise.all([loadHome(), loadSite()]);
  const counted =
    counts.offers > 0
      ? `${formatOffers(counts.offers)} in IT from ${formatNumber(companiesTotal)} companies. `
      : '';
  return {
    title: { absolute: `${name}, the register of open IT roles` },
    description: `${counted}Each carries the day on which its employer, or the board that lists it, last said the job is open.`,
    alternates: { canonical: '/', types: { 'application/rss+xml': '/feeds/offers.rss' } },
  };
}

export default async function HomePage() {
  const [home, site] = await Promise.all([loadHome(), loadSite()]);
  return (
    <>
      <JsonLd data={toOrganization(site)} />
      <Hero {...home} />
      <JustConfirmed {...home} />
      <Market {...home} />
      <Roll {...home} />
      <Roles {...home} />
      <Companies {...home} />
      <Newsletter siteName={site.name} />
      <Employers />
    </>
  );
}

function Hero({ today, counts, skills }: Home) {
  const [first, second] = headline(counts);
  const lately = counts.answeredThisFortnight;
  return (
    <Band side={<Today today={today} counts={counts} />}>
      <h1 className="text-[2.5rem] leading-[1.06] tracking-[-0.02em] md:text-4xl md:leading-[1.03] xl:text-[min(5rem,5.55vw)] xl:leading-[1.04]">
        {first} {second && <span className="xl:block">{second}</span>}
      </h1>
      <p className="lede mt-5">
        Each offer carries the day on which its employer, or the board that lists it, last said the job is
        open{lately > 0 && lately < counts.offers && `: ${formatNumber(lately)} in the last fortnight`}. A
        solid tick is three days old at most.
      </p>
      <SearchForm />
      {skills.length > 0 && (
        <p className="mt-4 flex flex-wrap gap-x-5 gap-y-1 text-sm">
          <span className="py-0.5 text-ink-3">Often asked for</span>
          {skills.map((skill) => (
            <Tag
              key={skill.slug}
              href={`/skills/${skill.slug}`}
              label={skill.name}
              count={formatNumber(skill.offers)}
            />
          ))}
        </p>
      )}
    </Band>
  );
}

/** Claims only what the counts bear out: publication is the first answer, a fortnight is what an answer lasts. */
function headline({ offers, answeredThisFortnight }: RollCounts): [string, string?] {
  if (offers === 0) return ['No open IT roles yet.'];
  const roles = `${formatNumber(offers)} IT ${offers === 1 ? 'role' : 'roles'},`;
  return [
    roles,
    offers > 1 && answeredThisFortnight === offers
      ? 'and every one has answered.'
      : `${offers > 1 ? 'each ' : ''}with its last answer.`,
  ];
}

function Today({ today, counts }: { today: string; counts: RollCounts }) {
  const lines = [
    ['Confirmed today', counts.confirmedToday],
    ['New today', counts.newToday],
    ['Closed today', counts.closedToday],
  ] as const;
  return (
    <>
      <p className="text-sm font-semibold">
        <time dateTime={today}>{weekday.format(new Date(today)).replace(',', '')}</time>
      </p>
      <dl className="num mt-2 grid grid-cols-[1fr_auto] gap-y-1 text-sm text-ink-3 max-lg:hidden">
        {lines.map(([label, count]) => (
          <div key={label} className="contents">
            <dt>{label}</dt>
            <dd className="text-right">{formatNumber(count)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function JustConfirmed({ rows, pay, today, counts }: Home) {
  return (
    <Band title="Just confirmed" note={rows.length > 0 && 'The newest answers, one from each company.'}>
      {rows.length > 0 ? (
        <>
          <OfferRows rows={rows} pay={pay} today={today} />
          <ButtonLink href="/offers" className="mt-5">
            All {formatOffers(counts.offers)}
            <Icon name="arrow" />
          </ButtonLink>
        </>
      ) : (
        <Blank title="Nothing on the register yet.">
          <p>The first offer appears here as soon as it is published.</p>
        </Blank>
      )}
    </Band>
  );
}

function Market({ market, pay }: Home) {
  const counted = pay.overall[ALL_LEVELS]?.offers ?? 0;
  if (!market.some((role) => pay.byRole[role.slug]?.[ALL_LEVELS])) return null;
  return (
    <Band
      title={
        <>
          What the <span className="lg:block">market pays</span>
        </>
      }
      note={
        <>
          Counted from open offers that state their pay.
          <span className="max-md:hidden"> Thick bar: the middle half. Red: the median.</span>
        </>
      }
    >
      <RoleTable roles={market} pay={pay} caption="Pay in the six largest roles" />
      <p className="mt-3 text-xs text-ink-3">
        All levels and contracts. {formatNumber(counted)} offers state their pay; each counts once, at the
        middle of the range of its best-paying contract. A role has a figure from {MIN_OFFERS_PER_FIGURE}{' '}
        offers on.
      </p>
    </Band>
  );
}

function Roll({ roll }: Home) {
  if (roll.lines.length === 0) return null;
  const silent = roll.lines.some((line) => line.cells.includes('silent'));
  return (
    <Band
      title={
        <>
          How the <span className="lg:block">roll works</span>
        </>
      }
      note={`A column is a fortnight, named by its last day. A tick says “still open”: the employer’s word, or that of the board that lists the offer.${silent ? ' A dash is a question without an answer.' : ''}`}
    >
      <RollTable fortnights={roll.fortnights} lines={roll.lines} />
    </Band>
  );
}

function Roles({ roles }: Home) {
  return (
    <Band
      title="Index of roles"
      note={
        <>
          What the work is and what it pays. <a href="/roles">All roles</a>
        </>
      }
    >
      <IndexList
        entries={roles
          .toSorted((a, b) => b.offers - a.offers)
          .map((role) => ({ href: `/roles/${role.slug}`, label: role.title, count: role.offers }))}
      />
    </Band>
  );
}

function Newsletter({ siteName }: { siteName: string }) {
  return (
    <Band title="The newsletter" note="Or any search as an alert, from the list of offers.">
      <p className="lede">New offers, and what the market pays for them. What is paid for says so.</p>
      <SignupForm
        id="newsletter"
        className="mt-5"
        topic="newsletter"
        siteName={siteName}
        from="/"
        guard={signupGuard()}
        inline
      />
    </Band>
  );
}

function Employers() {
  return (
    <Band title="For employers">
      <p className="max-w-160 text-ink-2">
        Write the offer without an account, pay once, and it is on this list within a second. We ask every
        fortnight whether the job is still open, and print your answer.
      </p>
      <p className="mt-5 flex flex-wrap gap-3">
        <ButtonLink href="/post-a-job" kind="ink">
          Post an offer
        </ButtonLink>
        <ButtonLink href="/pricing">What it costs</ButtonLink>
      </p>
    </Band>
  );
}

function Companies({ companies, companiesTotal }: Home) {
  if (companies.length === 0) return null;
  return (
    <Band title="Companies hiring" note="Those with the most open offers in IT.">
      <IndexList
        entries={companies.map((company) => ({
          href: `/companies/${company.slug}`,
          label: company.name,
          count: company.offers,
        }))}
      />
      {companiesTotal > companies.length && (
        <ButtonLink href="/companies" className="mt-5">
          All {formatNumber(companiesTotal)} companies
          <Icon name="arrow" />
        </ButtonLink>
      )}
    </Band>
  );
}
