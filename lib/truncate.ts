/** The beginning of `text`, at most `length` UTF-16 units and never ending in half a character. */
export function truncate(text: string, length: number): string {
  const cut = text.slice(0, length);
  // Only a cut can leave a high surrogate at the end of well-formed text.
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}
