import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { facetOf } from '@/domain/offers/facets';
import type { Role, Skill } from '@/domain/roles/queries';
import { toMajorUnits } from '@/lib/money';
import {
  type CompanyFigures,
  type CompanyPay,
  type ExchangeRates,
  type Figures,
  type KeptFigures,
  keptFigures,
  type LocalPay,
  type PayCell,
  type RoleFigures,
  type SkillFigures,
  type SkillShare,
} from './input';
import { ALL_CONTRACTS, ALL_COUNTRIES, ALL_LEVELS, ALL_ROLES } from './rules';

const WEEK_MS = 7 * 86_400_000;

type Kept = {
  figures: KeptFigures;
  offers: number;
  countedAt: string | null;
  rates: ExchangeRates | null;
};

/** What the live offers of a role have in common; `offers` as of now, the rest as last counted. */
export async function findRoleFigures(db: Db, role: Pick<Role, 'id'>): Promise<RoleFigures> {
  const [kept, cells] = await Promise.all([readKept(db, facetOf('role', role.id)), readCells(db, role.id)]);
  const { weeks, local } = kept.figures;
  const start = weeks ? Date.parse(weeks.from) : 0;
  return {
    ...(await named(db, kept)),
    weeks: (weeks?.offers ?? []).map((offers, n) => ({
      from: new Date(start + n * WEEK_MS).toISOString().slice(0, 10),
      offers,
    })),
    cells,
    local: local && { ...local, cells: local.cells.map((cell) => inWholeUnits(cell, local.currency)) },
  };
}

function inWholeUnits(cell: LocalPay['cells'][number], currency: string): LocalPay['cells'][number] {
  const whole = (minor: number) => toMajorUnits(minor, currency);
  return { ...cell, p25: whole(cell.p25), median: whole(cell.median), p75: whole(cell.p75) };
}

/** What the live offers that ask for a skill have in common, and what offers in IT pay altogether. */
export async function findSkillFigures(db: Db, skill: Pick<Skill, 'id'>): Promise<SkillFigures> {
  const [kept, cells] = await Promise.all([
    readKept(db, facetOf('skill', skill.id)),
    readCells(db, ALL_ROLES),
  ]);
  const all = cells.find(({ contract, seniority }) => contract === ALL_CONTRACTS && seniority === ALL_LEVELS);
  return { ...(await named(db, kept)), market: all ?? null };
}

/** What the live offers of a company have in common. `offers` and `counted` include those outside IT. */
export async function findCompanyFigures(db: Db, companyId: number): Promise<CompanyFigures> {
  const kept = await readKept(db, facetOf('company', companyId));
  const { levels } = kept.figures;
  const roles = await namesOf<{ id: number; slug: string; title: string }>(
    db,
    sql`select id, slug, title from role`,
    levels.map(({ role }) => role),
  );
  return {
    ...(await named(db, kept)),
    levels: levels.flatMap(({ role: id, ...pay }): CompanyPay[] => {
      const role = roles.get(id);
      return role ? [{ ...pay, role: { slug: role.slug, title: role.title } }] : [];
    }),
  };
}

/** What the live offers under any one value (domain/offers/facets.ts) have in common. */
export async function findFigures(db: Db, facet: number): Promise<Figures> {
  return named(db, await readKept(db, facet));
}

/** The oldest of the rates stands for all. */
export const RATES = sql`(select json_build_object('asOf', as_of, 'source', source)
  from exchange_rate order by as_of, currency limit 1)`;

const NOTHING: KeptFigures = {
  offers: 0,
  itOffers: 0,
  remote: 0,
  payStated: 0,
  pay: null,
  roles: [],
  skills: [],
  cities: [],
  companies: [],
  hiring: 0,
  skillPay: [],
  weeks: null,
  local: null,
  levels: [],
};

async function readKept(db: Db, facet: number): Promise<Kept> {
  const [row] = await db.execute<Omit<Kept, 'figures'> & { figures: unknown }>(sql`
    select (select figures from market_figure where facet = ${facet}) as figures,
      coalesce((select offers from facet_count where facet = ${facet}), 0) as offers,
      (select to_json(counted_at)#>>'{}' from market_count) as "countedAt",
      ${RATES} as rates`);
  // Kept by another version of the portal, or not yet: as good as not counted.
  const parsed = keptFigures.safeParse(row?.figures);
  return {
    figures: parsed.success ? parsed.data : NOTHING,
    offers: row?.offers ?? 0,
    countedAt: row?.countedAt ?? null,
    rates: row?.rates ?? null,
  };
}

async function readCells(db: Db, roleId: number): Promise<PayCell[]> {
  return db.execute<PayCell>(sql`
    select contract, seniority, offers, p25, median, p75 from pay_figure
    where country = ${ALL_COUNTRIES} and role_id = ${roleId} order by contract, seniority`);
}

async function named(db: Db, { figures, offers, countedAt, rates }: Kept): Promise<Figures> {
  const ids = (pairs: [number, number][]) => pairs.map(([id]) => id);
  const [roles, skills, cities, companies] = await Promise.all([
    namesOf<{ id: number; slug: string; title: string; short: string }>(
      db,
      sql`select id, slug, title, short from role`,
      ids(figures.roles),
    ),
    namesOf<{ id: number } & Pick<SkillShare, 'slug' | 'name' | 'kind'>>(
      db,
      sql`select id, slug, name, kind from skill`,
      ids(figures.skills),
    ),
    namesOf<{ id: number; slug: string; name: string; countryCode: string }>(
      db,
      sql`select id, slug, name, country_code as "countryCode" from place`,
      ids(figures.cities),
    ),
    namesOf<{ id: number; slug: string; name: string }>(
      db,
      sql`select id, slug, name from company`,
      ids(figures.companies),
    ),
  ]);
  const payOf = new Map(figures.skillPay.map(({ skill, ...pay }) => [skill, pay]));
  return {
    offers,
    countedAt,
    counted: figures.offers,
    itOffers: figures.itOffers,
    remote: figures.remote,
    payStated: figures.payStated,
    pay: figures.pay,
    roles: withNames(figures.roles, roles),
    skills: figures.skills.flatMap(([id, count]) => {
      const found = skills.get(id);
      return found ? [{ ...withoutId(found), offers: count, pay: payOf.get(id) ?? null }] : [];
    }),
    cities: withNames(figures.cities, cities),
    companies: withNames(figures.companies, companies),
    hiring: figures.hiring,
    rates,
  };
}

async function namesOf<Row extends { id: number }>(
  db: Db,
  select: ReturnType<typeof sql>,
  ids: number[],
): Promise<Map<number, Row>> {
  if (ids.length === 0) return new Map();
  const rows = await db.execute<Row>(sql`${select} where id = any(${`{${ids.join(',')}}`}::int[])`);
  return new Map(rows.map((row) => [row.id, row as Row]));
}

/** What has gone since it was counted is left out. */
function withNames<Row extends { id: number }>(pairs: [number, number][], names: Map<number, Row>) {
  return pairs.flatMap(([id, offers]) => {
    const found = names.get(id);
    return found ? [{ ...withoutId(found), offers }] : [];
  });
}

function withoutId<Row extends { id: number }>({ id: _, ...row }: Row): Omit<Row, 'id'> {
  return row;
}
