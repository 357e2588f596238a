import { isOwnPage, seeOther } from '@/app/requests';
import { database, pool } from '@/db/pool';
import { reportOffer } from '@/domain/offers/reports';
import { offerIdFromSlug } from '@/domain/offers/rules';
import { clientAddress } from '@/lib/client-address';
import { authSecret, env } from '@/lib/env';
import { takePoint } from '@/lib/rate-limit';
import { readReport } from '../read-report';

const LIMIT = { name: 'report', points: 5, seconds: 3_600 };
const MOST_BYTES = 64_000;

/** Takes a report from the form and answers with a redirect, so that loading again sends nothing twice. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await params;
  if (!isOwnPage(request)) return new Response(null, { status: 403 });
  if (!(Number(request.headers.get('content-length')) <= MOST_BYTES))
    return new Response(null, { status: 413 });
  const type = request.headers.get('content-type') ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) {
    return new Response(null, { status: 415 });
  }
  const now = new Date();
  const report = readReport(await request.formData(), authSecret(), now);
  const page = `/offers/${encodeURIComponent(slug)}`;
  if (report === 'bot') return seeOther(`${page}/report?state=thanks`);
  if (report === 'fault') return seeOther(`${page}/report?state=fault`);
  const address = clientAddress(request.headers, env().TRUSTED_PROXIES);
  if (!(await takePoint(pool().sql, LIMIT, address))) return seeOther(`${page}/report?state=limit`);
  const id = offerIdFromSlug(slug);
  const kept = id !== null && (await reportOffer(database(), id, report, now));
  return seeOther(kept ? `${page}/report?state=thanks` : page);
}
