import { foldName } from '@/lib/fold';

/** Parts of the world that are no country; kept as a note, in this spelling. Null: says nothing. */
const REGIONS: Record<string, string | null> = {
  remote: null,
  'fully remote': null,
  'remote first': null,
  'work from home': null,
  home: null,
  'home office': null,
  homeoffice: null,
  various: null,
  'various locations': null,
  'multiple locations': null,
  flexible: null,
  'n a': null,
  none: null,
  null: null,
  other: null,
  tbd: null,
  worldwide: 'Worldwide',
  'world wide': 'Worldwide',
  global: 'Worldwide',
  globally: 'Worldwide',
  international: 'Worldwide',
  anywhere: 'Worldwide',
  'anywhere in the world': 'Worldwide',
  'remote worldwide': 'Worldwide',
  'any location': 'Worldwide',
  europe: 'Europe',
  'european union': 'European Union',
  eu: 'European Union',
  eea: 'EEA',
  'european economic area': 'EEA',
  eurozone: 'Eurozone',
  emea: 'EMEA',
  apac: 'APAC',
  asia: 'Asia',
  'asia pacific': 'APAC',
  'south east asia': 'South-East Asia',
  'southeast asia': 'South-East Asia',
  africa: 'Africa',
  oceania: 'Oceania',
  anz: 'Australia and New Zealand',
  americas: 'Americas',
  'the americas': 'Americas',
  amer: 'Americas',
  'north america': 'North America',
  'south america': 'South America',
  'central america': 'Central America',
  latam: 'Latin America',
  'latin america': 'Latin America',
  caribbean: 'Caribbean',
  'middle east': 'Middle East',
  mena: 'Middle East and North Africa',
  gcc: 'Gulf states',
  dach: 'DACH',
  benelux: 'Benelux',
  nordics: 'Nordics',
  scandinavia: 'Scandinavia',
  baltics: 'Baltics',
  cee: 'Central and Eastern Europe',
  'eastern europe': 'Eastern Europe',
  'western europe': 'Western Europe',
  'central europe': 'Central Europe',
  'southern europe': 'Southern Europe',
  'northern europe': 'Northern Europe',
  cis: 'CIS',
  balkans: 'Balkans',
};

/** The note for a region's name; null where the words name no place at all; undefined if they are neither. */
export function findRegion(text: string): string | null | undefined {
  return REGIONS[foldName(text)];
}

const TIME_ZONE =
  /\btime ?zones?\b|\b(?:UTC|GMT|CES?T|EES?T|WES?T|BST|[ECMP][SD]?T)\b\s*(?:\(|[+-]|$)|\+\/?-\s*\d+\s*(?:h|hours?)\b/i;

/** Whether the words are about clocks rather than places: "Time zone: CET (+/- 3 hours)". */
export function isTimeZone(text: string): boolean {
  return TIME_ZONE.test(text);
}

/** Code by name of the states of the USA and of the provinces of Canada. */
const US_STATES =
  'AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming';
const CA_PROVINCES =
  'AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NS Nova Scotia|ON Ontario|PE Prince Edward Island|QC Quebec|SK Saskatchewan|YT Yukon|NT Northwest Territories|NU Nunavut';
/** GeoNames numbers the provinces of Canada. */
const CA_ADMIN: Record<string, string> = {
  AB: '01',
  BC: '02',
  MB: '03',
  NB: '04',
  NL: '05',
  NS: '07',
  ON: '08',
  PE: '09',
  QC: '10',
  SK: '11',
  YT: '12',
  NT: '13',
  NU: '14',
};

export type State = { country: 'US' | 'CA'; name: string /** GeoNames admin1 code. */; admin: string };

const STATES = new Map<string, State>();
for (const [country, list] of [
  ['US', US_STATES],
  ['CA', CA_PROVINCES],
] as const) {
  for (const entry of list.split('|')) {
    const code = entry.slice(0, 2);
    const name = entry.slice(3);
    const state = { country, name, admin: country === 'US' ? code : (CA_ADMIN[code] ?? '') };
    STATES.set(code, state);
    STATES.set(foldName(name), state);
  }
}

/** A state of the USA or a province of Canada, by name or by its two capitals. */
export function findState(text: string): State | null {
  const trimmed = text.trim();
  return STATES.get(/^[A-Z]{2}$/.test(trimmed) ? trimmed : foldName(trimmed)) ?? null;
}
