/** What the fonts of the pictures can draw: Latin, Greek and Cyrillic letters, figures, common signs. */
const DRAWABLE =
  /^[\u0020-\u007e\u00a0-\u024f\u0370-\u03ff\u0400-\u052f\u1e00-\u1eff\u2010-\u2027\u2030-\u203a\u20ac\u20bd\u2116\u2122\u2190-\u2193\u2212]*$/u;
const PICTOGRAMS =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f|\u20e3/gu;
/** Of these only the digits and signs themselves are pictographic; they are drawn. */
const PLAIN = /[#*0-9©®]/;

/**
 * The text as it can be drawn, without pictograms and no longer than `most` letters; undefined where
 * it is in a script that the fonts do not have, or nothing is left.
 */
export function drawable(text: string, most: number): string | undefined {
  const plain = text
    .normalize('NFC')
    .replaceAll(PICTOGRAMS, (sign) => (PLAIN.test(sign) ? sign : ''))
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (plain === '' || !DRAWABLE.test(plain)) return undefined;
  return plain.length > most ? `${plain.slice(0, most - 1).trimEnd()}…` : plain;
}
