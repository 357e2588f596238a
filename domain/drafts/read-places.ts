import type { Workplace } from '@/domain/offers/input';
import { countryName } from '@/domain/offers/labels';
import type { RecordPlace } from '@/domain/offers/record';
import type { Locations } from '@/domain/places/locations';
import { findRegion } from '@/domain/places/regions';
import { LIMITS, type TypedForm } from './input';
import { quote } from './quote';

export type TypedPlace = RecordPlace;

/**
 * The places of the form: towns where the desk is, or for remote work the towns, countries and regions in which
 * people may live. `regions` are those that are no country ("Europe").
 */
export function readPlaces(
  form: TypedForm,
  workplace: Workplace | null,
  findPlaces: (text: string) => Locations,
  faults: Record<string, string>,
): { places: TypedPlace[]; regions: string[] } {
  const remote = workplace === 'remote';
  const [typed, use, field] = remote
    ? ([form.homes, 'applicant', 'home'] as const)
    : ([form.places, 'workplace', 'place'] as const);
  const places: TypedPlace[] = [];
  const regions: string[] = [];
  for (const [index, text] of typed.slice(0, LIMITS.places).entries()) {
    const { places: found, note } = findPlaces(text);
    const region = findRegion(text);
    const towns = found.filter(({ city }) => city !== null);
    const [first] = found;
    if (remote && region) regions.push(region);
    else if (!first)
      faults[`${field}-${index}`] =
        `We do not know “${quote(text)}”. Write the town and its country, such as Kraków, Poland.`;
    else if (first.city === null && note !== null)
      faults[`${field}-${index}`] =
        `We find no such place in ${countryName(first.countryCode)}, or more than one. Check the spelling, or give the nearest larger town.`;
    else if (!remote && towns.length < found.length)
      faults[`${field}-${index}`] =
        `Which town in ${countryName(first.countryCode)}? Candidates look for the way to work.`;
    else
      for (const { countryCode, city } of found) {
        const place = { use, countryCode, city: city && { name: city.name, geonameId: city.geonameId } };
        if (!places.some((other) => isSame(other, place))) places.push(place);
      }
  }
  if (typed.length > LIMITS.places)
    faults[`${field}-${LIMITS.places}`] =
      `These are ${typed.length} places. Name at most ${LIMITS.places}, or the country.`;
  if (typed.length === 0 && workplace)
    faults[`${field}-0`] = remote
      ? 'Say where people may live, such as Poland, or Worldwide.'
      : 'Say where the desk is, such as Kraków, Poland.';
  return { places, regions: [...new Set(regions)] };
}

function isSame(a: TypedPlace, b: TypedPlace): boolean {
  return a.countryCode === b.countryCode && a.city?.geonameId === b.city?.geonameId;
}
