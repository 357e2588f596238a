const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** The UTC day of a moment, as mails write it: 1 March 2026. */
export function onDay(iso: string): string {
  return day.format(new Date(iso));
}
