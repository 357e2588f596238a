import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bestPay,
  countryName,
  daysBetween,
  formatCount,
  formatDate,
  formatNumber,
  formatOffers,
  formatThousands,
  lastAnswer,
  payAmount,
  payTerms,
  placesLabel,
} from './labels';
import type { OfferPay, OfferPlace } from './rules';

/** No-break spaces as `_`, so that they can be seen. */
const seen = (text: string | undefined) => text?.replaceAll('\u00a0', '_');

const stated: OfferPay = {
  contract: 'b2b',
  statedMin: 2_400_000,
  statedMax: 3_100_000,
  currency: 'PLN',
  period: 'month',
  tax: 'net_vat',
  yearlyEurMin: 66_000,
  yearlyEurMax: 86_000,
};
const unstated: OfferPay = {
  contract: 'employment',
  statedMin: null,
  statedMax: null,
  currency: null,
  period: null,
  tax: null,
  yearlyEurMin: null,
  yearlyEurMax: null,
};

const krakow: OfferPlace = {
  kind: 'city',
  slug: 'krakow',
  name: 'Kraków',
  countryCode: 'PL',
  use: 'workplace',
};
const city = (name: string, countryCode = 'PL'): OfferPlace => ({ ...krakow, name, slug: name, countryCode });
const home = (name: string, countryCode: string): OfferPlace => ({
  kind: 'country',
  slug: name,
  name,
  countryCode,
  use: 'applicant',
});

describe('figures', () => {
  it('are parted by no-break spaces', () => {
    expect(seen(formatNumber(1_234_567))).toBe('1_234_567');
    expect(seen(formatCount(2000, true))).toBe('2_000+');
    expect(seen(formatOffers(1))).toBe('1_offer');
    expect(seen(formatOffers(0))).toBe('0_offers');
    expect(seen(formatThousands(48_200, 62_900))).toBe('48–63k_EUR');
    expect(seen(formatThousands(48_200, 48_400))).toBe('48k_EUR');
  });

  it('keep their digits', () => {
    fc.assert(
      fc.property(fc.nat(), (value) => {
        expect(formatNumber(value).replaceAll('\u00a0', '')).toBe(String(value));
      }),
    );
  });
});

describe('pay', () => {
  it('is shown as stated', () => {
    expect(seen(payAmount(stated))).toBe('24_000–31_000_PLN');
    expect(seen(payTerms(stated))).toBe('B2B, net + VAT, a_month');
  });

  it('is one figure where both ends are equal', () => {
    expect(seen(payAmount({ ...stated, statedMin: 3_100_000 }))).toBe('31_000_PLN');
  });

  it('keeps cents only where there are some', () => {
    const hourly = { ...stated, statedMin: 4550, statedMax: 6000, currency: 'EUR', period: 'hour' as const };
    expect(seen(payAmount(hourly))).toBe('45.50–60.00_EUR');
  });

  it('knows currencies without cents', () => {
    expect(seen(payAmount({ ...stated, statedMin: 600_000, statedMax: 800_000, currency: 'JPY' }))).toBe(
      '600_000–800_000_JPY',
    );
  });

  it('says nothing of tax and period where no figure is stated', () => {
    expect(payAmount(unstated)).toBeUndefined();
    expect(payTerms(unstated, true)).toBe('Employment, part time');
  });

  it('of the row is that of the contract that pays best', () => {
    const better = { ...stated, contract: 'contract' as const, yearlyEurMax: 90_000 };
    expect(bestPay([unstated, stated, better])).toBe(better);
    expect(bestPay([unstated])).toBeUndefined();
  });
});

describe('places', () => {
  it('name the country of a single city', () => {
    expect(placesLabel({ workplace: 'onsite', places: [krakow] })).toBe('Kraków, Poland');
    expect(placesLabel({ workplace: 'onsite', places: [city('Singapore', 'SG')] })).toBe('Singapore');
  });

  it('are listed while they are few', () => {
    const cities = ['Wrocław', 'Gdynia', 'Poznań', 'Łódź'].map((name) => city(name));
    expect(placesLabel({ workplace: 'hybrid', places: cities.slice(0, 3) })).toBe(
      'Wrocław, Gdynia or Poznań',
    );
    expect(placesLabel({ workplace: 'hybrid', places: cities })).toBe('Wrocław, Gdynia and 2 more places');
  });

  it('of remote work are where one may live', () => {
    const places = [krakow, home('Spain', 'ES'), home('Netherlands', 'NL')];
    expect(placesLabel({ workplace: 'remote', places })).toBe('anywhere in Spain or the Netherlands');
    expect(placesLabel({ workplace: 'hybrid', places })).toBe('Kraków, Poland');
    expect(placesLabel({ workplace: 'remote', places: [] })).toBeUndefined();
  });

  it('survive a code that is no country', () => {
    expect(countryName('??')).toBe('??');
  });
});

describe('the last answer', () => {
  const at = (confirmedAt: string | null) =>
    lastAnswer({ confirmedAt, publishedAt: '2026-11-01T10:00:00Z' }, '2026-11-21');

  it('is marked by its age', () => {
    expect(at('2026-11-21T23:59:00Z')).toMatchObject({
      mark: 'fresh',
      age: 'today',
      sentence: 'Confirmed open today',
    });
    expect(at('2026-11-20T00:00:00Z')).toMatchObject({ mark: 'fresh', sentence: 'Confirmed open yesterday' });
    expect(at('2026-11-18T00:00:00Z').mark).toBe('fresh');
    expect(at('2026-11-17T23:00:00Z')).toMatchObject({ mark: 'older', age: '4\u00a0d' });
    expect(at('2026-11-07T00:00:00Z').mark).toBe('older');
    expect(at('2026-11-06T23:00:00Z')).toMatchObject({
      mark: 'silent',
      sentence: 'Confirmed open 15 days ago, waiting for an answer',
    });
  });

  it('is the publication where nobody has answered yet', () => {
    expect(at(null)).toMatchObject({ days: 20, sentence: 'Posted 20 days ago, waiting for an answer' });
  });

  it('is never in the future', () => {
    expect(at('2026-11-22T01:00:00Z').days).toBe(0);
  });
});

describe('dates', () => {
  it('are UTC days', () => {
    expect(formatDate('2026-10-24T23:59:59Z')).toBe('24 October 2026');
    expect(daysBetween('2026-10-24T23:59:59Z', '2026-10-25')).toBe(1);
  });
});
