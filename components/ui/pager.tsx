import { ButtonLink } from './button';
import { Icon } from './icons';

type PagerProps = {
  page: number;
  pages: number;
  /** True if there are more pages than were counted. */
  capped?: boolean;
  href: (page: number) => string;
};

/** The first page, the last, the open one and its neighbours; undefined stands for a gap. */
export function pagesToShow(page: number, pages: number): (number | undefined)[] {
  const shown = [...new Set([1, page - 1, page, page + 1, pages])]
    .filter((candidate) => candidate >= 1 && candidate <= pages)
    .sort((a, b) => a - b);
  return shown.flatMap((number, i) => {
    const before = shown[i - 1] ?? 0;
    if (number - before === 2) return [number - 1, number];
    return number - before > 2 ? [undefined, number] : [number];
  });
}

export function Pager({ page, pages, capped, href }: PagerProps) {
  if (pages <= 1 && page <= 1) return null;
  return (
    <nav aria-label="Pages" className="num mt-6 flex flex-wrap items-center gap-1 text-sm">
      <span className="mr-4 text-ink-3">
        Page {page} of {pages}
        {capped && '+'}
      </span>
      {page > 1 && (
        <ButtonLink small href={href(page - 1)} rel="prev">
          <Icon name="back" className="size-4" />
          Back
        </ButtonLink>
      )}
      {pagesToShow(page, pages).map((number, i) =>
        number === undefined ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a gap is known by its place only
          <span key={`gap-${i}`} className="px-2 max-md:hidden">
            …
          </span>
        ) : (
          <ButtonLink
            key={number}
            small
            kind={number === page ? 'ink' : 'line'}
            className={number === page ? 'max-md:hidden' : 'border-transparent max-md:hidden'}
            href={href(number)}
            aria-current={number === page ? 'page' : undefined}
          >
            <span className="sr-only">Page </span>
            {number}
          </ButtonLink>
        ),
      )}
      {page < pages && (
        <ButtonLink small href={href(page + 1)} rel="next">
          Next
          <Icon name="next" className="size-4" />
        </ButtonLink>
      )}
    </nav>
  );
}
