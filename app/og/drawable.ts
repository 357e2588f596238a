/**
 * What the fonts of the pictures can draw (tried letter by letter): Latin with Vietnamese, Greek, Cyrillic
 * with Kazakh, figures and common signs.
 */
const DRAWABLE = new RegExp(
  `^[${[
    String.raw`\u0020-\u007e\u00a0-\u0148\u014a-\u017e\u01a0\u01a1\u01af\u01b0\u0218-\u021b\u1e80-\u1e85\u1ea0-\u1ef9`,
    String.raw`\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce`,
    String.raw`\u0400-\u045f\u0490-\u0493\u0496\u0497\u049a\u049b\u04a2\u04a3\u04ae-\u04b3\u04b6\u04b7\u04ba\u04bb\u04d8\u04d9\u04e8\u04e9`,
    String.raw`\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020\u2022\u2026\u2032\u2033\u2039\u203a\u20ac\u20bd\u2116\u2122\u2191\u2193\u2212`,
  ].join('')}]*$`,
  'u',
);
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
