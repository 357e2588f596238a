import type { Metadata } from 'next';
import { Band } from '@/components/layout/band';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/field';
import { Icon } from '@/components/ui/icons';

export const metadata: Metadata = { title: 'Page not found' };

export default function NotFound() {
  return (
    <Band side={<p className="num text-sm text-ink-3">Error 404</p>}>
      <h1 className="text-[2.5rem] leading-[1.06] tracking-[-0.02em] md:text-4xl xl:text-[5rem] xl:leading-[1.04]">
        We called. <br className="max-md:hidden" />
        No page answered.
      </h1>
      <p className="lede mt-5">The address may be mistyped, or the offer behind it has closed and gone.</p>
      <search>
        <form action="/offers" className="mt-7 mb-10 flex max-w-144 flex-wrap gap-3">
          <label htmlFor="not-found-q" className="sr-only">
            Role or skill
          </label>
          <Input id="not-found-q" name="q" placeholder="Role or skill" className="w-auto! min-w-40 flex-1" />
          <Button type="submit" kind="go">
            <Icon name="search" />
            Find roles
          </Button>
        </form>
      </search>
      <nav aria-label="Elsewhere" className="blank pb-48">
        <p className="flex flex-wrap gap-x-6">
          <a href="/">Front page</a>
          <a href="/offers">All offers</a>
          <a href="/roles">Index of roles</a>
        </p>
      </nav>
    </Band>
  );
}
