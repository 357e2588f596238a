import type { Contract, Seniority, Workplace } from './input';
import type { PayPeriod, PayTax } from './rules';

/**
 * An offer ready to be stored: what imports and the demo seed normalise to, and what
 * `saveOffers` writes. Slugs of roles and skills are those of the taxonomy.
 */
export type OfferRecord = {
  source: string;
  sourceId: string;
  company: {
    name: string;
    domain: string | null;
    website: string | null;
    logoUrl: string | null;
    about?: string;
    size?: string;
    foundedYear?: number;
    benefits?: string[];
  };
  title: string;
  /** Already sanitised. */
  descriptionHtml: string;
  role: string;
  seniority: Seniority | null;
  workplace: Workplace;
  workplaceNote: string | null;
  partTime: boolean;
  featured: boolean;
  skills: { slug: string; required: boolean | null; level: number | null }[];
  places: RecordPlace[];
  /** At least one; figures null where not stated. */
  pay: RecordPay[];
  apply: { url: string } | { email: string };
  publishedAt: Date;
  /** Null: `now` + the setting `offerLifetimeDays`. */
  expiresAt: Date | null;
};

export type RecordPlace = {
  use: 'workplace' | 'applicant';
  /** ISO 3166-1 alpha-2, upper case. */
  countryCode: string;
  /** Null for a whole country. */
  city: { name: string; geonameId: number | null } | null;
};

export type RecordPay = {
  contract: Contract;
  /** Minor units of `currency` per `period`. */
  min: number | null;
  max: number | null;
  currency: string | null;
  period: PayPeriod | null;
  tax: PayTax | null;
};
