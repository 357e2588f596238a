import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { useTestDatabase } from '@/dev/testing/database';
import { EMPTY_FORM, LIMITS, type TypedForm } from './input';
import { loadFormLookup } from './queries';
import { type FormLookup, readForm } from './read-form';

const test = useTestDatabase();
const now = new Date('2026-03-01T12:00:00Z');
let lookup: FormLookup;

beforeAll(async () => {
  lookup = await loadFormLookup(test.db);
});

const good: TypedForm = {
  ...EMPTY_FORM,
  title: 'Senior data engineer, timetables',
  workplace: 'hybrid',
  places: ['Kraków, Poland'],
  pay: [{ contract: 'b2b', min: '18 000', max: '24 000', currency: 'PLN', period: 'month', tax: 'net_vat' }],
  skills: [
    { name: 'python', level: '5', need: 'required' },
    { name: 'PostgreSQL', level: '', need: 'useful' },
  ],
  description: `## The work\n\n${'We time trains. '.repeat(20)}\n\n- You write Python\n- You run it`,
  apply: 'https://kvarnen.example/jobs/412',
};

function read(changes: Partial<TypedForm>) {
  return readForm({ ...good, ...changes }, lookup, now);
}

/** The one fault, as [field, sentence]. */
function faultOf(changes: Partial<TypedForm>): [string, string] | undefined {
  const faults = Object.entries(read(changes).faults);
  expect(faults).toHaveLength(1);
  return faults[0];
}

const [pay] = good.pay;
if (!pay) throw new Error('The form has no pay');

describe('a good form', () => {
  it('is read without a fault', () => {
    const { facts, faults } = read({});
    expect(faults).toEqual({});
    expect(facts).toMatchObject({
      title: 'Senior data engineer, timetables',
      role: { slug: 'data-engineer' },
      seniority: 'senior',
      workplace: 'hybrid',
      places: [{ use: 'workplace', countryCode: 'PL', city: { name: 'Kraków' } }],
      pay: [
        { contract: 'b2b', min: 1_800_000, max: 2_400_000, currency: 'PLN', period: 'month', tax: 'net_vat' },
      ],
      skills: [
        { slug: 'python', required: true, level: 5 },
        { slug: 'postgresql', required: false, level: null },
      ],
      apply: { url: 'https://kvarnen.example/jobs/412' },
      payReason: null,
      closesAt: null,
    });
    expect(facts.descriptionHtml).toMatch(/^<h3>The work<\/h3><p>.*<\/p><ul><li>You write Python<\/li>/);
  });

  it('may choose another role and level than the title says', () => {
    expect(read({ role: 'backend', seniority: 'lead' }).facts).toMatchObject({
      role: { slug: 'backend' },
      seniority: 'lead',
    });
  });

  it('may be for people anywhere in a country, or the world', () => {
    const { facts, faults } = read({ workplace: 'remote', homes: ['Poland', 'Worldwide'] });
    expect(faults).toEqual({});
    expect(facts.places).toEqual([{ use: 'applicant', countryCode: 'PL', city: null }]);
    expect(facts.workplaceNote).toBe('Worldwide');
  });

  it('may be applied to by mail, and at an address without its scheme', () => {
    expect(read({ apply: ' Jobs@Kvarnen.example ' }).facts.apply).toEqual({ email: 'jobs@kvarnen.example' });
    expect(read({ apply: 'kvarnen.example/jobs' }).facts.apply).toEqual({
      url: 'https://kvarnen.example/jobs',
    });
  });

  it('closes at the end of its day', () => {
    expect(read({ closes: '2026-04-01' }).facts.closesAt?.toISOString()).toBe('2026-04-01T23:59:59.000Z');
  });
});

