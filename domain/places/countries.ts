import countries from 'i18n-iso-countries';
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import { foldName } from '@/lib/fold';

countries.registerLocale(english);

/** What people write and the dataset does not list. */
const ALIASES: Record<string, string> = {
  america: 'US',
  'u s': 'US',
  'u s a': 'US',
  us: 'US',
  'united states of america usa': 'US',
  'the united states': 'US',
  'the united states of america': 'US',
  estados: 'US',
  uk: 'GB',
  'u k': 'GB',
  'great britain': 'GB',
  britain: 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  'the netherlands': 'NL',
  holland: 'NL',
  'republic of ireland': 'IE',
  'south korea': 'KR',
  'republic of korea': 'KR',
  korea: 'KR',
  'north korea': 'KP',
  'czech republic': 'CZ',
  'slovak republic': 'SK',
  uae: 'AE',
  emirates: 'AE',
  'vatican city': 'VA',
  vatican: 'VA',
  'holy see vatican city state': 'VA',
  kosovo: 'XK',
  'hong kong sar': 'HK',
  'mainland china': 'CN',
  prc: 'CN',
  macau: 'MO',
  turkiye: 'TR',
  burma: 'MM',
  swaziland: 'SZ',
  'cape verde': 'CV',
  'ivory coast': 'CI',
  'dr congo': 'CD',
  drc: 'CD',
  'republic of the congo': 'CG',
  macedonia: 'MK',
  palestine: 'PS',
  'bosnia herzegovina': 'BA',
  bosnia: 'BA',
  'trinidad tobago': 'TT',
  'the philippines': 'PH',
  'the gambia': 'GM',
  'the bahamas': 'BS',
  'bonaire sint eustatius and saba': 'BQ',
  'saint helena ascension and tristan da cunha': 'SH',
};

/** Countries are also written in the language of the posting. */
const LANGUAGES =
  'en de fr es it pt nl pl cs sk hu ro sv da nb fi uk ru tr el bg hr sr sl lt lv et ja zh ko'.split(' ');
/** Below this a foreign name is more likely another word. */
const MIN_FOREIGN_LENGTH = 4;

let byName: Map<string, string> | undefined;

function countryNames(): Map<string, string> {
  if (byName) return byName;
  const names = new Map(Object.entries(ALIASES));
  const add = (name: string | undefined, code: string) => {
    const key = foldName(name ?? '');
    if (key && !names.has(key)) names.set(key, code);
  };
  const codes = Object.keys(countries.getAlpha2Codes());
  for (const [code, list] of Object.entries(countries.getNames('en', { select: 'all' }))) {
    for (const name of list) add(name, code);
  }
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (const code of codes) {
      const name = display.of(code);
      if (name && (language === 'en' || name.length >= MIN_FOREIGN_LENGTH || !/^\p{sc=Latn}+$/u.test(name))) {
        add(name, code);
      }
    }
  }
  byName = names;
  return names;
}

/**
 * ISO 3166-1 alpha-2 code (upper case) of a country's name in any of some thirty languages, of its usual
 * short forms (USA, UK, Czechia), or of an alpha-2 or alpha-3 code in capitals; null for anything else.
 */
export function findCountryCode(text: string): string | null {
  const trimmed = text.trim();
  if (/^[A-Z]{2}$/.test(trimmed)) {
    if (trimmed === 'UK') return 'GB';
    return trimmed === 'XK' || countries.isValid(trimmed) ? trimmed : null;
  }
  if (/^[A-Z]{3}$/.test(trimmed)) {
    const code = countries.alpha3ToAlpha2(trimmed);
    if (code) return code;
  }
  // "Congo, The Democratic Republic of the", as registers sort it.
  const turned = trimmed.replace(/^([^,]+),([^,]+)$/, '$2 $1');
  for (const name of [trimmed, turned]) {
    const key = foldName(name);
    const code = countryNames().get(key) ?? countryNames().get(key.replace(/^the /, ''));
    if (code) return code;
  }
  return null;
}
