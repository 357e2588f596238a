import { describe, expect, it } from 'vitest';
import { OTHER_NAMES } from './city-names';
import { findCountryCode } from './countries';
import { loadGazetteer } from './gazetteer';
import { readLocations } from './locations';

const gazetteer = loadGazetteer();

describe('findCountryCode', () => {
  it.each([
    ['Poland', 'PL'],
    ['  united STATES ', 'US'],
    ['USA', 'US'],
    ['U.S.', 'US'],
    ['US', 'US'],
    ['DEU', 'DE'],
    ['UK', 'GB'],
    ['Czechia', 'CZ'],
    ['Czech Republic', 'CZ'],
    ['South Korea', 'KR'],
    ['Holy See (Vatican City State)', 'VA'],
    ["Lao People's Democratic Republic", 'LA'],
    ['Congo, The Democratic Republic of the', 'CD'],
    ['Palestine, State of', 'PS'],
    ['Virgin Islands, U.S.', 'VI'],
    ['Côte d’Ivoire', 'CI'],
    ['Türkiye', 'TR'],
    ['Turkey', 'TR'],
    ['The Netherlands', 'NL'],
    ['Deutschland', 'DE'],
    ['Polska', 'PL'],
    ['Україна', 'UA'],
    ['日本', 'JP'],
    ['Kosovo', 'XK'],
  ])('%s is %s', (name, code) => {
    expect(findCountryCode(name)).toBe(code);
  });

  it.each(['', 'Remote', 'Europe', 'EMEA', 'de', 'ZZ', 'QQQ', 'Berlin', 'Worldwide', 'toString'])(
    '%j is no country',
    (name) => {
      expect(findCountryCode(name)).toBeNull();
    },
  );
});

describe('gazetteer', () => {
  it('has the city behind every other name', () => {
    for (const [name, [country]] of Object.entries(OTHER_NAMES)) {
      expect([name, gazetteer.findCityIn(name, country)?.countryCode]).toEqual([name, country]);
    }
  });

  it('tells namesakes apart by country and state', () => {
    expect(gazetteer.findCityIn('Birmingham', 'US')?.geonameId).not.toBe(
      gazetteer.findCityIn('Birmingham', 'GB')?.geonameId,
    );
    expect(gazetteer.findCityIn('Portland', 'US', 'ME')?.geonameId).not.toBe(
      gazetteer.findCityIn('Portland', 'US')?.geonameId,
    );
  });
});

const read = (text: string, home?: string) => {
  const { places, note } = readLocations(gazetteer, text, home);
  return [
    places.map(({ countryCode, city }) => (city ? `${city.name} ${countryCode}` : countryCode)).join('; '),
    note,
  ];
};

describe('readLocations', () => {
  it.each([
    ['Poland', 'PL', null],
    ['Kraków', 'Kraków PL', null],
    ['Cracow, Poland', 'Kraków PL', null],
    ['Duesseldorf', 'Düsseldorf DE', null],
    ['Berlin, Berlin, Germany', 'Berlin DE', null],
    ['Bremen, Free Hanseatic City of Bremen, Germany', 'Bremen DE', null],
    ['Toronto, Ontario', 'Toronto CA', null],
    ['San Francisco, CA', 'San Francisco US', null],
    ['Atlanta, Georgia', 'Atlanta US', null],
    ['Tbilisi, Georgia', 'Tbilisi GE', null],
    ['New York, NY, USA', 'New York US', null],
    ['Campinas, SP', 'Campinas BR', null],
    ['Medellín, Antioquia', 'Medellín CO', null],
    ['Київ, Україна', 'Kyiv UA', null],
    ['Germany,  Spain,  UK', 'DE; ES; GB', null],
    ['Australia,  New Zealand', 'AU; NZ', null],
    ['Paris or Lyon', 'Paris FR; Lyon FR', null],
    ['Warszawa / Kraków', 'Warsaw PL; Kraków PL', null],
    ['Chicago, Greenwich, New York', 'Chicago US; Greenwich US; New York US', null],
    ['Europe, Canada, South Africa', 'CA; ZA', 'Europe'],
    ['APAC,  UAE', 'AE', 'APAC'],
    ['USA, Canada, USA timezones', 'US; CA', null],
    ['Remote (US)', 'US', null],
    ['Remote - US', 'US', null],
    ['US Remote', 'US', null],
    ['Remote, United States', 'US', null],
    ['Remote (Germany or Poland)', 'DE; PL', null],
    ['Home Office, DE', 'DE', null],
    ['Springfield', 'US', 'Springfield'],
    ['Texas', 'US', 'Texas'],
    ['Auetal, Germany', 'DE', 'Auetal'],
  ])('%s', (text, places, note) => {
    expect(read(text)).toEqual([places, note]);
  });

  it.each([
    ['Remote', null],
    ['', null],
    ['None', null],
    ['Worldwide', 'Worldwide'],
    ['Anywhere in the World', 'Worldwide'],
    ['Global', 'Worldwide'],
    ['Europe', 'Europe'],
    ['Remote, EU', 'European Union'],
    ['EMEA', 'EMEA'],
    ['Time zone: CET (+/- 3 hours)', 'CET (+/- 3 hours)'],
    ['CET (+/- 3 hours)', 'CET (+/- 3 hours)'],
    ['UTC+1', 'UTC+1'],
    ['Cambridge', 'Cambridge'],
    ['our office', 'our office'],
  ])('%s is no place', (text, note) => {
    expect(read(text)).toEqual(['', note]);
  });

  it('looks for a bare city in its country, and never outside it', () => {
    expect(read('Cambridge', 'GB')).toEqual(['Cambridge GB', null]);
    expect(read('Berlin', 'PL')).toEqual(['PL', 'Berlin']);
  });

  it('shortens a note and bears any text', () => {
    const [places, note] = read('somewhere nice '.repeat(30));
    expect([places, note?.length]).toEqual(['', 80]);
    expect(read(`${','.repeat(500)}(((${'/'.repeat(500)}`)[0]).toBe('');
  });
});
