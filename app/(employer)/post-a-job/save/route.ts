import { z } from 'zod';
import { isOwnPage, isReadable } from '@/app/requests';
import type { SaveAnswer, SaveRefusal } from '@/components/drafts/answer';
import { database, pool } from '@/db/pool';
import { saveDraft } from '@/domain/drafts/commands';
import { readTypedForm, saveRequest } from '@/domain/drafts/input';
import { clientAddress } from '@/lib/client-address';
import { env } from '@/lib/env';
import { takePoint } from '@/lib/rate-limit';
import { NEW_DRAFTS } from '../limits';
import { viewForm } from '../loaders';
import { currentWriter } from '../scope';

const MOST_BYTES = 600_000;
const body = saveRequest.extend({ form: z.record(z.string().max(80), z.string()) });

/** Saves what is typed, while it is typed. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnPage(request)) return new Response(null, { status: 403 });
  if (!isReadable(request, /^application\/json\b/i, MOST_BYTES)) return new Response(null, { status: 415 });
  const parsed = body.safeParse(await request.json().catch(() => null));
  if (!parsed.success) return new Response(null, { status: 400 });
  const { form: fields, ...asked } = parsed.data;
  const { scope } = await currentWriter();
  if (asked.revision === 0) {
    const address = clientAddress(request.headers, env().TRUSTED_PROXIES);
    if (!(await takePoint(pool().sql, NEW_DRAFTS, address))) return refuse({ refused: 'limit' }, 429);
  }
  const form = readTypedForm(Object.entries(fields));
  const saved = await saveDraft(database(), scope, asked, form, new Date());
  if (saved.kind === 'missing') return refuse({ refused: 'missing' }, 404);
  if (saved.kind === 'sent')
    return refuse({ refused: 'sent', href: `/employer/offers/${saved.offerId}` }, 410);
  const { revision } = saved;
  const savedAt = saved.savedAt.toISOString();
  if (saved.kind === 'conflict') return refuse({ refused: 'conflict', revision, savedAt }, 409);
  const { live } = await viewForm(form, { id: asked.draft, companyId: scope.actingFor });
  return answer({ revision, savedAt, live } satisfies SaveAnswer, 200);
}

function refuse(refusal: SaveRefusal, status: number): Response {
  return answer(refusal, status);
}

function answer(data: object, status: number): Response {
  return Response.json(data, { status, headers: { 'cache-control': 'no-store' } });
}
