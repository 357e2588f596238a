import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeId,
  draftPath,
  EMPTY_FORM,
  fieldsOf,
  readDraftId,
  readOfferId,
  readTypedForm,
  typedForm,
} from './input';

const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .filter((typed) => typed.trim() !== '');
const payRow = fc.record({ contract: text, min: text, max: text, currency: text, period: text, tax: text });
const skillRow = fc.record({ name: text, level: text, need: text });
const form = fc.record({
  title: text,
  role: text,
  seniority: text,
  workplace: text,
  workplaceNote: text,
  partTime: fc.constantFrom('', 'on'),
  places: fc.array(text, { maxLength: 12 }),
  homes: fc.array(text, { maxLength: 3 }),
  pay: fc.array(payRow, { maxLength: 12 }),
  payReason: text,
  skills: fc.array(skillRow, { maxLength: 12 }),
  description: text,
  apply: text,
  closes: text,
});

describe('readTypedForm', () => {
  it('gives back what was typed, in order, whatever it is', () => {
    fc.assert(
      fc.property(form, (typed) => {
        const stored = typedForm.parse(typed);
        expect(readTypedForm(Object.entries(fieldsOf(stored)))).toEqual(stored);
      }),
    );
  });

  it('leaves out blank rows and the one that is taken out, by its number on the page', () => {
    const fields = {
      'skill-0-name': 'Go',
      'skill-0-level': '4',
      'skill-0-need': 'useful',
      'skill-1-name': '',
      'skill-1-need': 'required',
      'skill-2-name': 'Rust',
      'skill-10-name': 'Kafka',
      'place-0': ' ',
      'place-1': 'Kraków',
      'pay-0-currency': 'EUR',
    };
    const read = readTypedForm(Object.entries(fields), { group: 'skill', index: 2 });
    expect(read.skills.map(({ name }) => name)).toEqual(['Go', 'Kafka']);
    expect(read.places).toEqual(['Kraków']);
    expect(read.pay).toEqual([]);
  });

  it('takes whatever is sent for a form that Postgres can keep', () => {
    const anything = fc.array(
      fc.tuple(
        fc.oneof(
          fc.constantFrom('title', 'pay-0-min', 'skill-3-name', 'place-1', 'pay', '__proto__'),
          fc.string(),
        ),
        fc.anything(),
      ),
    );
    fc.assert(
      fc.property(anything, (fields) => {
        const read = readTypedForm(fields);
        expect(JSON.stringify(read)).not.toContain('\\u0000');
        expect(Object.keys(read).sort()).toEqual(Object.keys(EMPTY_FORM).sort());
      }),
    );
  });

  it('keeps what is too long for the form, up to a bound', () => {
    const read = readTypedForm([
      ['title', 'x'.repeat(500)],
      ['description', 'y'.repeat(200_000)],
    ]);
    expect(read.title).toHaveLength(500);
    expect(read.description).toHaveLength(100_000);
  });
});

describe('readDraftId', () => {
  it('knows the two kinds and where they are written', () => {
    const id = '3f0b6c1e-0d2a-4f3b-9a7e-0a1b2c3d4e5f';
    expect(readDraftId(id)).toEqual({ kind: 'new' });
    expect(draftPath(id)).toBe(`/post-a-job?draft=${id}`);
    expect(readDraftId(changeId(12, 3))).toEqual({ kind: 'change', offerId: 12, base: 3 });
    expect(draftPath(changeId(12, 3))).toBe('/employer/offers/12/edit');
  });

  it.each(['', 'x', 'offer-1', 'offer-1-2-3', 'offer--1-2', '../x', 'offer-99999999999-1'])(
    'knows nothing else: %s',
    (id) => {
      expect(readDraftId(id)).toBeNull();
    },
  );
});

it('reads the id of an offer, and nothing that is none', () => {
  expect(readOfferId('607')).toBe(607);
  for (const text of ['', '0', '-1', '1.5', '1e3', '99999999999', ['1'], undefined, null])
    expect(readOfferId(text)).toBeNull();
});
