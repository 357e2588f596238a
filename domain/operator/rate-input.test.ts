import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asOfInput, currencyInput, rateInput, readPastedRates } from './rate-input';

describe('a typed rate', () => {
  it('may have a point, a comma or spaces', () => {
    expect(rateInput.parse(' 4.24 ')).toBe(4.24);
    expect(rateInput.parse('4,24')).toBe(4.24);
    expect(rateInput.parse('1 690')).toBe(1_690);
    expect(rateInput.parse('0.3580004')).toBe(0.358);
  });

  it('is refused where it is no figure, nothing, or beyond all measure', () => {
    for (const text of ['', 'abc', '-1', '0', '0.0000001', '1e3', '4.2.4', '99999999999', 'NaN', 'Infinity'])
      expect(rateInput.safeParse(text).success).toBe(false);
  });
});

describe('a currency', () => {
  it('is one that there is, and not the euro', () => {
    expect(currencyInput.parse(' pln ')).toBe('PLN');
    for (const code of ['EUR', 'XX', 'PLNX', '', '=1', 'ABC'])
      expect(currencyInput.safeParse(code).success).toBe(false);
  });
});

describe('a day', () => {
  it('is not to come', () => {
    expect(asOfInput('2026-11-21').safeParse('2026-11-21').success).toBe(true);
    for (const day of ['2026-11-22', '2026-02-30', '21.11.2026', ''])
      expect(asOfInput('2026-11-21').safeParse(day).success).toBe(false);
  });
});

describe('pasted rates', () => {
  it('are read with any separator, past the head line and the euro', () => {
    expect(readPastedRates('currency;per EUR\r\nEUR;1\r\nPLN;4,24\n\nczk\t24.3\n"SEK","10.9"\n')).toEqual({
      rates: [
        { currency: 'PLN', perEur: 4.24 },
        { currency: 'CZK', perEur: 24.3 },
        { currency: 'SEK', perEur: 10.9 },
      ],
    });
  });

  it('come back with the line that cannot be read', () => {
    expect(readPastedRates('PLN;4.24\nCZK;twenty')).toEqual({
      fault: 'Line 2, “CZK;twenty”: Give a figure, such as 4.24.',
    });
    expect(readPastedRates('PLN;4.24\nZZZ;1')).toMatchObject({ fault: expect.stringContaining('Line 2') });
    expect(readPastedRates('PLN;4.24\nPLN;4.25')).toEqual({ fault: 'Line 2: PLN is there twice.' });
    expect(readPastedRates(' \n')).toMatchObject({ fault: expect.stringContaining('at least one') });
  });

  it('never throw, and hold only what can be stored', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readPastedRates(text);
        if ('rates' in read) for (const { perEur } of read.rates) expect(perEur).toBeGreaterThan(0);
      }),
    );
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 1e6, noNaN: true }),
        fc.constantFrom(';', ',', '\t'),
        (rate, mark) => {
          const perEur = Number(rate.toFixed(6));
          expect(readPastedRates(`PLN${mark}${perEur}`)).toEqual({ rates: [{ currency: 'PLN', perEur }] });
        },
      ),
    );
  });
});
