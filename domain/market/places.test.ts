import { expect, it } from 'vitest';
import { createOffer, createPlace } from '@/db/factories';
import { useTestDatabase } from '@/dev/testing/database';
import { indexOffers } from '@/domain/offers/search-index';
import { findCountry } from '@/domain/places/queries';
import { OTHER_ROLE } from '@/domain/roles/queries';
import { countPlaces } from './places';

const database = useTestDatabase();

it('counts the live IT offers of countries and of their cities, most first', async () => {
  const { db } = database;
  const lodz = (await createPlace(db, { name: 'Łódź', slug: 'lodz' })).id;
  const brno = (await createPlace(db, { name: 'Brno', slug: 'brno', countryCode: 'CZ' })).id;
  const germany = (await findCountry(db, 'DE'))?.id ?? 0;
  const made = [
    await createOffer(db, { places: [lodz] }),
    await createOffer(db, { places: [lodz, brno] }),
    await createOffer(db, { workplace: 'remote', applicantPlaces: [germany] }),
    await createOffer(db, { places: [brno], role: OTHER_ROLE }),
    await createOffer(db, { places: [brno], state: 'paused' }),
  ];
  await indexOffers(
    db,
    made.map(({ id }) => id),
  );
  expect(await countPlaces(db)).toEqual({
    countries: [
      { slug: 'poland', name: 'Poland', countryCode: 'PL', offers: 2 },
      { slug: 'czechia', name: 'Czechia', countryCode: 'CZ', offers: 1 },
      { slug: 'germany', name: 'Germany', countryCode: 'DE', offers: 1 },
    ],
    cities: [
      { slug: 'lodz', name: 'Łódź', countryCode: 'PL', offers: 2 },
      { slug: 'brno', name: 'Brno', countryCode: 'CZ', offers: 1 },
    ],
  });
});
