import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { connect } from '@/db/client';
import { place } from '@/db/schema/places';
import { useTestDatabase } from '@/dev/testing/database';
import { type PlaceRecord, savePlaces } from './commands';

const test = useTestDatabase();

const city = (name: string, countryCode: string, geonameId: number | null = null): PlaceRecord => ({
  countryCode,
  city: { name, geonameId },
});
const country = (countryCode: string): PlaceRecord => ({ countryCode, city: null });

async function slugOf(id: number | null | undefined): Promise<string | undefined> {
  const [row] = await test.db
    .select({ slug: place.slug })
    .from(place)
    .where(eq(place.id, id ?? 0));
  return row?.slug;
}

beforeEach(async () => {
  await test.db.delete(place).where(eq(place.kind, 'city'));
});

describe('savePlaces', () => {
  it('gives ids in the order asked, and the same ones again', async () => {
    const asked = [
      city('Kraków', 'PL', 1),
      country('PL'),
      city('Łódź', 'PL', 2),
      city('Kraków', 'PL', 1),
      country('ZZ'),
    ];
    const ids = await savePlaces(test.db, asked);
    expect(ids[3]).toBe(ids[0]);
    expect(ids[4]).toBeNull();
    expect(await Promise.all(ids.slice(0, 3).map(slugOf))).toEqual(['krakow', 'poland', 'lodz']);
    expect(await savePlaces(test.db, asked)).toEqual(ids);
  });

  it('tells namesakes apart in the slug', async () => {
    const ids = await savePlaces(test.db, [
      city('Birmingham', 'GB', 1),
      city('Birmingham', 'US', 2),
      city('Birmingham', 'US', 3),
    ]);
    const slugs = await Promise.all(ids.map(slugOf));
    expect(slugs).toEqual(['birmingham', 'birmingham-us', 'birmingham-us-3']);
  });

  it('leaves the plain slug to the country', async () => {
    const [id] = await savePlaces(test.db, [city('Singapore', 'SG', 1)]);
    expect(await slugOf(id)).toBe('singapore-sg');
  });

  it('recognises by its name a city that the dataset does not know, and learns its number later', async () => {
    const [id] = await savePlaces(test.db, [city('Auetal', 'DE')]);
    expect(await savePlaces(test.db, [city('auetal', 'DE'), city('Auetal', 'DE', 7)])).toEqual([id, id]);
    expect(await savePlaces(test.db, [city('Auetal', 'DE', 7)])).toEqual([id]);
    expect(await savePlaces(test.db, [city('Auetal', 'AT')])).not.toEqual([id]);
  });

  it('makes one row when several writers bring the same city', async () => {
    const other = connect(test.url, { max: 4 });
    try {
      const cities = [city('Gdańsk', 'PL', 10), city('Gdynia', 'PL', 11), city('Sopot', 'PL', 12)];
      const results = await Promise.all(
        Array.from({ length: 6 }, (_, n) =>
          other.db.transaction((tx) => savePlaces(tx, n % 2 ? cities : cities.toReversed())),
        ),
      );
      expect(new Set(results.flat()).size).toBe(3);
      expect(await test.db.$count(place, eq(place.kind, 'city'))).toBe(3);
    } finally {
      await other.close();
    }
  });
});
