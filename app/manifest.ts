import type { MetadataRoute } from 'next';
import { env } from '@/lib/env';

// The name is not known to the build.
export const dynamic = 'force-dynamic';

export default function manifest(): MetadataRoute.Manifest {
  const { SITE_NAME } = env();
  return {
    name: SITE_NAME,
    short_name: SITE_NAME,
    description: 'The register of open IT roles.',
    start_url: '/',
    display: 'browser',
    background_color: '#fafbfd',
    theme_color: '#fafbfd',
    icons: [
      { src: '/icon.svg', type: 'image/svg+xml', sizes: 'any' },
      { src: '/apple-icon.png', type: 'image/png', sizes: '180x180' },
    ],
  };
}
