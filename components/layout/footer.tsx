import { ThemeSwitch } from './theme-switch';

const link = 'inline-block py-1 no-underline hover:underline';

export function Footer({ siteName, services }: { siteName: string; services: boolean }) {
  return (
    <footer className="relative border-t border-ink pt-7 pb-10 pl-(--inset) text-sm lg:pl-[calc(var(--side)+var(--inset))]">
      <div className="grid gap-8 md:grid-cols-2 xl:grid-cols-4">
        <div>
          <p className="font-semibold">{siteName}</p>
          <p className="mt-1 max-w-56 text-xs text-ink-3">
            Open-source software under the AGPL. Built to be read, forked and run by others.
          </p>
        </div>
        <nav aria-label="Offers" className="flex flex-col items-start">
          <a className={link} href="/offers">
            All offers
          </a>
          <a className={link} href="/roles">
            Roles
          </a>
          <a className={link} href="/salaries">
            What roles pay
          </a>
          <a className={link} href="/skills">
            Skills
          </a>
          <a className={link} href="/locations">
            Places
          </a>
        </nav>
        <nav aria-label="More" className="flex flex-col items-start">
          <a className={link} href="/post-a-job">
            Post an offer
          </a>
          <a className={link} href="/pricing">
            What an offer costs
          </a>
          <a className={link} href="/how-it-works">
            How the roll call works
          </a>
          <a className={link} href="/companies">
            Companies
          </a>
          {services && (
            <a className={link} href="/services">
              Services
            </a>
          )}
          <a className={link} href="/newsletter">
            Newsletter and alerts
          </a>
          <a className={link} href="/feeds/offers.rss">
            New offers as a feed
          </a>
        </nav>
        <ThemeSwitch />
      </div>
      <nav aria-label="About the portal" className="mt-7 flex flex-wrap gap-x-6 text-xs text-ink-3">
        <a className={link} href="/privacy">
          Privacy
        </a>
        <a className={link} href="/terms">
          Terms
        </a>
        <a className={link} href="/imprint">
          Imprint
        </a>
      </nav>
    </footer>
  );
}
