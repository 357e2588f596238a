import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listTimeZones } from '@/lib/time-zone';
import { FREQUENCIES } from './input';
import { consentWording, DIGEST_HOUR, nextDigestAt } from './rules';

const at = (iso: string) => new Date(iso);

describe('nextDigestAt', () => {
  it('is eight in the morning where the reader is', () => {
    const noon = at('2026-11-21T12:00:00Z');
    expect(nextDigestAt('daily', 'Europe/Warsaw', noon)).toEqual(at('2026-11-22T07:00:00Z'));
    expect(nextDigestAt('daily', 'America/Los_Angeles', noon)).toEqual(at('2026-11-21T16:00:00Z'));
    expect(nextDigestAt('daily', 'Asia/Kathmandu', noon)).toEqual(at('2026-11-22T02:15:00Z'));
    expect(nextDigestAt('daily', 'Pacific/Kiritimati', noon)).toEqual(at('2026-11-21T18:00:00Z'));
  });

  it('is never the moment itself', () => {
    expect(nextDigestAt('daily', 'Europe/Warsaw', at('2026-11-22T07:00:00Z'))).toEqual(
      at('2026-11-23T07:00:00Z'),
    );
    expect(nextDigestAt('daily', 'Europe/Warsaw', at('2026-11-22T06:59:59Z'))).toEqual(
      at('2026-11-22T07:00:00Z'),
    );
  });

  it('comes on Thursdays where it is weekly', () => {
    // The 26th of November 2026 is a Thursday.
    expect(nextDigestAt('weekly', 'Europe/Warsaw', at('2026-11-21T12:00:00Z'))).toEqual(
      at('2026-11-26T07:00:00Z'),
    );
    expect(nextDigestAt('weekly', 'Europe/Warsaw', at('2026-11-26T07:00:00Z'))).toEqual(
      at('2026-12-03T07:00:00Z'),
    );
  });

  it('keeps to the clock when that is put forward or back', () => {
    expect(nextDigestAt('daily', 'Europe/Warsaw', at('2026-03-28T12:00:00Z'))).toEqual(
      at('2026-03-29T06:00:00Z'),
    );
    expect(nextDigestAt('daily', 'Europe/Warsaw', at('2026-10-24T12:00:00Z'))).toEqual(
      at('2026-10-25T07:00:00Z'),
    );
  });

  it('is not a matter of the clock for what is sent at once', () => {
    expect(nextDigestAt('instant', 'Europe/Warsaw', at('2026-11-21T12:00:00Z'))).toBeNull();
  });

  it('lies ahead, within a day or a week, at eight on the wall, in every zone and at any time', () => {
    const moments = fc.date({ min: at('2024-01-01'), max: at('2034-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(
        fc.constantFrom(...FREQUENCIES.filter((one) => one !== 'instant')),
        fc.constantFrom(...listTimeZones()),
        moments,
        (frequency, timeZone, after) => {
          const next = nextDigestAt(frequency, timeZone, after);
          if (!next) throw new Error('none');
          const hours = (next.getTime() - after.getTime()) / 3_600_000;
          expect(hours).toBeGreaterThan(0);
          expect(hours).toBeLessThanOrEqual(frequency === 'daily' ? 25 : 7 * 24 + 1);
          const clock = new Intl.DateTimeFormat('en-GB', {
            timeZone,
            hour: '2-digit',
            minute: '2-digit',
            second: '2-digit',
            weekday: 'short',
          }).format(next);
          expect(clock).toContain(`0${DIGEST_HOUR}:00:00`);
          if (frequency === 'weekly') expect(clock).toContain('Thu');
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('consentWording', () => {
  it('says who, what, and how to leave', () => {
    expect(consentWording('Rolecall', 'the newsletter')).toBe(
      'By sending this I ask Rolecall to e-mail me the newsletter, until I leave. One click in any of the mails is enough to leave.',
    );
  });
});
