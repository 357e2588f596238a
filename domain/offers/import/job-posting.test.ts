import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXCHANGE_RATES } from '@/db/seed/exchange-rates';
import { SKILLS } from '@/db/seed/skills/skills';
import { loadGazetteer } from '@/domain/places/gazetteer';
import { createSkillMatcher } from '@/domain/roles/skill-matcher';
import type { OfferRecord } from '../record';
import { type ImportContext, LIMITS, normaliseJobPosting } from './job-posting';

const now = new Date('2026-03-01T12:00:00Z');
const context: ImportContext = {
  now,
  fallbackSource: 'offers.jsonl',
  gazetteer: loadGazetteer(),
  skills: createSkillMatcher(SKILLS),
  rates: new Map(EXCHANGE_RATES.map(({ currency, perEur }) => [currency, perEur])),
};

const posting = {
  '@context': 'https://schema.org',
  '@type': 'JobPosting',
  identifier: { '@type': 'PropertyValue', name: 'board', value: '17' },
  title: 'Senior Backend Engineer (Go)',
  description:
    '<p>We run payments in <b>Go</b> and PostgreSQL on Kubernetes.</p><p onclick="x()">Join us.</p>',
  datePosted: '2026-02-20T08:00:00Z',
  hiringOrganization: {
    '@type': 'Organization',
    name: 'Acme GmbH',
    sameAs: 'https://www.acme.example/',
    logo: 'https://cdn.board.example/acme.png',
  },
  url: 'https://board.example/jobs/17',
  employmentType: 'FULL_TIME',
  jobLocationType: 'TELECOMMUTE',
  applicantLocationRequirements: [{ '@type': 'Country', name: 'Germany' }],
  baseSalary: {
    '@type': 'MonetaryAmount',
    currency: 'EUR',
    value: { '@type': 'QuantitativeValue', minValue: 70_000, maxValue: 90_000, unitText: 'YEAR' },
  },
  experienceRequirements: 'Senior',
  skills: 'Go, PostgreSQL, gRPC',
};

function accept(changes: object, more: Partial<ImportContext> = {}): OfferRecord & { warnings: string[] } {
  const result = normaliseJobPosting({ ...posting, ...changes }, { ...context, ...more });
  if (!result.ok) throw new Error(`rejected: ${result.reason}`);
  return { ...result.record, warnings: result.warnings };
}

function reject(changes: object | null): string {
  const result = normaliseJobPosting(changes && { ...posting, ...changes }, context);
  if (result.ok) throw new Error('accepted');
  return result.reason;
}

