import { index, integer, pgEnum, pgTable, text } from 'drizzle-orm/pg-core';

export const placeKind = pgEnum('place_kind', ['country', 'city']);

/** A country or a city that some offer names; both have a page at /locations/SLUG. */
export const place = pgTable(
  'place',
  {
    id: integer().primaryKey().generatedByDefaultAsIdentity(),
    kind: placeKind().notNull(),
    /** Cities: `krakow`, or `birmingham-us` where the plain name is taken. Countries: `poland`. */
    slug: text().notNull().unique(),
    name: text().notNull(),
    /** ISO 3166-1 alpha-2, upper case. */
    countryCode: text().notNull(),
    /** Key in the city dataset (GeoNames id); null for countries and cities it does not know. */
    geonameId: integer().unique(),
  },
  (t) => [index().on(t.kind, t.countryCode)],
);
