import { pickInt, pickOne, type Random } from './random';
import type { Currency, DemoPay, Seniority } from './types';

type Market = { currency: Currency; year: number; period: 'month' | 'year'; step: number };

/** Gross pay of a mid-level backend developer under an employment contract, a year, in the country's currency. */
export const MARKETS: Record<string, Market> = {
  PL: { currency: 'PLN', year: 198_000, period: 'month', step: 500 },
  DE: { currency: 'EUR', year: 66_000, period: 'year', step: 1_000 },
  GB: { currency: 'GBP', year: 58_000, period: 'year', step: 1_000 },
  IE: { currency: 'EUR', year: 68_000, period: 'year', step: 1_000 },
  NL: { currency: 'EUR', year: 63_000, period: 'month', step: 50 },
  ES: { currency: 'EUR', year: 43_000, period: 'year', step: 1_000 },
  PT: { currency: 'EUR', year: 37_000, period: 'year', step: 500 },
  CZ: { currency: 'CZK', year: 1_080_000, period: 'month', step: 1_000 },
  SE: { currency: 'SEK', year: 588_000, period: 'month', step: 500 },
  FR: { currency: 'EUR', year: 49_000, period: 'year', step: 1_000 },
  UA: { currency: 'USD', year: 36_000, period: 'month', step: 100 },
  EE: { currency: 'EUR', year: 45_600, period: 'month', step: 50 },
  US: { currency: 'USD', year: 128_000, period: 'year', step: 1_000 },
  CA: { currency: 'CAD', year: 104_000, period: 'year', step: 1_000 },
};

export const SENIORITY_FACTOR: Record<Seniority, number> = {
  intern: 0.36,
  junior: 0.62,
  mid: 1,
  senior: 1.36,
  lead: 1.63,
  manager: 1.78,
};

const ROLE_FACTOR: Record<string, number> = {
  'full-stack': 0.98,
  frontend: 0.94,
  devops: 1.08,
  cloud: 1.08,
  'data-engineer': 1.06,
  'data-scientist': 1.05,
  'data-analyst': 0.78,
  'machine-learning': 1.16,
  qa: 0.82,
  security: 1.08,
  embedded: 0.95,
  game: 0.82,
  architect: 1.18,
  'system-administrator': 0.76,
  network: 0.82,
  'ux-ui': 0.85,
  'product-manager': 1.04,
  'project-manager': 0.92,
  'business-analyst': 0.84,
  'it-support': 0.58,
  'technical-writer': 0.74,
  other: 0.56,
};

/** Below this share of the market's figure an ordinary contract would fall under most minimum wages. */
const LEAST_SHARE = 0.42;

function roundTo(value: number, step: number): number {
  return Math.max(step, Math.round(value / step) * step);
}

/** A range around the middle, rounded to the steps people write. A fixed pay has no width. */
function statedRange(random: Random, middle: number, step: number, fixed: boolean) {
  if (fixed) return { min: roundTo(middle, step), max: roundTo(middle, step) };
  const half = (pickInt(random, 12, 26) / 100) * middle * 0.5;
  const min = roundTo(middle - half, step);
  return { min, max: Math.max(min + step, roundTo(middle + half, step)) };
}

type Terms = {
  country: string;
  role: string;
  seniority: Seniority;
  fixed: boolean;
  wanted?: DemoPay['contract'][];
};

function chooseContracts(random: Random, { country, seniority, wanted }: Terms): DemoPay['contract'][] {
  if (wanted) return wanted;
  if (seniority === 'intern') return ['internship'];
  const roll = random();
  if (seniority === 'manager' && country !== 'UA') return ['employment'];
  if (country === 'PL') return roll < 0.5 ? ['b2b', 'employment'] : roll < 0.76 ? ['employment'] : ['b2b'];
  if (country === 'UA') return ['b2b'];
  if (country === 'CZ') return roll < 0.28 ? ['employment', 'b2b'] : roll < 0.36 ? ['b2b'] : ['employment'];
  if (country === 'GB' || country === 'IE') return roll < 0.11 ? ['contract'] : ['employment'];
  if (country === 'US') return roll < 0.1 ? ['contract'] : ['employment'];
  if (country === 'DE' || country === 'NL') return roll < 0.07 ? ['contract'] : ['employment'];
  if (country === 'ES' || country === 'PT') return roll < 0.1 ? ['employment', 'b2b'] : ['employment'];
  return ['employment'];
}