describe('normaliseJobPosting', () => {
  it('reads a whole posting', () => {
    expect(normaliseJobPosting(posting, context)).toEqual({
      ok: true,
      warnings: [],
      record: {
        source: 'board',
        sourceId: '17',
        company: {
          name: 'Acme GmbH',
          domain: 'acme.example',
          website: 'https://www.acme.example/',
          logoUrl: 'https://cdn.board.example/acme.png',
        },
        title: 'Senior Backend Engineer (Go)',
        descriptionHtml:
          '<p>We run payments in <strong>Go</strong> and PostgreSQL on Kubernetes.</p><p>Join us.</p>',
        role: 'backend',
        seniority: 'senior',
        workplace: 'remote',
        workplaceNote: null,
        partTime: false,
        featured: false,
        skills: ['go', 'postgresql', 'grpc', 'kubernetes'].map((slug) => ({
          slug,
          required: null,
          level: null,
        })),
        places: [{ use: 'applicant', countryCode: 'DE', city: null }],
        pay: [
          {
            contract: 'employment',
            min: 7_000_000,
            max: 9_000_000,
            currency: 'EUR',
            period: 'year',
            tax: null,
          },
        ],
        apply: { url: 'https://board.example/jobs/17' },
        publishedAt: new Date('2026-02-20T08:00:00Z'),
        expiresAt: null,
      },
    });
  });

  it.each([
    ['something that is no object', null, 'not a JobPosting'],
    ['another type', { '@type': 'Event' }, 'not a JobPosting'],
    ['no title', { title: undefined }, 'no title'],
    ['a title of nothing', { title: ' \u0000–🚀 ' }, 'no title'],
    ['a title that is an object', { title: { text: 'Developer' } }, 'no title'],
    ['no description', { description: null }, 'no description'],
    [
      'a description of markup only',
      { description: '<p>&nbsp;</p><script>alert(1)</script>' },
      'no description',
    ],
    ['a description of 10 MB', { description: 'word '.repeat(2_000_000) }, 'description too long'],
    ['a description that stays too long', { description: 'word '.repeat(60_000) }, 'description too long'],
    ['no company', { hiringOrganization: undefined }, 'no company'],
    ['a company without a name', { hiringOrganization: { name: 'None' } }, 'no company'],
    [
      'more at least than at most',
      { baseSalary: { currency: 'EUR', value: { minValue: 2, maxValue: 1 } } },
      'salary: minimum above maximum',
    ],
    ['a javascript: address', { url: 'javascript:alert(1)' }, 'URL is not http(s)'],
    ['a data: address', { url: 'data:text/html,hello' }, 'URL is not http(s)'],
    ['an address without a host', { url: '/jobs/17' }, 'URL is not http(s)'],
    ['an address on this machine', { url: 'http://localhost:5432/' }, 'URL leads to a private address'],
    [
      'an address of the cloud’s metadata',
      { url: 'http://169.254.169.254/latest/' },
      'URL leads to a private address',
    ],
    ['a date that does not parse', { datePosted: 'last Tuesday' }, 'datePosted does not parse'],
    ['a day that no month has', { datePosted: '2026-02-30' }, 'datePosted does not parse'],
    ['a date that is a number', { datePosted: 1_768_550_400 }, 'datePosted does not parse'],
    ['a closing date that does not parse', { validThrough: 'soon' }, 'validThrough does not parse'],
    ['a closing date in the past', { validThrough: '2026-02-28' }, 'closed already: validThrough is past'],
    ['no way to apply', { url: undefined }, 'no way to apply'],
    ['an empty way to apply', { url: 'None' }, 'no way to apply'],
    [
      'an address that is no mail address',
      { url: undefined, applicationContact: { email: 'jobs at acme' } },
      'no way to apply',
    ],
  ])('refuses %s', (_, changes, reason) => {
    expect(reject(changes)).toBe(reason);
  });

  it('keeps an implausible salary as not stated', () => {
    const value = { minValue: 20, maxValue: 35, unitText: 'YEAR' };
    const { pay, warnings } = accept({ baseSalary: { currency: 'USD', value } });
    expect(pay).toEqual([
      { contract: 'employment', min: null, max: null, currency: null, period: null, tax: null },
    ]);
    expect(warnings).toEqual(['salary not stated: below 1,000 or above 2,000,000 EUR a year']);
  });

  it('dates a posting by its source, but never ahead of the clock', () => {
    expect(accept({ datePosted: '2027-01-01' }).publishedAt).toEqual(now);
    expect(accept({ datePosted: undefined }).publishedAt).toEqual(now);
    expect(accept({ validThrough: '2026-03-01' }).expiresAt).toEqual(new Date('2026-03-01T23:59:59Z'));
  });

  it('knows the posting by identifier, else by address, else by what it says', () => {
    expect(accept({ identifier: 'x-1' })).toMatchObject({ source: 'offers.jsonl', sourceId: 'x-1' });
    expect(accept({ identifier: 99 })).toMatchObject({ sourceId: '99' });
    expect(accept({ identifier: { value: 7 } })).toMatchObject({ source: 'offers.jsonl', sourceId: '7' });
    expect(accept({ identifier: { name: 'board', value: 'None' } })).toMatchObject({
      source: 'board',
      sourceId: 'https://board.example/jobs/17',
    });
    const mail = {
      url: undefined,
      identifier: undefined,
      applicationContact: { email: 'jobs@acme.example' },
    };
    const { sourceId } = accept(mail);
    expect(sourceId).toMatch(/^sha256:/);
    expect(accept({ ...mail, description: '<p>Other words.</p>' }).sourceId).toBe(sourceId);
    expect(accept({ ...mail, title: 'Frontend Engineer' }).sourceId).not.toBe(sourceId);
    expect(accept({ identifier: 'y'.repeat(5_000) }).sourceId).toMatch(/^sha256:.{64}$/);
  });

  it('takes the source it is told before the posting’s own', () => {
    expect(accept({}, { source: 'partner' }).source).toBe('partner');
  });

  it('takes applications by mail', () => {
    expect(accept({ url: 'mailto:jobs@acme.example?subject=Hi' }).apply).toEqual({
      email: 'jobs@acme.example',
    });
    expect(accept({ url: undefined, applicationContact: { email: 'jobs@acme.example' } }).apply).toEqual({
      email: 'jobs@acme.example',
    });
    expect(
      accept({ url: undefined, applicationContact: { url: 'https://acme.example/apply' } }).apply,
    ).toEqual({
      url: 'https://acme.example/apply',
    });
  });

  it.each([
    ['FULL_TIME', ['employment'], false],
    ['PART_TIME', ['employment'], true],
    [['FULL_TIME', 'PART_TIME'], ['employment'], false],
    ['CONTRACTOR', ['contract'], false],
    ['TEMPORARY', ['contract'], false],
    ['INTERN', ['internship'], false],
    [['FULL_TIME', 'CONTRACTOR'], ['employment', 'contract'], false],
    ['full-time', ['employment'], false],
    ['https://schema.org/FULL_TIME', ['employment'], false],
    ['FULL_TIME, PART_TIME', ['employment'], false],
  ])('employmentType %j', (employmentType, contracts, partTime) => {
    const record = accept({ employmentType });
    expect(record.pay.map(({ contract }) => contract)).toEqual(contracts);
    expect(record.pay.every(({ min }) => min === 7_000_000)).toBe(true);
    expect([record.partTime, record.warnings]).toEqual([partTime, []]);
  });

  it.each([['OTHER'], [undefined], [['VOLUNTEER']], [{}]])(
    'employmentType %j says nothing: employment, with a warning',
    (employmentType) => {
      const record = accept({ employmentType });
      expect(record.pay.map(({ contract }) => contract)).toEqual(['employment']);
      expect(record.warnings).toHaveLength(1);
    },
  );

  it('reads contract and part time from the title where the type says nothing', () => {
    for (const employmentType of [undefined, 'FULL_TIME', 'OTHER']) {
      const { pay, warnings } = accept({ employmentType, title: 'Internship: web developer' });
      expect([pay[0]?.contract, warnings]).toEqual(['internship', []]);
    }
    expect(accept({ employmentType: undefined, title: 'Freelance Kotlin developer' }).pay[0]?.contract).toBe(
      'contract',
    );
    expect(accept({ employmentType: undefined, title: 'Web developer (part-time)' }).partTime).toBe(true);
  });

  it('decodes, repairs, trims and shortens titles and names', () => {
    const record = accept({
      title: '  Backend &#8211; R&amp;D \u0000 <b>Lead</b> Weâ\u0080\u0099re ',
      hiringOrganization: ' Müller  &amp; Söhne\ud800 ',
    });
    expect(record.title).toBe('Backend – R&D Lead We’re');
    expect(record.company.name).toBe('Müller & Söhne');
    expect(accept({ title: 'Developer '.repeat(60) }).title).toHaveLength(LIMITS.title);
    expect(accept({ hiringOrganization: { name: 'x'.repeat(200) } }).company.name).toHaveLength(200);
  });

  it.each([
    ['Программист Java', '<p>Мы пишем на Java.</p>'],
    ['软件工程师', '<p>我们使用 Java。</p>'],
  ])('takes %s', (title, description) => {
    expect(accept({ title, description })).toMatchObject({ title, descriptionHtml: description });
  });

  it('leaves words of the trade in running text to the trade', () => {
    const record = accept({
      title: 'Maths Tutor',
      description: '<p>Teach Python, Java and SQL to children.</p>',
      skills: 'teaching, Excel',
    });
    expect(record.role).toBe('other');
    expect(record.skills.map(({ slug }) => slug)).toEqual(['excel']);
  });

  it('takes lists of skills, and of objects', () => {
    const slugs = (skills: unknown) =>
      accept({ skills, description: '<p>Work.</p>' }).skills.map(({ slug }) => slug);
    expect(slugs(['Go', { '@type': 'DefinedTerm', name: 'PostgreSQL' }, null, 7])).toEqual([
      'go',
      'postgresql',
    ]);
  });

  it('finds the posting in a list of one, or in a graph', () => {
    expect(normaliseJobPosting([posting], context).ok).toBe(true);
    expect(normaliseJobPosting({ '@graph': [{ '@type': 'WebPage' }, posting] }, context).ok).toBe(true);
    expect(accept({ '@type': ['JobPosting', 'Thing'] }).title).toBe(posting.title);
    expect(accept({ '@type': 'http://schema.org/JobPosting' }).title).toBe(posting.title);
  });

  describe('where', () => {
    const at = (changes: object) => {
      const { workplace, workplaceNote, places } = accept({
        applicantLocationRequirements: undefined,
        ...changes,
      });
      return {
        workplace,
        note: workplaceNote,
        places: places.map(
          ({ use, countryCode, city }) => `${use} ${countryCode}${city ? ` ${city.name}` : ''}`,
        ),
      };
    };
    const desk = (address: unknown) =>
      at({ jobLocationType: undefined, jobLocation: { '@type': 'Place', address } });
    const home = (...names: unknown[]) =>
      at({
        applicantLocationRequirements: names.map((name) =>
          typeof name === 'string' ? { '@type': 'Country', name } : name,
        ),
      });

    it.each([
      ['city and code', { addressLocality: 'Kraków', addressCountry: 'PL' }, ['workplace PL Kraków']],
      [
        'city and name',
        { addressLocality: 'Cracow', addressCountry: { '@type': 'Country', name: 'Poland' } },
        ['workplace PL Kraków'],
      ],
      [
        'city and state',
        { addressLocality: 'Portland', addressRegion: 'OR', addressCountry: 'US' },
        ['workplace US Portland'],
      ],
      [
        'state without country',
        { addressLocality: 'San Francisco', addressRegion: 'CA' },
        ['workplace US San Francisco'],
      ],
      ['city alone', { addressLocality: 'Erlangen' }, ['workplace DE Erlangen']],
      [
        'all in the locality',
        { addressLocality: 'Cologne, North Rhine-Westphalia, Germany' },
        ['workplace DE Cologne'],
      ],
      ['a text', 'Berlin, Germany', ['workplace DE Berlin']],
      ['lists', { addressLocality: ['Warszawa'], addressCountry: ['Polska'] }, ['workplace PL Warsaw']],
    ])('desk: %s', (_, address, places) => {
      expect(desk(address)).toEqual({ workplace: 'onsite', note: null, places });
    });

    it('keeps a locality that is not known as a note beside its country', () => {
      expect(desk({ addressLocality: 'Auetal', addressCountry: 'DE' })).toEqual({
        workplace: 'onsite',
        note: 'Auetal',
        places: ['workplace DE'],
      });
    });

    it('guesses no city where several are meant as likely', () => {
      expect(desk({ addressLocality: 'Cambridge' }).places).toEqual([]);
      expect(desk({ addressLocality: 'Springfield', addressCountry: 'US' }).places).toEqual(['workplace US']);
    });

    it('takes several desks', () => {
      const jobLocation = [
        { address: { addressLocality: 'Lyon', addressCountry: 'FR' } },
        'Paris, France',
        {},
      ];
      expect(at({ jobLocationType: undefined, jobLocation }).places).toEqual([
        'workplace FR Lyon',
        'workplace FR Paris',
      ]);
    });

    it.each([
      [
        ['USA', 'UK', 'Czechia', 'South Korea', 'Holy See (Vatican City State)'],
        ['US', 'GB', 'CZ', 'KR', 'VA'],
        null,
      ],
      [['Australia,  New Zealand'], ['AU', 'NZ'], null],
      [['Remote (US)'], ['US'], null],
      [['EMEA,  Netherlands'], ['NL'], 'EMEA'],
      [['Remote'], [], null],
      [['Anywhere in the World'], [], 'Worldwide'],
      [['Europe'], [], 'Europe'],
      [['Time zone: CET (+/- 3 hours)'], [], 'CET (+/- 3 hours)'],
      [[{ '@type': 'State', name: 'Georgia' }], ['US'], 'Georgia'],
      [[{ '@type': 'Country', name: 'Georgia' }], ['GE'], null],
      [['GdaÅ\u0084sk'], ['PL Gdańsk'], null],
    ])('home: %j', (names, places, note) => {
      expect(home(...names)).toEqual({
        workplace: 'remote',
        note,
        places: places.map((place) => `applicant ${place}`),
      });
    });

    it('takes one area that is no list', () => {
      expect(at({ applicantLocationRequirements: { '@type': 'Country', name: 'Spain' } }).places).toEqual([
        'applicant ES',
      ]);
    });

    it.each([
      ['title', { title: 'Backend Engineer (Hybrid)' }],
      ['description', { description: '<p>This is a hybrid role in our office.</p>' }],
    ])('hybrid, by its %s', (_, changes) => {
      expect(
        at({ ...changes, jobLocation: { address: 'Berlin, Germany' }, jobLocationType: undefined }),
      ).toMatchObject({
        workplace: 'hybrid',
        places: ['workplace DE Berlin'],
      });
    });

    it.each([
      ['hybrid clouds', { description: '<p>You know hybrid cloud and hybrid apps.</p>' }],
      [
        'a culture',
        { description: '<p>This is a hybrid role of sales and code in our hybrid work culture.</p>' },
      ],
      ['a choice', { description: '<p>Fully remote, or a hybrid schedule of two days in the office.</p>' }],
    ])('not hybrid: %s', (_, changes) => {
      expect(at(changes).workplace).toBe('remote');
    });

    it('is hybrid in spite of TELECOMMUTE where office days are a condition', () => {
      const description = '<p>This hybrid role asks for 2 days a week in the office.</p>';
      expect(at({ description, applicantLocationRequirements: { name: 'Ireland' } })).toEqual({
        workplace: 'hybrid',
        note: '2 days a week in the office',
        places: ['workplace IE'],
      });
    });

    it('cuts a long list of unknown countries between characters', () => {
      const { workplaceNote } = accept({
        jobLocationType: 'TELECOMMUTE',
        applicantLocationRequirements: ['x', 'xy'].map((name) => ({ name: name + '🏝'.repeat(50) })),
      });
      expect(workplaceNote?.length).toBeGreaterThan(110);
      expect(workplaceNote?.isWellFormed()).toBe(true);
    });

    it('notes the days in the office', () => {
      const description = '<p>Hybrid role: three days a week in our Berlin office.</p>';
      expect(at({ description, jobLocationType: undefined, jobLocation: 'Berlin, Germany' })).toMatchObject({
        workplace: 'hybrid',
        note: '3 days a week in the office',
      });
    });

    it('is remote where the title or the place says so', () => {
      expect(at({ jobLocationType: undefined, title: 'Go developer (remote)' }).workplace).toBe('remote');
      expect(
        at({ jobLocationType: undefined, jobLocation: { address: { addressLocality: 'Remote' } } }).workplace,
      ).toBe('remote');
    });
  });

  it('never throws, whatever stands where', () => {
    const anything = fc.anything({ withNullPrototype: true, withBigInt: false, maxDepth: 3 });
    const changed = fc.record(
      Object.fromEntries(
        [
          ...Object.keys(posting),
          'validThrough',
          'jobLocation',
          'applicationContact',
          'salaryCurrency',
          '@graph',
        ].map((key) => [key, anything]),
      ),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(changed, (changes) => {
        const result = normaliseJobPosting({ ...posting, ...changes }, context);
        expect(result.ok ? JSON.stringify(result.record) : result.reason).toBeTypeOf('string');
      }),
      { numRuns: 500 },
    );
  });

  it('makes text that Postgres can store, whatever text comes', () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    const changed = fc.record({
      title: text,
      description: text,
      hiringOrganization: fc.record({ name: text, description: text, sameAs: text, logo: text }),
      identifier: fc.record({ name: text, value: text }),
      url: fc.oneof(
        text,
        text.map((path) => `https://board.example/${path}`),
      ),
      applicantLocationRequirements: fc.array(fc.record({ name: text })),
      skills: text,
    });
    fc.assert(
      fc.property(changed, (changes) => {
        const result = normaliseJobPosting({ ...posting, ...changes }, context);
        if (!result.ok) return;
        const texts = JSON.stringify(result.record, (_, value) =>
          typeof value === 'string' ? `${value}` : value,
        );
        expect(texts).not.toMatch(/\\u0000|\\ud[89a-f]/i);
      }),
      { numRuns: 500 },
    );
  });
});
