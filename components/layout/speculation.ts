/**
 * Links are plain documents (ADR 0005); where the browser can, it fetches the next one while the pointer
 * rests on its link. Applying counts, so that address is left alone.
 */
export const SPECULATION_RULES = JSON.stringify({
  prefetch: [
    {
      where: {
        and: [
          { href_matches: '/*' },
          { not: { href_matches: ['/offers/*/apply', '/api/*', '/feeds/*', '/dev/*'] } },
          { not: { selector_matches: '[rel~=nofollow], [download]' } },
        ],
      },
      eagerness: 'moderate',
    },
  ],
});
