const names = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])];
const known = new Set(names);

/** IANA names of time zones, as this runtime knows them. */
export function listTimeZones(): readonly string[] {
  return names;
}

/** Whether there is such a time zone. */
export function isTimeZone(name: string): boolean {
  return known.has(name);
}
