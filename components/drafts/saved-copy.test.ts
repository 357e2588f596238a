import { expect, it } from 'vitest';
import { signatureOf } from './saved-copy';

const fields = {
  title: 'Data engineer',
  partTime: '',
  description: 'One\nTwo',
  'place-0': 'Kraków',
  'skill-0-name': 'Go',
  'skill-0-level': '',
  'skill-0-need': 'required',
  'skill-1-name': '',
  'skill-1-level': '',
  'skill-1-need': 'required',
  'skill-2-name': 'Rust',
  'skill-2-level': '3',
  'skill-2-need': 'useful',
};

it('is the same however many rows are blank, however the others are numbered, and however lines end', () => {
  const { 'skill-1-name': _, 'skill-1-level': __, 'skill-1-need': ___, ...shorter } = fields;
  const renumbered = Object.fromEntries(
    Object.entries(shorter).map(([name, value]) => [name.replace('skill-2', 'skill-1'), value]),
  );
  expect(signatureOf({ ...renumbered, description: 'One\r\nTwo', 'pay-0-currency': 'EUR' })).toBe(
    signatureOf(fields),
  );
});

it('differs with everything that was typed or chosen', () => {
  for (const change of [
    { title: 'Data engineers' },
    { partTime: 'on' },
    { 'place-0': '' },
    { 'skill-1-name': 'Zig' },
    { 'skill-2-level': '4' },
    { 'skill-0-need': 'useful' },
    { description: 'One Two' },
  ])
    expect(signatureOf({ ...fields, ...change })).not.toBe(signatureOf(fields));
});
