import { cx } from '@/components/ui/classes';
import { Glyph } from '@/components/ui/glyphs';
import type { Fortnight, RollCell, RollLine } from '@/domain/market/rules';
import { formatShortDate } from '@/domain/offers/labels';

/** Small screens show the last fortnights only. */
const NARROW_COLUMNS = 3;

/** What was answered for some offers, fortnight by fortnight. */
export function RollTable({ fortnights, lines }: { fortnights: Fortnight[]; lines: RollLine[] }) {
  const wide = (index: number) => index < fortnights.length - NARROW_COLUMNS && 'max-md:hidden';
  return (
    <table className="ledger">
      <caption className="sr-only">Answers by fortnight</caption>
      <thead>
        <tr>
          <th scope="col">Offer</th>
          {fortnights.map(({ until }, index) => (
            <th key={until} scope="col" className={cx('w-13.5 px-0! text-center! md:w-22', wide(index))}>
              {formatShortDate(lastDay(until))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.slug}>
            <th scope="row">
              {line.closed ? (
                <s className="decoration-accent decoration-2">{line.title}</s>
              ) : (
                <a href={`/offers/${line.slug}`} className="no-underline hover:underline">
                  {line.title}
                </a>
              )}
              <span className="block text-xs font-normal text-ink-3">{line.company}</span>
            </th>
            {line.cells.map((cell, index) => (
              <td
                key={fortnights[index]?.until}
                className={cx(
                  'border-l border-l-rule px-0! text-center align-middle! max-md:text-xs',
                  wide(index),
                )}
              >
                <Cell cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ cell }: { cell: RollCell }) {
  switch (cell) {
    case 'open':
      return (
        <>
          <Glyph name="tick" className="mx-auto h-6 w-5.5 text-accent" />
          <span className="sr-only">Still open</span>
        </>
      );
    case 'silent':
      return (
        <>
          <Glyph name="dash" className="mx-auto h-6 w-5.5 text-ink-3" />
          <span className="sr-only">No answer</span>
        </>
      );
    case 'new':
      return 'new';
    case 'closed':
      return <span className="text-ink-3">closed</span>;
    case 'none':
      return <span className="sr-only">Not asked</span>;
    case 'absent':
      return <span className="sr-only">Not listed</span>;
  }
}

/** The day before the end, which is the beginning of the next fortnight. */
function lastDay(until: string): string {
  return new Date(Date.parse(until) - 1).toISOString();
}
