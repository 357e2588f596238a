import { ButtonLink } from '@/components/ui/button';
import { Glyph } from '@/components/ui/glyphs';
import { Icon } from '@/components/ui/icons';
import { MainNav } from './main-nav';

export function Header({ siteName, services }: { siteName: string; services: boolean }) {
  return (
    <header className="relative flex min-h-16 items-center gap-3 border-b border-ink pl-(--mark) lg:min-h-20 lg:pl-[calc(var(--side)+var(--mark))]">
      <p className="absolute left-0 hidden max-w-28 text-xs text-ink-3 lg:block">
        The register of open IT roles
      </p>
      <a
        className="relative inline-flex min-h-11 min-w-0 items-center pl-(--gutter) font-serif text-[1.625rem] leading-8 font-semibold tracking-[-0.02em] no-underline hover:text-current lg:text-[1.875rem]"
        href="/"
      >
        <Glyph
          name="tick"
          className="absolute right-full mr-1.5 h-6 w-5.5 text-accent lg:mr-[0.7rem] lg:h-7 lg:w-6.5"
        />
        {siteName}
      </a>
      <nav aria-label="Main" className="ml-auto hidden items-center gap-6 text-sm whitespace-nowrap xl:flex">
        <MainNav
          services={services}
          className="border-b-2 border-transparent py-2 no-underline hover:border-accent hover:text-current aria-[current]:border-accent aria-[current]:font-semibold"
        />
        <ButtonLink href="/post-a-job" kind="ink" small>
          Post an offer
        </ButtonLink>
      </nav>
      <details className="group ml-auto xl:hidden">
        <summary className="flex min-h-11 items-center gap-2 text-sm font-semibold">
          <Icon name="menu" />
          Menu
        </summary>
        <nav
          aria-label="Main, small screens"
          className="absolute top-full right-0 left-0 z-10 border-b border-ink bg-paper pt-2 pb-4 pl-(--inset)"
        >
          <MainNav
            services={services}
            className="block border-b border-rule py-2.5 no-underline aria-[current]:font-semibold"
          />
          <ButtonLink href="/post-a-job" kind="ink" small className="mt-4">
            Post an offer
          </ButtonLink>
        </nav>
      </details>
    </header>
  );
}
