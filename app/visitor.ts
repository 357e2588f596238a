const BOT =
  /(?<!cu)bot\b|crawl|spider|slurp|preview|fetch|monitor|scan|curl|wget|python|java\/|go-http|okhttp|axios|headless|lighthouse|facebookexternalhit|whatsapp|telegram|embedly|archive/i;

/** True where the browser asks ahead, before anybody has followed the link. */
export function isSpeculative(headers: Headers): boolean {
  const purpose = headers.get('sec-purpose') ?? headers.get('purpose') ?? headers.get('x-moz') ?? '';
  return /prefetch|prerender|preview/i.test(purpose);
}

/** Whether a request comes from somebody's browser, as far as its user agent tells. */
export function isPerson(headers: Headers): boolean {
  const agent = headers.get('user-agent') ?? '';
  return agent.startsWith('Mozilla/') && !BOT.test(agent);
}
