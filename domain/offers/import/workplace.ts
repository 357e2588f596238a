import { findCountryCode } from '@/domain/places/countries';
import type { Gazetteer } from '@/domain/places/gazetteer';
import { type Location, type Locations, readLocations } from '@/domain/places/locations';
import { findState } from '@/domain/places/regions';
import { truncate } from '@/lib/truncate';
import type { Workplace } from '../input';
import type { RecordPlace } from '../record';
import { isOfType, type JsonObject, listOf, objectOf, textOf } from './json';
import { readLine } from './text';

export type WorkplaceFacts = { workplace: Workplace; note: string | null; places: RecordPlace[] };

const MAX_TEXT = 300;
const MAX_NOTE = 120;
/** All countries and some cities: more is a mistake of the source. */
const MAX_PLACES = 400;

const HYBRID_TITLE =
  /\bhybrid\b(?![- ]?(?:cloud|app|mobile|infrastructure|network|integration|it\b|environment|engine|vehicle|electric|power|energy|systems?\b|rocket))/i;
const HYBRID_TEXT =
  /\bhybrid (?:role|position|job|basis|work(?:ing|place)?|schedule|set-?up|model|arrangement|office|team|policy|opportunity)\b|\b(?:this is|role is|position is|work) (?:a )?hybrid\b|\bhybrid\s*[-–(:,]\s*(?:\d|one|two|three|four)\b/i;
/**
 * Where the source says TELECOMMUTE, being hybrid has to be a condition: with days, or with an office. "Hybrid
 * working culture" among the benefits is none.
 */
const HYBRID_CONDITION =
  /\bhybrid\b[^.\n]{0,80}\b(?:[1-5]|one|two|three|four)(?:\s*(?:-|–|to)\s*[1-5])?[- ]days?\b|\bhybrid (?:basis|schedule|position|role)\b[^.\n]{0,80}\b(?:office|on-?site|in[- ]person)\b/i;
const HYBRID_OR_REMOTE =
  /\b(?:remote|in[- ]office|on-?site)\s*(?:or|\/|,|and|&)\s*hybrid\b|\bhybrid\s*(?:or|\/|,|and|&)\s*(?:fully |full )?remote\b|\b(?:fully|100 ?%|completely|entirely) remote\b|\bremote[- ]first\b/i;
const OFFICE_DAYS =
  /\b(one|two|three|four|[1-4])(?:\s*(?:-|–|to)\s*([2-5]|two|three|four|five))?\s+days?\s*(?:a|per|each|every|\/)\s*week\s+(?:in|at|from)\s+(?:the|our)\s+(?:[A-Z]\w+ )?office/i;
const REMOTE_TITLE = /\bremote\b|\bhome ?office\b/i;

/**
 * Where the work is done, from `jobLocationType`, `jobLocation`, `applicantLocationRequirements` and, for
 * hybrid work, which schema.org has no word for, from title and description (`text`).
 */
export function readWorkplace(
  posting: JsonObject,
  title: string,
  text: string,
  gazetteer: Gazetteer,
): WorkplaceFacts {
  const desks = merge(listOf(posting.jobLocation).map((place) => readPlace(place, gazetteer)));
  const homes = merge(listOf(posting.applicantLocationRequirements).map((area) => readArea(area, gazetteer)));
  const telecommute = listOf(posting.jobLocationType).some(
    (type) => typeof type === 'string' && /telecommut|remote/i.test(type),
  );
  const nowhere = desks.places.length === 0 && desks.note === null;
  const remote =
    telecommute ||
    REMOTE_TITLE.test(title) ||
    (nowhere && (homes.places.length > 0 || homes.note !== null)) ||
    listOf(posting.jobLocation).some((place) => namesRemote(place));
  const hybrid = HYBRID_TITLE.test(title) || (/hybrid/i.test(text) && isHybrid(text, remote));
  const workplace: Workplace = hybrid ? 'hybrid' : remote ? 'remote' : 'onsite';

  const notes = [desks.note, homes.note];
  if (hybrid) notes.unshift(officeDays(text));
  const said = [...new Set(notes.filter((line) => line !== null))].join(', ');
  const note = truncate(said, MAX_NOTE) || null;

  const atDesk = desks.places.map((place) => toRecord(place, 'workplace'));
  // One country that applicants of an office job must live in is where the office is.
  const single = homes.places.length === 1 && atDesk.length === 0 && workplace !== 'remote';
  const atHome = homes.places.map((place) => toRecord(place, single ? 'workplace' : 'applicant'));
  return { workplace, note, places: [...atDesk, ...atHome].slice(0, MAX_PLACES) };
}

function isHybrid(text: string, remote: boolean): boolean {
  if (!remote) return HYBRID_TEXT.test(text);
  return HYBRID_CONDITION.test(text) && !HYBRID_OR_REMOTE.test(text);
}

function toRecord({ countryCode, city }: Location, use: RecordPlace['use']): RecordPlace {
  return { use, countryCode, city: city && { name: city.name, geonameId: city.geonameId } };
}

function readPlace(value: unknown, gazetteer: Gazetteer): Locations {
  if (typeof value === 'string') return readLocations(gazetteer, readLine(value, MAX_TEXT) ?? '');
  const place = objectOf(value);
  const raw = place.address ?? (place.addressLocality || place.addressCountry ? place : place.name);
  if (typeof listOf(raw)[0] === 'string')
    return readLocations(gazetteer, readLine(textOf(raw), MAX_TEXT) ?? '');
  const address = objectOf(raw);
  const locality = readLine(textOf(address.addressLocality), MAX_TEXT);
  const region = readLine(textOf(address.addressRegion), MAX_TEXT);
  const countryText = readLine(
    textOf(objectOf(address.addressCountry).name ?? address.addressCountry),
    MAX_TEXT,
  );
  const countryCode = countryText && findCountryCode(countryText);
  if (!countryCode) {
    return readLocations(gazetteer, [locality, region, countryText].filter(Boolean).join(', '));
  }
  const state = region ? findState(region) : null;
  if (locality) {
    const city = gazetteer.findCityIn(
      locality,
      countryCode,
      state?.country === countryCode ? state.admin : undefined,
    );
    if (city) return { places: [{ countryCode, city }], note: null };
    return readLocations(gazetteer, locality, countryCode);
  }
  const note = region && region !== countryText && findCountryCode(region) !== countryCode ? region : null;
  return { places: [{ countryCode, city: null }], note };
}

function readArea(value: unknown, gazetteer: Gazetteer): Locations {
  if (typeof value === 'string') return readLocations(gazetteer, readLine(value, MAX_TEXT) ?? '');
  const area = objectOf(value);
  const name = readLine(textOf(area.name), MAX_TEXT) ?? '';
  if (name === '') return area.address ? readPlace(area, gazetteer) : { places: [], note: null };
  if (isOfType(area, 'State') || isOfType(area, 'AdministrativeArea')) {
    const [first = name, second] = name.split(/\s*,\s*/);
    const state = findState(first);
    const within = second ? findCountryCode(second) : null;
    if (state && (within === null || within === state.country)) {
      return { places: [{ countryCode: state.country, city: null }], note: state.name };
    }
    if (within) return { places: [{ countryCode: within, city: null }], note: first };
  }
  return readLocations(gazetteer, name);
}

function namesRemote(place: unknown): boolean {
  const { address, name } = objectOf(place);
  const text =
    typeof place === 'string'
      ? place
      : (textOf(objectOf(address).addressLocality) ?? textOf(address) ?? textOf(name));
  return /\bremote\b/i.test(text ?? '');
}

function merge(all: Locations[]): Locations {
  const places = new Map<string, Location>();
  for (const place of all.flatMap(({ places: found }) => found)) {
    places.set(`${place.countryCode} ${place.city?.geonameId ?? ''}`, place);
  }
  const notes = new Set(all.flatMap(({ note }) => (note === null ? [] : [note])));
  return { places: [...places.values()], note: notes.size > 0 ? [...notes].join(', ') : null };
}

const NUMBERS = ['', 'one', 'two', 'three', 'four', 'five'];

function officeDays(text: string): string | null {
  const [found, from = '', to] = OFFICE_DAYS.exec(text) ?? [];
  if (!found) return null;
  const digit = (word: string) => Number(word) || NUMBERS.indexOf(word.toLowerCase());
  const days = to ? `${digit(from)}–${digit(to)} days` : digit(from) === 1 ? '1 day' : `${digit(from)} days`;
  return `${days} a week in the office`;
}
