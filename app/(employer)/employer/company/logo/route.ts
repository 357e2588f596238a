import { isOwnPage, seeOther } from '@/app/requests';
import { requireOwner } from '@/app/session';
import { database, pool } from '@/db/pool';
import { MAX_LOGO_BYTES } from '@/domain/companies/input';
import { saveLogo } from '@/domain/companies/logo';
import { DomainError } from '@/lib/errors';
import { takePoint } from '@/lib/rate-limit';

const UPLOADS = { name: 'logo', points: 30, seconds: 3_600 };
/** What a form with one file adds to it. */
const FORM_BYTES = 10_000;

/**
 * Takes a logo from the form of the company page. Owners only. A route and not a server action, which would read
 * a file that is much too large to its limit and then break: here it is refused by its announced length.
 */
export async function POST(request: Request): Promise<Response> {
  const { user, company } = await requireOwner('/employer/company');
  if (!isOwnPage(request)) return new Response(null, { status: 403 });
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  if (!(length <= MAX_LOGO_BYTES + FORM_BYTES)) return back('fault=picture_bytes');
  if (!/^multipart\/form-data\b/i.test(request.headers.get('content-type') ?? '')) {
    return new Response(null, { status: 415 });
  }
  if (!(await takePoint(pool().sql, UPLOADS, user.id))) return back('fault=picture_often');
  const form = await request.formData();
  if (form.get('company') !== company.slug) return new Response(null, { status: 404 });
  const file = form.get('logo');
  if (!(file instanceof File) || file.size === 0) return back('fault=picture_none');
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    await saveLogo(database(), company.companyId, bytes, { now: new Date(), actor: user.actor });
  } catch (error) {
    if (error instanceof DomainError) return back(`fault=${error.code}`);
    throw error;
  }
  return back('done=logo-saved');
}

function back(query: string): Response {
  return seeOther(`/employer/company?${query}#logo`);
}
