import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { Page } from '@/components/layout/page';
import { SPECULATION_RULES } from '@/components/layout/speculation';
import { THEME_SCRIPT } from '@/components/layout/theme';
import { fontVariables } from './fonts';
import { loadSections, loadSite } from './site';
import './globals.css';

export async function generateMetadata(): Promise<Metadata> {
  const { name, url } = await loadSite();
  return {
    metadataBase: new URL(url),
    title: { default: `${name}, the register of open IT roles`, template: `%s · ${name}` },
    description: 'Open IT roles, with the pay stated and every employer asked every fortnight.',
    alternates: {
      types: { 'application/rss+xml': [{ url: '/feeds/offers.rss', title: `${name}: new offers` }] },
    },
  };
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fafbfd' },
    { media: '(prefers-color-scheme: dark)', color: '#0f151d' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [{ name }, { services }] = await Promise.all([loadSite(), loadSections()]);
  return (
    <html lang="en" className={fontVariables} suppressHydrationWarning>
      <head>
        <script>{THEME_SCRIPT}</script>
        <script type="speculationrules">{SPECULATION_RULES}</script>
      </head>
      <body>
        <Page siteName={name} services={services}>
          {children}
        </Page>
      </body>
    </html>
  );
}
