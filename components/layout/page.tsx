import type { ReactNode } from 'react';
import { Glyphs } from '@/components/ui/glyphs';
import { Footer } from './footer';
import { Header } from './header';
import { TidyForms } from './tidy-forms';

/** The sheet that every page is written on. `children` are `Band`s. */
export function Page({ siteName, children }: { siteName: string; children: ReactNode }) {
  return (
    <div className="sheet">
      <Glyphs />
      <a
        className="absolute -top-16 left-0 z-20 bg-ink px-4 py-3 text-paper focus:top-0 hover:text-paper"
        href="#main"
      >
        Skip to content
      </a>
      <Header siteName={siteName} />
      <main id="main" tabIndex={-1} className="outline-none">
        {children}
      </main>
      <Footer siteName={siteName} />
      <TidyForms />
    </div>
  );
}