/** What a contract pays in a country: which period it is written in, which tax, and how far above employment. */
function termsOf(random: Random, contract: DemoPay['contract'], country: string, market: Market) {
  if (contract === 'employment' || contract === 'internship') {
    const period = contract === 'internship' ? ('month' as const) : market.period;
    const step =
      period === market.period
        ? market.step
        : market.currency === 'USD' || market.currency === 'CAD'
          ? 100
          : 50;
    return { period, tax: 'gross' as const, uplift: 1, step };
  }
  if (country === 'PL') {
    if (contract === 'contract')
      return { period: 'month' as const, tax: 'gross' as const, uplift: 0.95, step: 500 };
    return random() < 0.22
      ? { period: 'hour' as const, tax: 'net_vat' as const, uplift: 1.24, step: 5 }
      : { period: 'month' as const, tax: 'net_vat' as const, uplift: 1.24, step: 500 };
  }
  if (country === 'UA') return { period: 'month' as const, tax: 'net' as const, uplift: 1, step: 100 };
  if (country === 'CZ') return { period: 'day' as const, tax: 'net_vat' as const, uplift: 1.3, step: 200 };
  if (country === 'US') return { period: 'hour' as const, tax: 'gross' as const, uplift: 1.25, step: 5 };
  if (country === 'GB') return { period: 'day' as const, tax: null, uplift: 1.5, step: 25 };
  if (country === 'DE') return { period: 'hour' as const, tax: 'net_vat' as const, uplift: 1.55, step: 5 };
  return { period: 'day' as const, tax: 'net_vat' as const, uplift: 1.4, step: 10 };
}

/** Divisors as the portal counts a year: 12 months, 220 days, 2,080 hours. A Polish B2B month is 160 hours. */
const PER_YEAR = { year: 1, month: 12, day: 220, hour: 2080 } as const;

/** Pay rows of one offer. `stated` false leaves the contracts without figures. */
export function composePay(random: Random, terms: Terms, stated: boolean): DemoPay[] {
  const market = MARKETS[terms.country];
  if (!market) throw new Error(`No market for ${terms.country}`);
  const jitter = terms.fixed ? 1 : 1 + pickInt(random, -5, 5) / 100;
  const share = SENIORITY_FACTOR[terms.seniority] * (ROLE_FACTOR[terms.role] ?? 1);
  const year = market.year * (terms.seniority === 'intern' ? share : Math.max(share, LEAST_SHARE)) * jitter;
  const shape = random();
  return chooseContracts(random, terms).map((contract) => {
    const { period, tax, uplift, step } = termsOf(random, contract, terms.country, market);
    const base = { contract, currency: market.currency, period, tax };
    if (!stated) return { ...base, min: null, max: null };
    const { min, max } = statedRange(random, (year * uplift) / PER_YEAR[period], step, terms.fixed);
    if (shape < 0.015) return { ...base, min: null, max };
    if (shape < 0.03) return { ...base, min, max: null };
    return { ...base, min, max };
  });
}

/** Where a remote colleague of a company in this country may live; home comes first. */
const NEIGHBOURS: Record<string, string[][]> = {
  PL: [['CZ', 'SK'], ['CZ', 'DE', 'LT'], ['UA'], ['DE', 'CZ', 'SK', 'LT', 'LV', 'EE']],
  DE: [['AT'], ['AT', 'NL', 'PL'], ['AT', 'FR', 'ES', 'PT', 'PL']],
  GB: [['IE'], ['IE', 'PT'], ['IE', 'NL', 'ES']],
  IE: [['GB'], ['GB', 'ES']],
  NL: [['BE'], ['BE', 'DE'], ['BE', 'DE', 'PL', 'PT']],
  ES: [['PT'], ['PT', 'FR'], ['PT', 'FR', 'IT']],
  PT: [['ES'], ['ES', 'FR'], ['ES', 'GB', 'DE']],
  CZ: [['SK'], ['SK', 'PL'], ['SK', 'PL', 'AT']],
  SE: [['NO'], ['FI', 'DK'], ['NO', 'DK', 'FI']],
  FR: [['BE'], ['BE', 'CH'], ['ES', 'PT', 'BE']],
  UA: [['PL'], ['PL', 'CZ'], ['PL', 'RO', 'MD']],
  EE: [
    ['LV', 'LT'],
    ['FI', 'LV', 'LT'],
    ['FI', 'LV', 'LT', 'PL', 'DE'],
  ],
  US: [['CA'], ['CA', 'MX']],
  CA: [['US'], ['US', 'MX']],
};

export function chooseCountries(random: Random, home: string): string[] {
  if (random() < 0.52) return [home];
  return [home, ...pickOne(random, NEIGHBOURS[home] ?? [[]])];
}
