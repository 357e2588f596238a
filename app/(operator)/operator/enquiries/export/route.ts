import { requireOperator } from '@/app/session';
import { database } from '@/db/pool';
import { exportEnquiries } from '@/domain/enquiries/queries';
import { toCsvLine } from '@/lib/csv';
import { serviceTitles } from '../service-titles';

const HEAD = [
  'Number',
  'Received (UTC)',
  'Service',
  'Name',
  'E-mail',
  'Company',
  'Budget',
  'Message',
  'Answered (UTC)',
  'Answered by',
  'Note',
];

/** All enquiries as CSV, the newest first. */
export async function GET(): Promise<Response> {
  await requireOperator('/operator/enquiries');
  const [enquiries, titles] = await Promise.all([exportEnquiries(database()), serviceTitles()]);
  const lines = enquiries.map((enquiry) => [
    String(enquiry.id),
    enquiry.createdAt,
    titles[enquiry.service] ?? enquiry.service,
    enquiry.name,
    enquiry.email,
    enquiry.company,
    enquiry.budget,
    enquiry.message,
    enquiry.answeredAt ?? '',
    enquiry.answeredBy ?? '',
    enquiry.note,
  ]);
  const day = new Date().toISOString().slice(0, 10);
  return new Response([HEAD, ...lines].map(toCsvLine).join(''), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="enquiries-${day}.csv"`,
      'cache-control': 'private, no-store',
    },
  });
}
