import { describe, expect, it } from 'vitest';
import { EMPTY_FORM } from './input';
import { findGenderedWording, hintsOf } from './rules';

describe('findGenderedWording', () => {
  it.each([
    ['Programmierer (m)'],
    ['Software-Entwickler'],
    ['Systemadministrator (m/w)'],
    ['Senior Salesman, cloud'],
    ['Programista Java'],
    ['Développeur Python'],
    ['Chargé de projets'],
    ['Desarrollador backend'],
    ['Sviluppatore frontend'],
  ])('notices the title %s', (title) => {
    expect(findGenderedWording(title, '')).toMatchObject([{ field: 'title' }]);
  });

  it.each([
    ['Programmierer (m/w/d)'],
    ['Entwickler:in Backend'],
    ['Software-Entwickler*in'],
    ['Entwickler (all genders)'],
    ['Programista / programistka Java (k/m)'],
    ['Développeur Python H/F'],
    ['Développeur·euse Python'],
    ['Desarrollador/a backend'],
    ['Backend developer'],
    ['Software architect'],
    ['Embedded engineer, human interfaces'],
    ['Data engineer, Manchester'],
    ['Database administrator'],
    ['Penetration tester'],
  ])('leaves the title %s', (title) => {
    expect(findGenderedWording(title, '')).toEqual([]);
  });

  it.each([
    ['The developer runs what he will write; he must be on call.', 'he will'],
    ['We need more manpower.', 'manpower'],
    ['Estimated at 30 man-days.', 'man-days'],
    ['She is part of a team of five.', 'She is'],
  ])('notices in a description: %s', (text, found) => {
    expect(findGenderedWording('', text)).toMatchObject([{ field: 'description', found }]);
  });

  it.each([
    ['He or she will be on call.'],
    ['The cache is helpful; the schema will hold.'],
    ['s/he is on call'],
  ])('leaves in a description: %s', (text) => {
    expect(findGenderedWording('', text)).toEqual([]);
  });
});

describe('hintsOf', () => {
  const good = {
    ...EMPTY_FORM,
    title: 'Backend developer',
    pay: [
      { contract: 'b2b', min: '18 000', max: '24 000', currency: 'PLN', period: 'month', tax: 'net_vat' },
    ],
    skills: ['Go', 'PostgreSQL', 'Kafka'].map((name) => ({ name, level: '3', need: 'required' })),
    description: `${'We time trains, and print what we timed. '.repeat(20)}\n\n- You write Go\n- You run it`,
  };
  const fieldsOf = (form: Partial<typeof good>, level = true) =>
    hintsOf({ ...good, ...form }, level).map(({ field }) => field);

  it('has none for a good offer, and none for an empty form', () => {
    expect(hintsOf(good, true)).toEqual([]);
    expect(hintsOf(EMPTY_FORM, false)).toEqual([]);
  });

  it.each([
    ['capitals', { title: 'SENIOR BACKEND DEVELOPER' }, ['title']],
    ['exclamation marks', { description: `${good.description}\nJoin us!` }, ['description']],
    ['missing pay', { pay: [] }, ['pay-0-min']],
    ['a wide range', { pay: [{ ...good.pay[0], min: '10 000', max: '30 000' }] }, ['pay-0-max']],
    ['few skills', { skills: good.skills.slice(0, 1) }, ['skill-1-name']],
    ['a short description', { description: '- Short' }, ['description']],
    ['no list', { description: 'We time trains, and print what we timed. '.repeat(20) }, ['description']],
  ])('notices %s', (_, form, fields) => {
    expect(fieldsOf(form as Partial<typeof good>)).toEqual(fields);
  });

  it('notices that no level is known', () => {
    expect(fieldsOf({}, false)).toEqual(['seniority']);
  });

  it('leaves acronyms alone', () => {
    expect(fieldsOf({ title: 'SAP ABAP developer, AWS and HTTP' })).toEqual([]);
  });
});
