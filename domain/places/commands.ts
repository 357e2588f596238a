import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { place } from '@/db/schema/places';
import { toSlug } from '@/lib/slug';

/** A whole country, or a city in it. */
export type PlaceRecord = {
  /** ISO 3166-1 alpha-2, upper case. */
  countryCode: string;
  city: { name: string; geonameId: number | null } | null;
};

type Stored = { id: number; slug: string; name: string; countryCode: string; geonameId: number | null };

const MAX_SLUG = 60;
const MAX_TURNS = 3;

const columns = {
  id: place.id,
  slug: place.slug,
  name: place.name,
  countryCode: place.countryCode,
  geonameId: place.geonameId,
};

/**
 * Ids of the places of `records`, in their order; cities that no offer named before are created. Null for a
 * country that ISO 3166-1 does not know. Safe to repeat and beside other writers.
 */
export async function savePlaces(db: Db, records: readonly PlaceRecord[]): Promise<(number | null)[]> {
  const countries = await db.select(columns).from(place).where(eq(place.kind, 'country'));
  const countryIds = new Map(countries.map(({ countryCode, id }) => [countryCode, id]));
  const cities = new Map<string, PlaceRecord & { city: NonNullable<PlaceRecord['city']> }>();
  for (const { countryCode, city } of records) {
    if (city && countryIds.has(countryCode)) cities.set(cityKey(countryCode, city), { countryCode, city });
  }
  const cityIds = new Map<string, number>();
  for (let turn = 0; cityIds.size < cities.size; turn++) {
    if (turn === MAX_TURNS)
      throw new Error('Places could not be stored: other writers were faster each time');
    const missing = [...cities.values()].filter(
      ({ countryCode, city }) => !cityIds.has(cityKey(countryCode, city)),
    );
    const found = await findCities(db, missing);
    for (const [key, id] of found) cityIds.set(key, id);
    const unknown = missing.filter(({ countryCode, city }) => !found.has(cityKey(countryCode, city)));
    if (unknown.length > 0) await insertCities(db, unknown);
  }
  return records.map(({ countryCode, city }) =>
    city ? (cityIds.get(cityKey(countryCode, city)) ?? null) : (countryIds.get(countryCode) ?? null),
  );
}

type CityRecord = PlaceRecord & { city: NonNullable<PlaceRecord['city']> };

function cityKey(countryCode: string, city: CityRecord['city']): string {
  return city.geonameId === null ? `${countryCode} ${city.name.toLowerCase()}` : String(city.geonameId);
}

async function findCities(db: Db, wanted: CityRecord[]): Promise<Map<string, number>> {
  if (wanted.length === 0) return new Map();
  const ids = wanted.flatMap(({ city }) => city.geonameId ?? []);
  const names = wanted
    .filter(({ city }) => city.geonameId === null)
    .map(({ city }) => city.name.toLowerCase());
  const stored: Stored[] = await db
    .select(columns)
    .from(place)
    .where(
      and(
        eq(place.kind, 'city'),
        or(
          ids.length > 0 ? inArray(place.geonameId, ids) : undefined,
          names.length > 0 ? inArray(sql`lower(${place.name})`, names) : undefined,
          isNull(place.geonameId),
        ),
      ),
    )
    .orderBy(place.id);
  const found = new Map<string, number>();
  const learned: { id: number; geonameId: number }[] = [];
  for (const { countryCode, city } of wanted) {
    const sameName = (row: Stored) =>
      row.countryCode === countryCode && row.name.toLowerCase() === city.name.toLowerCase();
    const match =
      stored.find(({ geonameId }) => geonameId !== null && geonameId === city.geonameId) ??
      stored.find((row) => sameName(row) && (city.geonameId === null || row.geonameId === null));
    if (!match) continue;
    if (match.geonameId === null && city.geonameId !== null) {
      match.geonameId = city.geonameId;
      learned.push({ id: match.id, geonameId: city.geonameId });
    }
    found.set(cityKey(countryCode, city), match.id);
  }
  for (const { id, geonameId } of learned) {
    await db.update(place).set({ geonameId }).where(eq(place.id, id));
  }
  return found;
}

async function insertCities(db: Db, wanted: CityRecord[]): Promise<void> {
  const ordered = wanted.toSorted((a, b) =>
    cityKey(a.countryCode, a.city) < cityKey(b.countryCode, b.city) ? -1 : 1,
  );
  const candidates = ordered.map(({ countryCode, city }) => {
    const base = toSlug(city.name, MAX_SLUG) || 'city';
    const national = `${base}-${countryCode.toLowerCase()}`;
    return [base, national, `${national}-${city.geonameId ?? 2}`];
  });
  const known = await db
    .select({ slug: place.slug })
    .from(place)
    .where(inArray(place.slug, candidates.flat()));
  const taken = new Set(known.map(({ slug }) => slug));
  const rows = ordered.flatMap(({ countryCode, city }, index) => {
    const slug = candidates[index]?.find((candidate) => !taken.has(candidate));
    if (!slug) return [];
    taken.add(slug);
    return [{ kind: 'city' as const, slug, name: city.name, countryCode, geonameId: city.geonameId }];
  });
  if (rows.length > 0) await db.insert(place).values(rows).onConflictDoNothing();
}
