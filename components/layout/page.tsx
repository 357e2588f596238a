import type { ReactNode } from 'react';
import { Glyphs } from '@/components/ui/glyphs';
import { Footer } from './footer';
import { Header } from './header';
import { TidyForms } from './tidy-forms';

type PageProps = {
  siteName: string;
  /** Whether there are pages of services to link to. */
  services: boolean;
  children: ReactNode;
};

/** The sheet that every page is written on. `children` are `Band`s. */
export function Page({ siteName, services, children }: PageProps) {
  return (
    <div className="sheet">
      <Glyphs />
      <a
        className="absolute -top-16 left-0 z-20 bg-ink px-4 py-3 text-paper focus:top-0 hover:text-paper"
        href="#main"
      >
        Skip to content
      </a>
      <Header siteName={siteName} services={services} />
      <main id="main" tabIndex={-1} className="outline-none">
        {children}
      </main>
      <Footer siteName={siteName} services={services} />
      <TidyForms />
    </div>
  );
}
