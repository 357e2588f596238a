import { Band } from '@/components/layout/band';
import { inSentence } from '@/components/roles/role-words';
import { ColumnChart } from '@/components/ui/column-chart';
import { type RoleFigures, TOP_SKILLS, WEEKS } from '@/domain/market/input';
import { offersHref } from '@/domain/offers/input';
import { formatDate, formatNumber, formatOffers, formatShortDate } from '@/domain/offers/labels';
import { IndexList } from './index-list';
import { CountedOn, RatesOf, StatedOf, TOO_FEW } from './method';
import { PayChart } from './pay-chart';
import { payLevels, termsOf, unitLabel, YEARLY_EUR } from './pay-words';
import { SkillChart } from './skill-chart';

type Role = { slug: string; title: string; plural: string };
type RoleMarketProps = { role: Role; figures: RoleFigures };

const LISTED = 8;

/** Which parts there are, for a page's table of contents. */
export function marketContents(figures: RoleFigures): { id: string; label: string }[] {
  if (figures.counted === 0) return [];
  return [
    { id: 'pay', label: 'Pay' },
    ...(figures.skills.length > 0 ? [{ id: 'skills-asked', label: 'Skills asked for' }] : []),
    { id: 'market', label: 'Who hires, where' },
  ];
}

/** The market of a role now: what it pays, what it asks for, who hires where, and how much is published. */
export function RoleMarket({ role, figures }: RoleMarketProps) {
  if (figures.counted === 0) return null;
  return (
    <>
      <Pay role={role} figures={figures} />
      {figures.skills.length > 0 && <Skills role={role} figures={figures} />}
      <Hiring role={role} figures={figures} />
    </>
  );
}

function Pay({ role, figures }: RoleMarketProps) {
  const { counted, payStated, countedAt, local, rates } = figures;
  const levels = payLevels(figures.cells);
  const stated = local ? payLevels(local.cells) : [];
  return (
    <Band id="pay" title="Pay" note="A year in EUR, by level and contract.">
      {levels.length > 0 ? (
        <PayChart levels={levels} unit={YEARLY_EUR} title={`Pay of ${inSentence(role.plural)}`}>
          A bar is the middle half of the open offers that state their pay, each by the middle of its range
          and under each contract it names; n is their number. {TOO_FEW}{' '}
          <StatedOf stated={payStated} counted={counted} /> <CountedOn at={countedAt} />{' '}
          <RatesOf rates={rates} /> <a href="/salaries">How roles compare</a>
        </PayChart>
      ) : (
        <p className="max-w-160 text-ink-2">
          <StatedOf stated={payStated} counted={counted} /> {TOO_FEW}
        </p>
      )}
      {local && stated.length > 0 && (
        <div className="mt-10">
          <h3 className="mb-4">As stated, in {unitLabel(local)}</h3>
          <PayChart
            levels={stated}
            unit={local}
            terms={termsOf(local)}
            title={`Pay of ${inSentence(role.plural)} as stated`}
          >
            Offers that state their pay in {unitLabel(local)}, on the terms that are usual under their
            contract; nothing is converted. {TOO_FEW} <CountedOn at={countedAt} />
          </PayChart>
        </div>
      )}
    </Band>
  );
}

function Skills({ role, figures }: RoleMarketProps) {
  const { counted, countedAt, pay } = figures;
  return (
    <Band
      id="skills-asked"
      title="Skills asked for"
      note="Share of open offers that name the skill, and what those pay."
    >
      <SkillChart
        skills={figures.skills.slice(0, TOP_SKILLS)}
        counted={counted}
        median={pay?.median ?? null}
        title={`Skills that offers for ${inSentence(role.plural)} ask for`}
        hrefOf={(skill) => offersHref({ role: [role.slug], skill: [skill.slug] })}
      >
        Of {formatOffers(counted)}. An offer asks for several skills; pay is that of the whole offer, against
        the median of the role. {TOO_FEW} <CountedOn at={countedAt} />
      </SkillChart>
    </Band>
  );
}

function Hiring({ role, figures }: RoleMarketProps) {
  const { cities, companies, hiring, weeks, counted, countedAt } = figures;
  return (
    <Band
      id="market"
      title="Who hires, where"
      note={`${formatNumber(hiring)} ${hiring === 1 ? 'company has' : 'companies have'} an open offer.`}
    >
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
        <div>
          <h3 className="mb-2">Companies</h3>
          <IndexList
            narrow
            entries={companies.slice(0, LISTED).map(({ slug, name, offers }) => ({
              href: `/companies/${slug}`,
              label: name,
              count: offers,
            }))}
          />
        </div>
        {cities.length > 0 && (
          <div>
            <h3 className="mb-2">Cities</h3>
            <IndexList
              narrow
              entries={cities.slice(0, LISTED).map(({ slug, name, offers }) => ({
                href: offersHref({ role: [role.slug], city: [slug] }),
                label: name,
                count: offers,
              }))}
            />
          </div>
        )}
      </div>
      <p className="mt-3 text-xs text-ink-3">
        Of {formatOffers(counted)}; one may be open in several cities. <CountedOn at={countedAt} />
      </p>
      {weeks.some(({ offers }) => offers > 0) && (
        <>
          <h3 className="mt-10 mb-4">Offers published a week</h3>
          <WeekChart role={role} weeks={weeks} countedAt={countedAt} />
        </>
      )}
    </Band>
  );
}

function WeekChart({ role, weeks, countedAt }: Pick<RoleFigures, 'weeks' | 'countedAt'> & { role: Role }) {
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (!first || !last) return null;
  const all = weeks.reduce((sum, { offers }) => sum + offers, 0);
  return (
    <ColumnChart
      columns={weeks.map((week) => ({
        key: week.from,
        label: `Week of ${formatDate(week.from)}${week === last ? ', so far' : ''}`,
        value: week.offers,
        isUnderWay: week === last,
      }))}
      heads={['Week', 'Offers']}
      title={`Offers for ${inSentence(role.plural)} published in each of the last ${WEEKS} weeks`}
      format={formatNumber}
      ends={[`week of ${formatShortDate(first.from)}`, `week of ${formatShortDate(last.from)}, so far`]}
      printed
    >
      {formatOffers(all)} in {WEEKS} weeks from Monday to Sunday (UTC), those that have closed since among
      them; by the day of publication that is known. <CountedOn at={countedAt} />
    </ColumnChart>
  );
}
