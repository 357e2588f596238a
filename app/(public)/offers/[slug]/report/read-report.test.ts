import { describe, expect, it } from 'vitest';
import { makeSeal } from '@/lib/form-guard';
import { readReport } from './read-report';

const now = new Date('2026-11-21T12:00:00Z');
const secret = 'a secret of the tests';
const seal = makeSeal(secret, new Date(now.getTime() - 10_000));

function read(fields: Record<string, string | File>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return readReport(form, secret, now);
}

describe('readReport', () => {
  it('takes what a person sends', () => {
    expect(read({ seal, website: '', reason: 'closed', message: ' Filled in May.\r\n' })).toEqual({
      reason: 'closed',
      message: 'Filled in May.',
    });
    expect(read({ seal, reason: 'other' })).toEqual({ reason: 'other', message: '' });
  });

  it('asks again where no reason was chosen', () => {
    expect(read({ seal, message: 'Hello' })).toBe('fault');
    expect(read({ seal, reason: 'nonsense' })).toBe('fault');
    expect(read({ seal, reason: 'other', message: new File(['x'], 'x.txt') })).toBe('fault');
  });

  it('takes nothing from a bot', () => {
    expect(read({ seal, website: 'https://spam.example', reason: 'other' })).toBe('bot');
    expect(read({ seal: makeSeal(secret, now), reason: 'other' })).toBe('bot');
    expect(read({ reason: 'other' })).toBe('bot');
  });
});
