import { z } from 'zod';
import { CONTRACTS, SENIORITIES } from '@/domain/offers/input';
import { PAY_PERIODS, PAY_TAXES } from '@/domain/offers/rules';

/** Weeks of which the published offers are counted; the last one is under way. */
export const WEEKS = 12;
/** Skills of a role that are shown with their pay. */
export const TOP_SKILLS = 12;

const count = z.int().nonnegative();
/** Ids with their live offers, most offers first. */
const counts = z.array(z.tuple([z.int(), count]));
const quartiles = { offers: count, p25: z.int(), median: z.int(), p75: z.int() };
const figure = z.object(quartiles);
const level = z.enum([...SENIORITIES, 'all']);

/** Pay as it is stated, in minor units of `currency` per `period`; no amount in it is converted. */
const localPay = z.object({
  currency: z.string().length(3),
  period: z.enum(PAY_PERIODS),
  cells: z.array(
    z.object({
      contract: z.enum(CONTRACTS),
      tax: z.enum(PAY_TAXES).nullable(),
      seniority: level,
      ...quartiles,
    }),
  ),
});

/**
 * `market_figure.figures`: what the live offers under one value have in common. Names are looked up when it is
 * read. A figure of pay that fewer than MIN_OFFERS_PER_FIGURE offers speak for is not in it.
 */
export const keptFigures = z.object({
  offers: count,
  /** Those that are not of the role `other`. */
  itOffers: count,
  remote: count,
  payStated: count,
  pay: figure.nullable(),
  roles: counts,
  skills: counts,
  cities: counts,
  companies: counts,
  /** Companies that have such an offer. */
  hiring: count,
  /** Of a role: median pay of the offers that ask for one of its first TOP_SKILLS skills. */
  skillPay: z.array(z.object({ skill: z.int(), offers: count, median: z.int() })),
  /** Of a role: offers published in each week from the Monday `from` on, closed ones among them. */
  weeks: z.object({ from: z.iso.date(), offers: z.array(count) }).nullable(),
  /** Of a role: in the currency and period that its offers state most often, but for EUR a year, which is above. */
  local: localPay.nullable(),
  /** Of a company: by role and level. */
  levels: z.array(z.object({ role: z.int(), seniority: level, ...quartiles })),
});
export type KeptFigures = z.infer<typeof keptFigures>;
export type Level = z.infer<typeof level>;
export type LocalPay = z.infer<typeof localPay>;

export type RoleShare = { slug: string; title: string; short: string; offers: number };
export type SkillShare = {
  slug: string;
  name: string;
  kind: 'language' | 'framework' | 'database' | 'cloud' | 'tool' | 'practice';
  offers: number;
  /** Median yearly EUR of the offers of this role that ask for it. */
  pay: { offers: number; median: number } | null;
};
export type CityShare = { slug: string; name: string; countryCode: string; offers: number };
export type CompanyShare = { slug: string; name: string; offers: number };

/** Pay under one contract (`all`: the one that pays best) at one level, in whole EUR a year. */
export type PayCell = {
  contract: (typeof CONTRACTS)[number] | 'all';
  seniority: Level;
  offers: number;
  p25: number;
  median: number;
  p75: number;
};

export type ExchangeRates = { asOf: string; source: string };

/** What pages show of the live offers under one value, most offers first. Plain JSON. */
export type Figures = {
  /** Live offers at this moment; all else is as of `countedAt`. */
  offers: number;
  /** ISO 8601; null while nothing has been counted. */
  countedAt: string | null;
  /** Live offers then: shares are of these. */
  counted: number;
  /** Those that are not of the role `other`. */
  itOffers: number;
  remote: number;
  payStated: number;
  /** Of the middle of each offer's range; null where too few state it. */
  pay: { offers: number; p25: number; median: number; p75: number } | null;
  /** Without `other`. */
  roles: RoleShare[];
  skills: SkillShare[];
  cities: CityShare[];
  companies: CompanyShare[];
  /** Companies that have such an offer; `companies` are the first of them. */
  hiring: number;
  /** Of the exchange rates behind pay in EUR: their UTC day (YYYY-MM-DD) and source. */
  rates: ExchangeRates | null;
};

/** Offers published in the UTC week that begins with the Monday `from` (YYYY-MM-DD). */
export type WeekCount = { from: string; offers: number };

export type RoleFigures = Figures & {
  /** The oldest first, the last one under way. */
  weeks: WeekCount[];
  cells: PayCell[];
  /** Pay as it is stated, here in whole units of its currency. */
  local: LocalPay | null;
};

/** Pay at a company by role and level, in whole EUR a year. */
export type CompanyPay = {
  role: { slug: string; title: string };
  seniority: Level;
  offers: number;
  p25: number;
  median: number;
  p75: number;
};
export type CompanyFigures = Figures & { levels: CompanyPay[] };
/** With what offers in IT pay altogether, to compare with. */
export type SkillFigures = Figures & {
  market: { offers: number; p25: number; median: number; p75: number } | null;
};

/** What /salaries is narrowed to; null means any. */
export type SalaryFilters = {
  contract: (typeof CONTRACTS)[number] | null;
  /** ISO 3166-1 alpha-2, upper case. */
  country: string | null;
};

type Quartiles = { offers: number; p25: number; median: number; p75: number };

/** Pay in whole EUR a year by role and level. */
export type Salaries = SalaryFilters & {
  /** ISO 8601; null while nothing has been counted. */
  countedAt: string | null;
  rates: ExchangeRates | null;
  scale: { min: number; max: number };
  /** All roles together. */
  all: Partial<Record<Level, Quartiles>>;
  /** The best paid first. */
  roles: { slug: string; title: string; levels: Partial<Record<Level, Quartiles>> }[];
  /** Roles that too few offers speak for. */
  withheld: { slug: string; title: string }[];
  /** What can be chosen, with the offers that state their pay beside the other choice; null where too few. */
  contracts: { value: (typeof CONTRACTS)[number]; offers: number | null }[];
  countries: { value: string; offers: number | null }[];
};

/** Filters of a URL. Never throws: what is unknown or malformed is dropped, and of repeated keys the first counts. */
export function parseSalaryFilters(params: Record<string, string | string[] | undefined>): SalaryFilters {
  const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)?.trim();
  const country = one(params.country)?.toUpperCase();
  return {
    contract: CONTRACTS.find((contract) => contract === one(params.contract)?.toLowerCase()) ?? null,
    country: country && /^[A-Z]{2}$/.test(country) ? country : null,
  };
}

/** Path and query of /salaries, narrowed. */
export function salariesHref({ contract, country }: SalaryFilters): string {
  const query = new URLSearchParams();
  if (contract) query.set('contract', contract);
  if (country) query.set('country', country.toLowerCase());
  return query.size > 0 ? `/salaries?${query}` : '/salaries';
}
