import { stripMarkup } from '@/lib/sanitise-html';
import { truncate } from '@/lib/truncate';

/** UTF-8 read as Latin-1 or Windows-1252: "â€™" and "Ã©" for ’ and é. */
const HIGH = '\\u0080-\\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';
const MISREAD = new RegExp(
  `[\\u00c2-\\u00df][${HIGH}]|[\\u00e0-\\u00ef][${HIGH}]{2}|[\\u00f0-\\u00f4][${HIGH}]{3}`,
  'g',
);
/** Such pairs do not occur in text that was read right; without one, "É " at the end of a word is left alone. */
const EVIDENCE = /[\u00c2-\u00f4][\u0080-\u009f]|[\u00c2\u00c3][\u00a1-\u00bf]|â€/;

const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Repairs text whose UTF-8 was taken for Latin-1 or Windows-1252 on the way; other text is left as it is. */
export function repairText(text: string): string {
  if (!EVIDENCE.test(text)) return text;
  return text.replaceAll(MISREAD, (letters) => {
    const bytes = [...letters].map((letter) => {
      const code = letter.charCodeAt(0);
      return code <= 0xff ? code : 0x80 + WINDOWS_1252.indexOf(letter);
    });
    try {
      return utf8.decode(Uint8Array.from(bytes));
    } catch {
      return letters;
    }
  });
}

const INVISIBLE = /[\p{Cc}\s]+|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const SAID_NOTHING = /^(?:none|null|undefined|nan|n\/?a|-+|\.+)$/i;

/**
 * One clean line of what a source gives as a text: markup, entities, control characters and broken
 * halves of characters gone, spaces collapsed, at most `maxLength` characters (cut with an ellipsis).
 * Null where nothing with a letter or digit is left, or only a word such as "None".
 */
export function readLine(value: unknown, maxLength: number): string | null {
  if (typeof value !== 'string') return null;
  const wellFormed = value.isWellFormed() ? value : value.toWellFormed().replaceAll('\ufffd', '');
  const line = stripMarkup(truncate(repairText(wellFormed), maxLength * 10))
    .replaceAll(INVISIBLE, (found) => (/[\p{Cc}\s]/u.test(found) ? ' ' : ''))
    .trim();
  if (!/[\p{L}\p{N}]/u.test(line) || SAID_NOTHING.test(line)) return null;
  if (line.length <= maxLength) return line;
  return `${truncate(line, maxLength - 1).trimEnd()}…`;
}
