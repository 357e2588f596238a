import slugify from '@sindresorhus/slugify';
import countries from 'i18n-iso-countries';
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };

countries.registerLocale(english);

/** Where the dataset's first name is the official one, the name people say. */
const COMMON_NAMES: Record<string, string> = {
  BN: 'Brunei',
  BQ: 'Caribbean Netherlands',
  CD: 'DR Congo',
  CI: 'Côte d’Ivoire',
  CN: 'China',
  CZ: 'Czechia',
  FK: 'Falkland Islands',
  FM: 'Micronesia',
  GM: 'Gambia',
  IR: 'Iran',
  LA: 'Laos',
  MD: 'Moldova',
  MF: 'Saint Martin',
  MK: 'North Macedonia',
  PN: 'Pitcairn Islands',
  PS: 'Palestine',
  RE: 'Réunion',
  RU: 'Russia',
  ST: 'São Tomé and Príncipe',
  SX: 'Sint Maarten',
  SY: 'Syria',
  TW: 'Taiwan',
  TZ: 'Tanzania',
  UM: 'US Outlying Islands',
  US: 'United States',
  VA: 'Vatican City',
  VG: 'British Virgin Islands',
  VI: 'US Virgin Islands',
};

/** Every country of ISO 3166-1, and Kosovo (XK), with the slug of its page. */
export const COUNTRIES: readonly { countryCode: string; name: string; slug: string }[] = Object.entries(
  countries.getNames('en'),
).map(([countryCode, official]) => {
  const name = COMMON_NAMES[countryCode] ?? official;
  // Accents off first: the slug of Türkiye is turkiye, not tuerkiye.
  return { countryCode, name, slug: slugify(name.normalize('NFD').replace(/\p{M}/gu, '')) };
});
