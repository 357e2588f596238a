import slugify from '@sindresorhus/slugify';

const PLAIN = /^[\x20-\x7e]*$/;
const MARKS = /\p{M}/gu;

/**
 * Words of a text as lower-case ASCII joined by hyphens, cut at a word boundary to at most `maxLength`
 * characters. Accents go ("Łódź" is `lodz`), Cyrillic, Greek and Arabic are transliterated; a script that is
 * not (Chinese, emoji) leaves nothing, and the result may be ''.
 */
export function toSlug(text: string, maxLength: number): string {
  // Accents off first: ü is u here, not the German ue. Plain text needs no transliteration, which is slow.
  const words = text.replaceAll(/['’]/g, '');
  const plain = PLAIN.test(words)
    ? words
        .toLowerCase()
        .replaceAll(/&/g, ' and ')
        .replaceAll(/[^a-z0-9]+/g, '-')
    : slugify(words.normalize('NFD').replace(MARKS, '').toWellFormed(), { decamelize: false });
  return cutAtWord(plain.replaceAll(/^-+|-+$/g, ''), maxLength);
}

function cutAtWord(slug: string, maxLength: number): string {
  if (slug.length <= maxLength) return slug;
  const end = slug.lastIndexOf('-', maxLength);
  return slug.slice(0, end > 0 ? end : maxLength);
}
