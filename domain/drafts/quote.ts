import { truncate } from '@/lib/truncate';

const MOST_LETTERS = 40;

/** What somebody typed, as a sentence names it. */
export function quote(typed: string): string {
  const text = typed.replaceAll(/\s+/g, ' ').trim();
  return text.length > MOST_LETTERS ? `${truncate(text, MOST_LETTERS).trimEnd()}…` : text;
}
