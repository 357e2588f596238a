/** An address of the console with the parameters that are set. */
export function consoleHref(path: string, params: Record<string, string | number | undefined>): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) {
    if (value !== undefined && value !== '' && !(key === 'page' && value === 1))
      query.set(key, String(value));
  }
  return query.size > 0 ? `${path}?${query}` : path;
}
