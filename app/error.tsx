'use client';

import { Band } from '@/components/layout/band';
import { ButtonLink } from '@/components/ui/button';

/** Shown in place of a page that failed. The digest finds the fault in the log. */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <Band side={<p className="num text-sm text-ink-3">Error 500</p>}>
      {/* What names the page may be what failed. */}
      <title>Something broke</title>
      <h1 className="max-w-[22ch]">Something broke on our side.</h1>
      <p className="lede mt-5">
        It is noted, and not your doing. Loading the page again may be enough; if not, try in a few minutes.
      </p>
      {error.digest && (
        <p className="mt-4 text-sm text-ink-3">If you write to us, name the number {error.digest}.</p>
      )}
      <p className="mt-7 flex flex-wrap gap-3">
        <ButtonLink kind="go" href="">
          Load the page again
        </ButtonLink>
        <ButtonLink href="/offers">All offers</ButtonLink>
      </p>
    </Band>
  );
}
