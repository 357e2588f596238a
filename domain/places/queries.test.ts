import { expect, test } from 'vitest';
import { createPlace } from '@/db/factories';
import { useTestDatabase } from '@/dev/testing/database';
import { findCountry, findPlace } from './queries';

const database = useTestDatabase();

test('cities and countries are found by slug, countries by code in either case', async () => {
  const krakow = await createPlace(database.db, { slug: 'krakow', name: 'Kraków' });
  expect(await findPlace(database.db, 'krakow')).toEqual({
    id: krakow.id,
    kind: 'city',
    slug: 'krakow',
    name: 'Kraków',
    countryCode: 'PL',
  });
  expect(await findPlace(database.db, 'atlantis')).toBeNull();
  const poland = await findCountry(database.db, 'pl');
  expect(poland).toMatchObject({ kind: 'country', countryCode: 'PL' });
  expect(await findPlace(database.db, poland?.slug ?? '')).toEqual(poland);
  expect(await findCountry(database.db, 'xx')).toBeNull();
});
