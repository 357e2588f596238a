import { and, eq, getTableColumns, lt, or, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { offerDraft } from '@/db/schema/drafts';
import { offer } from '@/db/schema/offers';
import type { CompanyId } from '@/domain/companies/input';
import {
  createOffer,
  EDITABLE,
  type EmployerOffer,
  findLastRevision,
  findOfferMadeOf,
  updateOffer,
} from '@/domain/offers/employer-offers';
import { DomainError } from '@/lib/errors';
import { readDraftId, type SaveRequest, type TypedForm, typedForm } from './input';
import { toDraft } from './queries';
import { type Faults, type FormLookup, type OfferFacts, readForm } from './read-form';
import { type DraftScope, inScope } from './scope';

export type Saved =
  | { kind: 'saved'; revision: number; savedAt: Date }
  /** Another window has saved meanwhile; `revision` is what it saved. */
  | { kind: 'conflict'; revision: number; savedAt: Date }
  /** It is an offer by now; `same` where that says just what was to be saved. */
  | { kind: 'sent'; offerId: number; same: boolean }
  /** Not there, any more or for this scope. */
  | { kind: 'missing' };

/**
 * Keeps what was typed, whatever is wrong with it. The first save of an id makes the draft, and no second one
 * however often it is repeated. A save that was typed into an older copy than the stored one is refused, unless
 * the stored one came from the same page; of one page's saves the last in its own counting stays, in whatever
 * order they arrive.
 */
export async function saveDraft(
  db: Db,
  scope: DraftScope,
  request: SaveRequest,
  form: TypedForm,
  now: Date,
): Promise<Saved> {
  const { draft: id, revision, writer, sequence } = request;
  // A draft that another save makes at the same moment is found the second time.
  for (let turn = 0; turn < 2; turn++) {
    const samePage = sql`(${offerDraft.form}->>'writer' = ${writer} and (${offerDraft.form}->>'sequence')::int <= ${sequence})`;
    const [saved] = await db
      .update(offerDraft)
      .set({
        form: { ...form, writer, sequence },
        revision: sql`${offerDraft.revision} + 1`,
        updatedAt: now,
        ...ownership(scope),
      })
      .where(and(eq(offerDraft.id, id), inScope(scope), or(eq(offerDraft.revision, revision), samePage)))
      .returning({ revision: offerDraft.revision });
    if (saved) return { kind: 'saved', revision: saved.revision, savedAt: now };

    const [stored] = await db
      .select({ ...getTableColumns(offerDraft), own: sql<boolean>`${inScope(scope)}` })
      .from(offerDraft)
      .where(eq(offerDraft.id, id));
    if (stored) {
      if (!stored.own) return { kind: 'missing' };
      const state = { revision: stored.revision, savedAt: stored.updatedAt };
      const overtaken = stored.form.writer === writer && Number(stored.form.sequence) > sequence;
      return overtaken || isSameForm(stored.form, form)
        ? { kind: 'saved', ...state }
        : { kind: 'conflict', ...state };
    }
    const made = await insertDraft(db, scope, request, form, now);
    if (made) return made;
  }
  return { kind: 'missing' };
}

/** Null where another save was faster. */
async function insertDraft(
  db: Db,
  scope: DraftScope,
  { draft: id, revision, writer, sequence }: SaveRequest,
  form: TypedForm,
  now: Date,
): Promise<Saved | null> {
  const subject = readDraftId(id);
  if (!subject || (scope.author === null && scope.userId === null)) return { kind: 'missing' };
  const values = {
    id,
    form: { ...form, writer, sequence },
    createdAt: now,
    updatedAt: now,
    author: scope.userId === null ? scope.author : null,
    userId: scope.userId,
    companyId: scope.actingFor as number | null,
    offerId: null as number | null,
  };
  if (subject.kind === 'new') {
    const made = await findOfferMadeOf(db, scope.companies, id);
    if (made) return { kind: 'sent', offerId: made.id, same: isSameForm(made.form, form) };
  } else {
    const [subjectOffer] = await db
      .select({ companyId: offer.companyId, state: offer.state })
      .from(offer)
      .where(eq(offer.id, subject.offerId));
    if (!subjectOffer || !(scope.companies as readonly number[]).includes(subjectOffer.companyId))
      return { kind: 'missing' };
    const last = await findLastRevision(db, subject.offerId);
    if ((last?.id ?? 0) !== subject.base)
      return { kind: 'sent', offerId: subject.offerId, same: isSameForm(last?.form ?? null, form) };
    if (!EDITABLE.includes(subjectOffer.state)) return { kind: 'missing' };
    values.companyId = subjectOffer.companyId;
    values.offerId = subject.offerId;
  }
  // It was there before: deleted.
  if (revision > 0) return { kind: 'missing' };
  const [made] = await db.insert(offerDraft).values(values).onConflictDoNothing().returning();
  return made ? { kind: 'saved', revision: made.revision, savedAt: now } : null;
}

/** Whoever saves while signed in makes the draft their own, and their company's. */
function ownership({ userId, actingFor }: DraftScope) {
  if (userId === null) return {};
  return {
    userId: sql`coalesce(${offerDraft.userId}, ${userId})`,
    author: null,
    claimEmail: null,
    ...(actingFor !== null && { companyId: sql`coalesce(${offerDraft.companyId}, ${actingFor})` }),
  };
}

function isSameForm(stored: Record<string, unknown> | null, form: TypedForm): boolean {
  return stored !== null && JSON.stringify(typedForm.parse(stored)) === JSON.stringify(typedForm.parse(form));
}

/** Keeps beside a draft what could not be saved into it, until its writer has chosen; false where it is not there. */
export async function setAside(
  db: Db,
  scope: DraftScope,
  id: string,
  form: TypedForm,
  now: Date,
): Promise<boolean> {
  const aside = JSON.stringify({ aside: { form, at: now.toISOString() } });
  const kept = await db
    .update(offerDraft)
    .set({ form: sql`${offerDraft.form} || ${aside}::jsonb` })
    .where(and(eq(offerDraft.id, id), inScope(scope)))
    .returning({ id: offerDraft.id });
  return kept.length > 0;
}

/** Deletes a draft; an offer that it was to change stays as it is. False where it is not there. */
export async function deleteDraft(db: Db, scope: DraftScope, id: string): Promise<boolean> {
  const gone = await db
    .delete(offerDraft)
    .where(and(eq(offerDraft.id, id), inScope(scope)))
    .returning({ id: offerDraft.id });
  return gone.length > 0;
}

/** Deletes drafts that nobody signed in for and nobody touched since `before`; resolves to how many. */
export async function forgetDrafts(db: Db, before: Date): Promise<number> {
  const gone = await db
    .delete(offerDraft)
    .where(
      and(
        sql`${offerDraft.userId} is null and ${offerDraft.companyId} is null`,
        lt(offerDraft.updatedAt, before),
      ),
    )
    .returning({ id: offerDraft.id });
  return gone.length;
}

export type Sent =
  | { kind: 'sent'; offerId: number }
  | { kind: 'faults'; faults: Faults }
  | { kind: 'missing' };

/**
 * Makes an offer of a draft, in state `draft`, or changes the one that it is about, and deletes the draft, all
 * or nothing; says what is wrong where the form is not complete. To repeat it resolves to the same offer.
 */
export async function sendDraft(
  db: Db,
  scope: DraftScope & { userId: string; actingFor: CompanyId },
  id: string,
  lookup: FormLookup,
  { now, actor }: { now: Date; actor: string },
): Promise<Sent> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(offerDraft)
      .where(and(eq(offerDraft.id, id), inScope(scope)))
      .for('update');
    if (!row) return findSent(tx, scope, id);
    const { form, offerId, companyId } = toDraft(row);
    const { facts, faults } = readForm(form, lookup, now);
    const written = Object.keys(faults).length === 0 ? toOffer(facts, form) : null;
    if (!written) return { kind: 'faults', faults };
    // In scope, so a company that the user acts for.
    const owner = (companyId ?? scope.actingFor) as CompanyId;
    const by = { now, actor, userId: scope.userId };
    if (offerId !== null && !(await updateOffer(tx, owner, offerId, written, by))) return { kind: 'missing' };
    const madeId = offerId ?? (await createOffer(tx, owner, id, written, by));
    await tx.delete(offerDraft).where(eq(offerDraft.id, id));
    return { kind: 'sent', offerId: madeId };
  });
}

async function findSent(db: Db, scope: DraftScope, id: string): Promise<Sent> {
  const subject = readDraftId(id);
  if (subject?.kind === 'new') {
    const made = await findOfferMadeOf(db, scope.companies, id);
    if (made) return { kind: 'sent', offerId: made.id };
  }
  return { kind: 'missing' };
}

function toOffer(facts: OfferFacts, form: TypedForm): EmployerOffer {
  const { role, workplace, apply, skills, ...rest } = facts;
  if (!role || !workplace || !apply) throw new DomainError('incomplete');
  return {
    ...rest,
    role: role.slug,
    workplace,
    apply,
    skills: skills.map(({ slug, required, level }) => ({ slug, required, level })),
    form,
  };
}