describe('a fault', () => {
  it.each<[string, Partial<TypedForm>, string, RegExp]>([
    ['no title', { title: ' ', role: 'backend' }, 'title', /Give the offer a title/],
    ['a long title', { title: `Data engineer ${'x'.repeat(90)}` }, 'title', /104 characters.*to 90/],
    ['a title that tells no role', { title: 'Something new' }, 'role', /Choose the nearest/],
    ['no workplace', { workplace: '' }, 'workplace', /on site, hybrid or remote/],
    [
      'an unknown place',
      { places: ['Kraków, Poland', 'Xyzzyville'] },
      'place-1',
      /We do not know “Xyzzyville”/,
    ],
    ['an unknown town', { places: ['Xyzzyville, Poland'] }, 'place-0', /no such place in Poland/],
    ['a country for a desk', { places: ['Poland'] }, 'place-0', /Which town in Poland/],
    ['no place', { places: [] }, 'place-0', /where the desk is/],
    ['no home', { workplace: 'remote', homes: [] }, 'home-0', /where people may live/],
    ['no contract', { pay: [] }, 'pay-0-contract', /kind of contract/],
    [
      'figures the wrong way round',
      { pay: [{ ...pay, min: '21 000', max: '18 000' }] },
      'pay-0-max',
      /^The upper figure is below the lower one. Did you mean 18\u00a0000–21\u00a0000\?$/,
    ],
    ['a word for a figure', { pay: [{ ...pay, min: 'lots' }] }, 'pay-0-min', /“lots” is not a figure/],
    ['one figure alone', { pay: [{ ...pay, max: '' }] }, 'pay-0-max', /upper figure too/],
    ['pay by the hour that is a month’s', { pay: [{ ...pay, period: 'hour' }] }, 'pay-0-min', /EUR a year/],
    ['an unknown currency', { pay: [{ ...pay, currency: 'XXX' }] }, 'pay-0-currency', /currency/],
    ['a contract twice', { pay: [pay, { ...pay }] }, 'pay-1-contract', /B2B is there twice/],
    [
      'pay not stated in Poland',
      { pay: [{ ...pay, min: '', max: '' }] },
      'pay-0-min',
      /state their pay here \(Poland\)/,
    ],
    [
      'an unknown skill',
      { skills: [{ name: 'Foolang', level: '', need: '' }] },
      'skill-0-name',
      /“Foolang” as a skill/,
    ],
    [
      'a skill under two names',
      { skills: ['Postgres', 'PostgreSQL'].map((name) => ({ name, level: '', need: '' })) },
      'skill-1-name',
      /PostgreSQL is there twice/,
    ],
    ['a short description', { description: 'Short.' }, 'description', /6 characters, and 280 is the least/],
    ['a description of blanks', { description: ' '.repeat(400) }, 'description', /0 characters/],
    ['no way to apply', { apply: '' }, 'apply', /where to apply/],
    ['a private address', { apply: 'http://10.0.0.1/jobs' }, 'apply', /from outside/],
    ['a script for an address', { apply: 'javascript:alert(1)' }, 'apply', /no address/],
    ['two addresses', { apply: 'a@b.example, c@d.example' }, 'apply', /not one e-mail address/],
    ['a day that has passed', { closes: '2026-02-28' }, 'closes', /has passed/],
    ['a far day', { closes: '2026-05-01' }, 'closes', /The latest is 30 April 2026/],
    ['a day that is none', { closes: '2026-02-31' }, 'closes', /year, month and day/],
  ])('is %s', (_, changes, field, sentence) => {
    const [where, what] = faultOf(changes) ?? [];
    expect(where).toBe(field);
    expect(what).toMatch(sentence);
  });
});

describe('pay that is not stated', () => {
  const silent = { ...pay, min: '', max: '' };
  const abroad = { places: ['Bern, Switzerland'], pay: [silent] };

  it('takes a reason where the law allows it', () => {
    expect(read(abroad).faults.payReason).toMatch(/or say here why/);
    expect(read({ ...abroad, payReason: 'secret' }).faults.payReason).toMatch(/a little more/);
    const { facts, faults } = read({ ...abroad, payReason: 'Set by the tariff of the canton' });
    expect(faults).toEqual({});
    expect(facts).toMatchObject({
      payReason: 'Set by the tariff of the canton',
      pay: [{ contract: 'b2b', min: null }],
    });
  });

  it('is a fault for people in the Union, wherever in it', () => {
    const remote = {
      workplace: 'remote',
      homes: ['European Union'],
      pay: [silent],
      payReason: 'We never tell anybody',
    };
    expect(read(remote).faults).toEqual({ 'pay-0-min': expect.stringContaining('the European Union') });
  });

  it('needs no reason where every contract states it', () => {
    expect(read({ payReason: 'Left over from before' }).facts.payReason).toBeNull();
  });
});

it('reads whatever is typed without an error, and never calls it complete for want of a required field', () => {
  const anything = fc.record({
    title: fc.string(),
    workplace: fc.constantFrom('', 'remote', 'onsite', 'x'),
    places: fc.array(fc.string(), { maxLength: 3 }),
    homes: fc.array(fc.string(), { maxLength: 3 }),
    pay: fc.array(
      fc.record({
        contract: fc.constantFrom('', 'b2b', 'employment'),
        min: fc.oneof(fc.string(), fc.constant('18 000')),
        max: fc.oneof(fc.string(), fc.constant('24 000')),
        currency: fc.constantFrom('PLN', ''),
        period: fc.constantFrom('month', ''),
        tax: fc.constantFrom('net', ''),
      }),
      { maxLength: 5 },
    ),
    description: fc.string({ maxLength: LIMITS.descriptionMin * 2 }),
    apply: fc.oneof(fc.string(), fc.constant('a@b.example')),
    closes: fc.string(),
  });
  fc.assert(
    fc.property(anything, (typed) => {
      const { facts, faults } = readForm({ ...EMPTY_FORM, ...typed }, lookup, now);
      const complete =
        facts.title !== '' && facts.role && facts.workplace && facts.apply && facts.pay.length > 0;
      if (!complete) expect(Object.keys(faults)).not.toEqual([]);
      for (const { min, max } of facts.pay) if (min !== null) expect(min).toBeLessThanOrEqual(max ?? 0);
    }),
  );
});
