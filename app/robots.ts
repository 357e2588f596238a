import type { MetadataRoute } from 'next';
import { env } from '@/lib/env';

// SITE_URL is not known to the build.
export const dynamic = 'force-dynamic';

export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: '*',
      allow: '/',
      disallow: ['/offers/*/apply', '/offers/*/report', '/api/', '/dev/'],
    },
    sitemap: `${env().SITE_URL}/sitemap.xml`,
  };
}
