import { describe, expect, it } from 'vitest';
import { readReport } from './read-report';

const now = new Date('2026-11-21T12:00:00Z');
const opened = String(now.getTime() - 10_000);

function read(fields: Record<string, string | File>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return readReport(form, now);
}

describe('readReport', () => {
  it('takes what a person sends', () => {
    expect(read({ opened, website: '', reason: 'closed', message: ' Filled in May.\r\n' })).toEqual({
      reason: 'closed',
      message: 'Filled in May.',
    });
    expect(read({ opened, reason: 'other' })).toEqual({ reason: 'other', message: '' });
  });

  it('asks again where no reason was chosen', () => {
    expect(read({ opened, message: 'Hello' })).toBe('fault');
    expect(read({ opened, reason: 'nonsense' })).toBe('fault');
    expect(read({ opened, reason: 'other', message: new File(['x'], 'x.txt') })).toBe('fault');
  });

  it('knows a bot by the trap and by its haste', () => {
    expect(read({ opened, website: 'https://spam.example', reason: 'other' })).toBe('bot');
    expect(read({ opened: String(now.getTime() - 2_999), reason: 'other' })).toBe('bot');
    expect(read({ opened: String(now.getTime() + 60_000), reason: 'other' })).toBe('bot');
    expect(read({ opened: 'soon', reason: 'other' })).toBe('bot');
    expect(read({ reason: 'other' })).toBe('bot');
  });
});
