const MARKS = /\p{M}/gu;
/** Letters that do not come apart into a base letter and a mark. */
const LETTERS: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};
const SPECIAL = /[łøđðþßæœı]/g;
const NOT_WORD = /[^\p{L}\p{N}]+/gu;
const PLAIN = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

/** A name without case, accents and punctuation: "Łódź" and "Lodz" fold to the same key. */
export function foldName(name: string): string {
  const lower = name.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(SPECIAL, (letter) => LETTERS[letter] ?? letter)
    .replace(NOT_WORD, ' ')
    .trim();
}
