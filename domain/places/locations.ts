import { findCountryCode } from './countries';
import type { City, Gazetteer } from './gazetteer';
import { findRegion, findState, isTimeZone } from './regions';

/** A country, or a city in it. */
export type Location = { countryCode: string; city: City | null };

/** What a text says about where: places we know, and what is worth keeping that is no such place. */
export type Locations = { places: Location[]; note: string | null };

const NOTHING: Locations = { places: [], note: null };
const MAX_NOTE = 80;

/**
 * Reads a location as people write it: "Poland", "Toronto, Ontario", "Berlin, Berlin, Germany",
 * "Germany, Spain, UK", "Remote (US)", "EMEA, Netherlands", "Time zone: CET (+/- 3 hours)". A name that
 * could be several cities gives at most the country they share; nothing is guessed beyond that.
 * `homeCountry` is where a bare city name is looked for first.
 */
export function readLocations(gazetteer: Gazetteer, text: string, homeCountry?: string): Locations {
  const whole = text.replaceAll(/\s+/g, ' ').trim();
  if (whole === '') return NOTHING;
  const country = findCountryCode(whole);
  if (country) return { places: [{ countryCode: country, city: null }], note: null };
  const region = findRegion(whole);
  if (region !== undefined) return { places: [], note: region };
  if (!whole.includes(',') && isTimeZone(whole))
    return { places: [], note: shorten(whole.replace(/^time ?zones?:\s*/i, '')) };

  const bare = whole
    .replaceAll(
      /\b(?:fully |100% ?)?remote(?:ly)?\b|\bhybrid\b|\bon-?site\b|\bhome ?office\b|\banywhere in\b|\bbased\b|\bonly\b/gi,
      ' ',
    )
    .replaceAll(/[()[\]]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s,;:/–-]+|[\s,;:/–-]+$/g, '');
  if (bare === '') return NOTHING;
  if (bare !== whole && !/[,;/|]/.test(bare)) return readLocations(gazetteer, bare, homeCountry);

  const groups = bare.split(/\s*[;|/]\s*|\s+(?:or|and)\s+/i).filter(Boolean);
  if (groups.length > 1)
    return join(
      groups.map((group) => readLocations(gazetteer, group, homeCountry)),
      whole,
    );
  return readParts(gazetteer, bare.split(/\s*,\s*/).filter(Boolean), whole, homeCountry);
}

function readParts(gazetteer: Gazetteer, parts: string[], whole: string, homeCountry?: string): Locations {
  const [first = '', second = ''] = parts;
  const last = parts.at(-1) ?? '';
  if (parts.length === 1) return readCity(gazetteer, first, homeCountry);

  if (parts.length <= 4 && !findCountryCode(first) && findRegion(first) === undefined) {
    // "City, State": before countries, because Georgia and CA are both.
    const state = findState(parts.length > 2 ? second : last);
    const stated = state && gazetteer.findCityIn(first, state.country, state.admin);
    const country = findCountryCode(last);
    if (state && stated && (parts.length === 2 || country === state.country))
      return one(state.country, stated);
    if (country) return one(country, gazetteer.findCityIn(first, country), first);
    if (state && parts.length === 2) return one(state.country, null, whole);
  }
  // "City, Area": the area is not known, and the city is clear without it.
  const read = parts.map((part) => readLocations(gazetteer, part, homeCountry));
  const cities = read.filter(({ places }) => places.length > 0);
  const [only] = cities;
  if (only && cities.length === 1 && read[0] === only) return { ...only, note: null };
  return join(read, whole);
}

function readCity(gazetteer: Gazetteer, name: string, homeCountry?: string): Locations {
  const home = homeCountry && gazetteer.findCityIn(name, homeCountry);
  if (home) return one(home.countryCode, home);
  const found = gazetteer.findCity(name);
  if (found && (!homeCountry || found.countryCode === homeCountry))
    return one(found.countryCode, found.city, name);
  if (homeCountry) return one(homeCountry, null, name);
  const state = findState(name);
  if (state) return one(state.country, null, state.name);
  return { places: [], note: shorten(name) };
}

/** One place; where only its country is known, `name` stays as a note. */
function one(countryCode: string, city: City | null, name?: string): Locations {
  return { places: [{ countryCode, city }], note: city || !name ? null : shorten(name) };
}

/** Places of all, without repeats; notes only of regions, or the whole text where no place was found. */
function join(all: Locations[], whole: string): Locations {
  const places: Location[] = [];
  for (const { places: found } of all) {
    for (const place of found) if (!places.some((other) => isSame(other, place))) places.push(place);
  }
  if (places.length === 0) return { places, note: shorten(whole) };
  const notes = all.flatMap(({ places: found, note }) => (found.length === 0 && note ? [note] : []));
  const regions = notes.filter((note) => findRegion(note) !== undefined);
  return { places, note: regions.length > 0 ? shorten(regions.join(', ')) : null };
}

function isSame(a: Location, b: Location): boolean {
  return a.countryCode === b.countryCode && a.city?.geonameId === b.city?.geonameId;
}

function shorten(text: string): string {
  return text.length <= MAX_NOTE ? text : `${text.slice(0, MAX_NOTE - 1).trimEnd()}…`;
}
