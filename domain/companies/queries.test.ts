import { expect, test } from 'vitest';
import { createCompany } from '@/db/factories';
import { useTestDatabase } from '@/dev/testing/database';
import { findCompany } from './queries';

const database = useTestDatabase();

test('a company is found by its slug', async () => {
  const made = await createCompany(database.db, { name: 'Tarnica', slug: 'tarnica', size: '11-50' });
  expect(await findCompany(database.db, 'tarnica')).toEqual({
    id: made.id,
    slug: 'tarnica',
    name: 'Tarnica',
    website: null,
    domain: null,
    about: null,
    size: '11-50',
    foundedYear: null,
    benefits: [],
    logoHash: null,
    places: [],
    skills: [],
    isOwned: false,
  });
  expect(await findCompany(database.db, 'tarnice')).toBeNull();
});
