import type { Metadata } from 'next';
import { requireOperator } from '@/app/session';
import { ConsoleHead, Views } from '@/components/operator/console-head';
import { Notice } from '@/components/ui/notice';
import { database } from '@/db/pool';
import { idParam, type Params, pageParam, textParam } from '@/domain/operator/input';
import { listHandledReports, listReportedOffers } from '@/domain/operator/reports';
import { HandledReports } from './handled';
import { ReportQueue } from './queue';

export const metadata: Metadata = { title: 'Reports' };

export default async function ReportsPage({ searchParams }: { searchParams: Promise<Params> }) {
  await requireOperator('/operator/reports');
  const params = await searchParams;
  const handled = textParam(params, 'show') === 'handled';
  const done = idParam(textParam(params, 'done'));
  return (
    <>
      <ConsoleHead title="Reports" note="What candidates say is wrong with an offer.">
        <Views
          label="Reports"
          views={[
            { href: '/operator/reports', label: 'Open', open: !handled },
            { href: '/operator/reports?show=handled', label: 'Handled', open: handled },
          ]}
        />
      </ConsoleHead>
      {done !== null && (
        <Notice kind="good" role="status" className="mb-7">
          <p>{done === 1 ? 'One report was' : `${done} reports were`} handled.</p>
        </Notice>
      )}
      {handled ? (
        <HandledReports
          {...(await listHandledReports(database(), pageParam(params)))}
          page={pageParam(params)}
        />
      ) : (
        <ReportQueue
          queue={await listReportedOffers(database())}
          chosen={idParam(textParam(params, 'offer'))}
        />
      )}
    </>
  );
}
