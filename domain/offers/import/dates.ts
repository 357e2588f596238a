const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?(?:\d{2})?)?)?$/i;
const RFC_2822 = /^(?:[a-z]{3},\s*)?\d{1,2} [a-z]{3} \d{4} \d{2}:\d{2}(?::\d{2})? (?:gmt|utc?|z|[+-]\d{4})$/i;

/**
 * A moment as ISO 8601 or RFC 2822 writes it; without a zone it is taken for UTC. A date alone is its first
 * moment, or its last with `endOfDay`. Null for anything else, and for days that no month has.
 */
export function readDate(text: string, { endOfDay = false } = {}): Date | null {
  const trimmed = text.trim();
  const parts = ISO.exec(trimmed);
  if (!parts) {
    const time = RFC_2822.test(trimmed) ? Date.parse(trimmed) : Number.NaN;
    return Number.isNaN(time) ? null : new Date(time);
  }
  const [, year, month, day, hour, minute, second = '00', zone = 'Z'] = parts;
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (new Date(days).getUTCMonth() !== Number(month) - 1) return null;
  if (hour === undefined) return new Date(endOfDay ? days + 86_399_000 : days);
  const offset = /^z$/i.test(zone)
    ? 'Z'
    : zone.replace(/^([+-]\d{2}):?(\d{2})?$/, (_, h, m = '00') => `${h}:${m}`);
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
  return Number.isNaN(time) ? null : new Date(time);
}
