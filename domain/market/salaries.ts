import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { CONTRACTS } from '@/domain/offers/input';
import { OTHER_ROLE } from '@/domain/roles/queries';
import { RATES } from './figures';
import type { Level, Salaries, SalaryFilters } from './input';
import { ALL_CONTRACTS, ALL_COUNTRIES, ALL_LEVELS, ALL_ROLES, type PayFigure, payScale } from './rules';

type Cell = PayFigure & { role: string | null; seniority: Level; p98: number };
type Choice = { contract: string; country: string; offers: number };

/**
 * What roles pay by level, as last counted, under a contract and in a country. Only figures that enough offers
 * speak for are in it; the choices are those under which there are any, whatever else is chosen.
 */
export async function readSalaries(db: Db, { contract, country }: SalaryFilters): Promise<Salaries> {
  const [cells, choices, roles, [last]] = await Promise.all([
    db.execute<Cell>(sql`
      select r.slug as role, f.seniority, f.offers, f.p25, f.median, f.p75, f.p98
      from pay_figure f left join role r on r.id = f.role_id
      where f.contract = ${contract ?? ALL_CONTRACTS} and f.country = ${country ?? ALL_COUNTRIES}
        and (r.id is not null or f.role_id = ${ALL_ROLES})`),
    db.execute<Choice>(sql`
      select contract, country, offers from pay_figure
      where role_id = ${ALL_ROLES} and seniority = ${ALL_LEVELS}
        and (contract in (${ALL_CONTRACTS}, ${contract ?? ALL_CONTRACTS})
          or country in (${ALL_COUNTRIES}, ${country ?? ALL_COUNTRIES}))
      order by offers desc`),
    db.execute<{ slug: string; title: string }>(sql`
      select slug, title from role where slug <> ${OTHER_ROLE} order by position, id`),
    db.execute<{ countedAt: string | null; rates: Salaries['rates'] }>(sql`
      select (select to_json(counted_at)#>>'{}' from market_count) as "countedAt", ${RATES} as rates`),
  ]);
  const figuresOf = (slug: string | null) => {
    const own = cells.filter(({ role }) => role === slug);
    return Object.fromEntries(
      own.map(({ seniority, offers, p25, median, p75 }) => [seniority, { offers, p25, median, p75 }]),
    ) as Partial<Record<Level, PayFigure>>;
  };
  const offersUnder = (under: string, within: string) =>
    choices.find((choice) => choice.contract === under && choice.country === within)?.offers ?? null;
  const all = figuresOf(null);
  const lines = roles.map((role) => ({ ...role, levels: figuresOf(role.slug) }));
  return {
    contract,
    country,
    countedAt: last?.countedAt ?? null,
    rates: last?.rates ?? null,
    scale: payScale(cells.find(({ role, seniority }) => role === null && seniority === ALL_LEVELS)?.p98),
    all,
    roles: lines
      .filter(({ levels }) => levels.all)
      .sort((a, b) => (b.levels.all?.median ?? 0) - (a.levels.all?.median ?? 0)),
    withheld: lines.filter(({ levels }) => !levels.all).map(({ slug, title }) => ({ slug, title })),
    contracts: CONTRACTS.filter((value) => offersUnder(value, ALL_COUNTRIES) !== null).map((value) => ({
      value,
      offers: offersUnder(value, country ?? ALL_COUNTRIES),
    })),
    countries: choices
      .filter((choice) => choice.contract === ALL_CONTRACTS && choice.country !== ALL_COUNTRIES)
      .map(({ country: value }) => ({ value, offers: offersUnder(contract ?? ALL_CONTRACTS, value) })),
  };
}
