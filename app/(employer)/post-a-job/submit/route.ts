import { notFound } from 'next/navigation';
import { isOwnPage, isReadable, seeOther } from '@/app/requests';
import { database, pool } from '@/db/pool';
import { deleteDraft, saveDraft, sendDraft, setAside } from '@/domain/drafts/commands';
import {
  changeId,
  draftPath,
  type RowRef,
  readDraftId,
  readTypedForm,
  type SaveRequest,
  saveRequest,
  type TypedForm,
} from '@/domain/drafts/input';
import { loadFormLookup } from '@/domain/drafts/queries';
import { readForm } from '@/domain/drafts/read-form';
import { findLastRevision } from '@/domain/offers/employer-offers';
import { clientAddress } from '@/lib/client-address';
import { env } from '@/lib/env';
import { takePoint } from '@/lib/rate-limit';
import { hashToken, makeToken } from '@/lib/secret';
import { NEW_DRAFTS } from '../limits';
import { currentWriter, setAuthorCookie, type Writer } from '../scope';

const MOST_BYTES = 600_000;
const FORM = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i;
const REMOVE = /^remove-(pay|skill|place|home)-(\d{1,3})$/;
const ADD = /^add-(pay|skill|place|home)$/;

/**
 * Every button of the form: it saves first, whatever is wrong, and then does what the button says. Answers with
 * a redirect to the page, which shows what is stored.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnPage(request)) return new Response(null, { status: 403 });
  if (!isReadable(request, FORM, MOST_BYTES)) return new Response(null, { status: 415 });
  const fields = await request.formData();
  const parsed = saveRequest.safeParse(Object.fromEntries(fields));
  if (!parsed.success) return new Response(null, { status: 400 });
  const asked = parsed.data;
  const act = String(fields.get('act') ?? 'save');
  const writer = await currentWriter();
  const [db, now] = [database(), new Date()];
  if (act === 'delete') {
    await deleteDraft(db, writer.scope, asked.draft);
    return seeOther(writer.user ? '/employer' : '/post-a-job');
  }
  if (asked.revision === 0) {
    const address = clientAddress(request.headers, env().TRUSTED_PROXIES);
    if (!(await takePoint(pool().sql, NEW_DRAFTS, address))) return new Response(null, { status: 429 });
  }
  const form = readTypedForm(fields, readRemoval(act));
  const saved = await saveDraft(db, writer.scope, asked, form, now);
  if (saved.kind === 'missing') return keepCopy(writer, asked, form, now);
  if (saved.kind === 'sent')
    return saved.same
      ? seeOther(offerPath(saved.offerId))
      : keepLate(writer, saved.offerId, asked, form, now);
  if (saved.kind === 'conflict') {
    await setAside(db, writer.scope, asked.draft, form, now);
    return seeOther(pageOf(asked.draft, 'conflict'));
  }
  if (act === 'send') return send(writer, asked.draft, form, now);
  if (act === 'preview') return seeOther(`/post-a-job/preview?draft=${asked.draft}`);
  const [, added] = ADD.exec(act) ?? [];
  const removed = readRemoval(act);
  if (added) return seeOther(pageOf(asked.draft, `add=${added}`));
  return seeOther(removed ? `${draftPath(asked.draft)}#s-${removed.group}` : draftPath(asked.draft));
}

async function send(
  { scope, user, company }: Writer,
  id: string,
  form: TypedForm,
  now: Date,
): Promise<Response> {
  const db = database();
  const lookup = await loadFormLookup(db);
  if (!user) {
    const { faults } = readForm(form, lookup, now);
    return seeOther(pageOf(id, Object.keys(faults).length > 0 ? 'check' : 'step=sign-in#s-sign-in'));
  }
  if (!company) return seeOther(`/employer/company/new?next=${encodeURIComponent(draftPath(id))}`);
  const acting = { ...scope, userId: user.id, actingFor: company.companyId };
  const sent = await sendDraft(db, acting, id, lookup, { now, actor: user.actor });
  if (sent.kind === 'missing') notFound();
  if (sent.kind !== 'sent') return seeOther(pageOf(id, 'check'));
  // A new offer is complete; what it wants next is a plan.
  return seeOther(`${offerPath(sent.offerId)}${readDraftId(id)?.kind === 'new' ? '/publish' : ''}`);
}

/**
 * The draft is not this browser's any more: somebody signed out while they wrote. What they wrote becomes a draft
 * of the browser; they find both when they have signed in again.
 */
async function keepCopy(
  { scope, user }: Writer,
  asked: SaveRequest,
  form: TypedForm,
  now: Date,
): Promise<Response> {
  if (user) notFound();
  const token = makeToken();
  if (scope.author === null) await setAuthorCookie(token);
  const author = scope.author ?? hashToken(token);
  const draft = crypto.randomUUID();
  await saveDraft(database(), { ...scope, author }, { ...asked, draft, revision: 0 }, form, now);
  return seeOther(pageOf(draft, 'copy'));
}

/** It was sent while this was typed: what came too late is kept as changes of the offer. */
async function keepLate(
  { scope }: Writer,
  offerId: number,
  asked: SaveRequest,
  form: TypedForm,
  now: Date,
): Promise<Response> {
  const db = database();
  const draft = changeId(offerId, (await findLastRevision(db, offerId))?.id ?? 0);
  const saved = await saveDraft(db, scope, { ...asked, draft, revision: 0 }, form, now);
  if (saved.kind === 'conflict') await setAside(db, scope, draft, form, now);
  return seeOther(pageOf(draft, saved.kind === 'conflict' ? 'conflict' : 'late'));
}

function readRemoval(act: string): RowRef | undefined {
  const [, group, index] = REMOVE.exec(act) ?? [];
  return group && index ? { group: group as RowRef['group'], index: Number(index) } : undefined;
}

/** The page of a draft, with something to say. */
function pageOf(id: string, note: string): string {
  const path = draftPath(id);
  return `${path}${path.includes('?') ? '&' : '?'}${note.includes('=') ? note : `${note}=1`}`;
}

function offerPath(offerId: number): string {
  return `/employer/offers/${offerId}`;
}
