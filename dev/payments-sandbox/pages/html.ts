/** Markup that is safe to show: everything put into an `html` template is escaped, unless it is such markup. */
export type Html = { markup: string };

type Part = Html | string | number | null | undefined | false | Part[];

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return { markup: strings.map((text, n) => text + (n < parts.length ? show(parts[n]) : '')).join('') };
}

function show(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (Array.isArray(part)) return part.map(show).join('');
  if (typeof part === 'object') return part.markup;
  return String(part).replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}
