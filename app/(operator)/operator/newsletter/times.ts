/** A moment as clocks of that time zone show it: "22 Nov 2026, 09:00". */
export function inZone(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at);
}
