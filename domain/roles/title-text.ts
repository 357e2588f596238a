const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  nbsp: ' ',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
};

/** Marks of gender and equal treatment, which say nothing of the work: (m/w/d), (all genders), H/F. */
const GENDER_MARKS =
  /\b[mwfdhxk](\s*[/|,:]\s*[mwfdhxk*]){1,3}\b\.?|\b(div|gn)\b\.?|\ball[- ]genders?\b|\bmensch\b|\balle geschlechter\b/g;

/** Endings added for the other gender: Entwickler:in, développeur(euse), Consultor/a. */
const GENDER_ENDINGS =
  /(?<=[a-z]{3})(?:[:*_]in(?:nen)?|\/-?in(?:nen)?|\s?\((?:in|innen|e|euse|rice|ne|a|r|s)\)|\/(?:a|euse|rice|ka)|\.(?:se|euse|rice|e))(?![a-z])/g;

/**
 * A title as the rules read it: lower case without accents, one space between words, no gender marks. `.net`
 * becomes `dotnet`, `node.js` becomes `nodejs`; `c++` and `c#` stay.
 */
export function readTitle(title: string): string {
  return (
    title
      .replace(/&#(\d{2,5});/g, (_, code: string) => String.fromCodePoint(Number(code)))
      .replace(/&([a-z]+);/gi, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole)
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .replace(/ł/g, 'l')
      .replace(/ß/g, 'ss')
      .replace(GENDER_ENDINGS, '')
      .replace(GENDER_MARKS, ' ')
      .replace(/(?<![a-z0-9])\.net\b/g, ' dotnet ')
      // Names of employers that are addresses are no words: People.ai.
      .replace(/(?<=[a-z0-9])\.(?=js\b|net\b|ai\b|io\b|com\b|dev\b)/g, '')
      .replace(/&/g, ' and ')
      .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
      .trim()
  );
}
