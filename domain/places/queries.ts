import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { place } from '@/db/schema/places';

export type Place = {
  id: number;
  kind: 'country' | 'city';
  slug: string;
  name: string;
  /** ISO 3166-1 alpha-2, upper case. */
  countryCode: string;
};

const columns = {
  id: place.id,
  kind: place.kind,
  slug: place.slug,
  name: place.name,
  countryCode: place.countryCode,
};

/** The country or city of a slug, or null. */
export async function findPlace(db: Db, slug: string): Promise<Place | null> {
  const [found] = await db.select(columns).from(place).where(eq(place.slug, slug));
  return found ?? null;
}

/** The country of an ISO 3166-1 alpha-2 code, or null. */
export async function findCountry(db: Db, code: string): Promise<Place | null> {
  const [found] = await db
    .select(columns)
    .from(place)
    .where(and(eq(place.kind, 'country'), eq(place.countryCode, code.toUpperCase())));
  return found ?? null;
}
