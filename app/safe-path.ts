/** `path` where it is one of this portal, such as where somebody wanted to go before signing in; else `fallback`. */
export function safePath(path: unknown, fallback: string): string {
  if (typeof path !== 'string' || !/^\/(?![/\\])/.test(path)) return fallback;
  const url = URL.parse(path, 'http://portal.invalid');
  return url?.origin === 'http://portal.invalid' ? url.pathname + url.search : fallback;
}
