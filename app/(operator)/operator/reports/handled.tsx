import { Moment } from '@/components/operator/moment';
import { Blank } from '@/components/ui/blank';
import { Pager } from '@/components/ui/pager';
import { REPORT_REASONS, type ReportReason } from '@/domain/offers/reports';
import { PAGE_LINES } from '@/domain/operator/input';
import type { HandledReport } from '@/domain/operator/reports';
import { OUTCOMES } from '@/domain/operator/rules';
import { consoleHref } from '../hrefs';

type HandledReportsProps = { lines: HandledReport[]; total: number; page: number };

/** Reports that were dealt with, the latest first. */
export function HandledReports({ lines, total, page }: HandledReportsProps) {
  if (lines.length === 0) return <Blank title="None was handled yet." />;
  return (
    <>
      <table className="ledger ledger-stack md:table-fixed">
        <thead>
          <tr>
            <th scope="col">Offer</th>
            <th scope="col">Report</th>
            <th scope="col">Decided</th>
            <th scope="col">By</th>
            <th scope="col" className="w-42">
              When, UTC
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, offer, reason, message, outcome, by, handledAt }) => (
            <tr key={id}>
              <th scope="row">
                <a href={`/operator/offers/${offer.id}`}>{offer.title}</a>
              </th>
              <td>
                {REPORT_REASONS[reason as ReportReason] ?? reason}
                {message && <span className="block text-xs text-ink-3">{message}</span>}
              </td>
              <td data-label="Decided">{outcome ? (OUTCOMES[outcome] ?? outcome) : '–'}</td>
              <td data-label="By">{by ?? 'somebody who has left'}</td>
              <td data-label="When">{handledAt && <Moment at={handledAt} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pager
        page={page}
        pages={Math.ceil(total / PAGE_LINES)}
        href={(to) => consoleHref('/operator/reports', { show: 'handled', page: to })}
      />
    </>
  );
}
