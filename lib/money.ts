/** Decimals of the currencies that do not have two (ISO 4217). */
const DECIMALS: Record<string, number> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3])),
  CLF: 4,
  UYW: 4,
};

/** Digits after the point of an ISO 4217 currency; 2 where the standard says nothing else. */
export function currencyDecimals(currency: string): number {
  return DECIMALS[currency] ?? 2;
}

/** An amount such as 12.34 EUR in whole minor units (1234), rounded half away from zero. */
export function toMinorUnits(amount: number, currency: string): number {
  // Shifting the decimal exponent keeps 1.005 from becoming 1.00499… on the way.
  const [digits = '0', exponent = '0'] = Math.abs(amount).toString().split('e');
  const shifted = Number(`${digits}e${Number(exponent) + currencyDecimals(currency)}`);
  return Math.sign(amount) * Math.round(shifted);
}

/** Minor units as an amount of the currency: 1234 EUR cents are 12.34. */
export function toMajorUnits(minor: number, currency: string): number {
  return minor / 10 ** currencyDecimals(currency);
}
