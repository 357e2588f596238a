import { currencyDecimals, toMajorUnits } from '@/lib/money';
import {
  CONTRACT_LABELS,
  type OfferPay,
  type OfferPlace,
  type OfferRow,
  type PayPeriod,
  type PayTax,
} from './rules';

const NBSP = '\u00a0';
/** Between two facts on one line. */
export const SEPARATOR = `${NBSP}${NBSP}·${NBSP} `;
const DAY_MS = 86_400_000;

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const shortDate = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const list = new Intl.ListFormat('en-GB', { type: 'disjunction' });
const country = new Intl.DisplayNames('en-GB', { type: 'region' });

export const PERIOD_LABELS: Record<PayPeriod, string> = {
  hour: `an${NBSP}hour`,
  day: `a${NBSP}day`,
  month: `a${NBSP}month`,
  year: `a${NBSP}year`,
};
export const TAX_LABELS: Record<PayTax, string> = { gross: 'gross', net: 'net', net_vat: 'net + VAT' };

/** 24000 as "24 000", parted by no-break spaces. */
export function formatNumber(value: number): string {
  return number.format(value).replaceAll(',', NBSP);
}

/** A count that may have stopped at a cap: "187", or "2 000+". */
export function formatCount(count: number, capped = false): string {
  return formatNumber(count) + (capped ? '+' : '');
}

/** A number of offers in words: "1 offer", "2 000+ offers". */
export function formatOffers(count: number, capped = false): string {
  return `${formatCount(count, capped)}${NBSP}${count === 1 && !capped ? 'offer' : 'offers'}`;
}

/** The UTC day of an ISO 8601 time: "24 October 2026". */
export function formatDate(iso: string): string {
  return date.format(new Date(iso));
}

/** The UTC day without its year: "24 Oct". */
export function formatShortDate(iso: string): string {
  return shortDate.format(new Date(iso));
}

/** The English name of an ISO 3166-1 alpha-2 country code, or the code itself. */
export function countryName(code: string): string {
  try {
    return country.of(code.toUpperCase()) ?? code;
  } catch {
    return code;
  }
}

/** The pay of the contract that pays best, or undefined if none states a figure. */
export function bestPay(pay: OfferPay[]): OfferPay | undefined {
  let best: OfferPay | undefined;
  for (const candidate of pay) {
    if (candidate.statedMax === null) continue;
    if (!best || (candidate.yearlyEurMax ?? 0) > (best.yearlyEurMax ?? 0)) best = candidate;
  }
  return best;
}

/** What is paid, as stated: "24 000–31 000 PLN"; undefined where no figure is stated. */
export function payAmount(pay: OfferPay): string | undefined {
  const { statedMin, statedMax, currency } = pay;
  if (statedMin === null || statedMax === null || currency === null) return undefined;
  const whole = [statedMin, statedMax].every((minor) => Number.isInteger(toMajorUnits(minor, currency)));
  const digits = whole ? 0 : currencyDecimals(currency);
  const amount = (minor: number) =>
    toMajorUnits(minor, currency)
      .toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })
      .replaceAll(',', NBSP);
  const range = statedMin === statedMax ? amount(statedMax) : `${amount(statedMin)}–${amount(statedMax)}`;
  return `${range}${NBSP}${currency}`;
}

/** Under what terms it is paid: "B2B, net + VAT, a month". */
export function payTerms(pay: OfferPay, partTime = false): string {
  const terms = [CONTRACT_LABELS[pay.contract]];
  if (partTime) terms.push('part time');
  if (pay.statedMax !== null) {
    if (pay.tax) terms.push(TAX_LABELS[pay.tax]);
    if (pay.period) terms.push(PERIOD_LABELS[pay.period]);
  }
  return terms.join(', ');
}

/** Whole EUR as thousands: "48–63k EUR". */
export function formatThousands(from: number, to: number): string {
  const [low, high] = [Math.round(from / 1000), Math.round(to / 1000)];
  return `${low === high ? high : `${low}–${high}`}k${NBSP}EUR`;
}

/** "48–63k EUR a year". */
export function yearlyRange(from: number, to: number): string {
  return `${formatThousands(from, to)}${NBSP}${PERIOD_LABELS.year}`;
}

const MOST_PLACES = 3;

/**
 * Where the work is: "Kraków, Poland", "Wrocław, Gdynia or Poznań", "anywhere in Spain or Portugal".
 * Undefined where nothing is known.
 */
export function placesLabel({
  places,
  workplace,
}: Pick<OfferRow, 'places' | 'workplace'>): string | undefined {
  const desks = places.filter((place) => place.use === 'workplace');
  const homes = places.filter((place) => place.use === 'applicant');
  if (workplace === 'remote' && homes.length > 0) {
    const where = homes.length > MOST_PLACES ? `${homes.length} places` : orList(homes, nameInSentence);
    return `anywhere in ${where}`;
  }
  const [first] = desks;
  if (!first) return undefined;
  if (desks.length > MOST_PLACES) {
    const [, second, ...more] = desks;
    return `${first.name}, ${second?.name} and ${more.length} more places`;
  }
  if (desks.length > 1 || first.kind === 'country') return orList(desks, (place) => place.name);
  const where = countryName(first.countryCode);
  // Singapore, Luxembourg: the city is the country.
  return where === first.name ? first.name : `${first.name}, ${where}`;
}

function orList(places: OfferPlace[], nameOf: (place: OfferPlace) => string): string {
  return list.format(places.map(nameOf));
}

/** Countries that English gives an article. */
const WITH_ARTICLE = new Set([
  'AE',
  'BS',
  'CF',
  'DO',
  'GB',
  'GM',
  'KM',
  'KY',
  'MH',
  'MV',
  'NL',
  'PH',
  'SB',
  'SC',
  'US',
]);

function nameInSentence({ kind, name, countryCode }: OfferPlace): string {
  return kind === 'country' && WITH_ARTICLE.has(countryCode) ? `the ${name}` : name;
}

/** How long ago the employer last stood by an offer. */
export type Answer = {
  /** Whole UTC days. */
  days: number;
  /** `fresh`: three days or less; `older`: a fortnight or less; `silent`: asked since, and no answer. */
  mark: 'fresh' | 'older' | 'silent';
  /** "today", "2 d". */
  age: string;
  /** "Confirmed open 2 days ago". */
  sentence: string;
};

const FRESH_DAYS = 3;
const ROLL_DAYS = 14;

/** The answer as of `today`, a UTC day (YYYY-MM-DD). Publishing an offer counts as the first answer. */
export function lastAnswer(
  { confirmedAt, publishedAt }: { confirmedAt: string | null; publishedAt: string },
  today: string,
): Answer {
  const days = Math.max(0, daysBetween(confirmedAt ?? publishedAt, today));
  const ago = days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;
  const said = confirmedAt === null ? 'Posted' : 'Confirmed open';
  const age = days === 0 ? 'today' : `${days}${NBSP}d`;
  if (days > ROLL_DAYS)
    return { days, mark: 'silent', age, sentence: `${said} ${ago}, waiting for an answer` };
  return { days, mark: days <= FRESH_DAYS ? 'fresh' : 'older', age, sentence: `${said} ${ago}` };
}

/** Whole UTC days from an ISO 8601 time to the day `today` (YYYY-MM-DD). */
export function daysBetween(iso: string, today: string): number {
  return Math.round((Date.parse(today) - Date.parse(iso.slice(0, 10))) / DAY_MS);
}
