import { and, desc, eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { recordEvent } from '@/db/events';
import { invalidateTags } from '@/db/invalidation';
import { company } from '@/db/schema/companies';
import { offer, offerRevision } from '@/db/schema/offers';
import { role } from '@/db/schema/roles';
import type { CompanyId } from '@/domain/companies/input';
import { DomainError } from '@/lib/errors';
import { toSlug } from '@/lib/slug';
import { closedTagsOfOffers, inTurn, tagsOfOffers } from './changes';
import { closesFirst } from './closing';
import { readRates } from './exchange-rates';
import { stamp } from './moves';
import type { OfferRecord } from './record';
import type { OfferState } from './rules';
import { indexOffers } from './search-index';
import { writeDetails } from './write-details';

/** Offers that employers write here themselves. */

/** An offer as its form says it, complete and checked. */
export type EmployerOffer = Pick<
  OfferRecord,
  | 'title'
  | 'descriptionHtml'
  | 'role'
  | 'seniority'
  | 'workplace'
  | 'workplaceNote'
  | 'partTime'
  | 'skills'
  | 'places'
  | 'pay'
  | 'apply'
> & {
  /** Why a contract states no pay; null where all do. */
  payReason: string | null;
  /** When it closes at the latest; null: when its days are over. */
  closesAt: Date | null;
  /** The form that it was read from, for the next edit. */
  form: Record<string, unknown>;
};

export type By = { now: Date; userId: string; actor: string };

const SOURCE = 'employer';
const MAX_SLUG = 69;

/** States in which an offer may be edited; in the others it is settled, or for the operator to say. */
export const EDITABLE: readonly OfferState[] = ['draft', 'live', 'paused', 'expired'];

/**
 * Makes an offer that is ready to be published, in state `draft`. `key` names what it was made of: to repeat it
 * makes nothing and resolves to the offer that is there, as long as that is the company's.
 */
export async function createOffer(
  db: Db,
  companyId: CompanyId,
  key: string,
  written: EmployerOffer,
  { now, userId, actor }: By,
): Promise<number> {
  return inTurn(db, async (tx) => {
    const [fresh] = await tx.execute<{ id: number }>(
      sql`select nextval(pg_get_serial_sequence('offer', 'id'))::int as id`,
    );
    const id = fresh?.id ?? 0;
    const [created] = await tx
      .insert(offer)
      .values({
        id,
        slug: await makeSlug(tx, companyId, id, written.title),
        companyId,
        state: 'draft',
        source: SOURCE,
        sourceId: key,
        postedBy: userId,
        ...columnsOf(written),
        roleId: await findRoleId(tx, written.role),
        closesAt: written.closesAt,
        createdAt: now,
        updatedAt: now,
      })
      .onConflictDoNothing({ target: [offer.source, offer.sourceId] })
      .returning({ id: offer.id });
    if (!created) return findMade(tx, companyId, key);
    await writeDetails(tx, [{ id, record: written }], await readRates(tx));
    await tx.insert(offerRevision).values({ offerId: id, form: written.form, at: now, actor });
    await recordEvent(tx, { at: now, actor, type: 'offer.created', subject: 'offer', subjectId: id });
    return id;
  });
}

async function findMade(db: Db, companyId: CompanyId, key: string): Promise<number> {
  const found = await findOfferMadeOf(db, [companyId], key);
  if (!found) throw new DomainError('not_yours', 'That offer belongs to another company');
  return found.id;
}

/** The offer of one of those companies that was made of `key`, with its last form; null if there is none. */
export async function findOfferMadeOf(
  db: Db,
  companyIds: readonly number[],
  key: string,
): Promise<{ id: number; form: Record<string, unknown> | null } | null> {
  const [found] = await db
    .select({ id: offer.id, companyId: offer.companyId })
    .from(offer)
    .where(and(eq(offer.source, SOURCE), eq(offer.sourceId, key)));
  if (!found || !companyIds.includes(found.companyId)) return null;
  return { id: found.id, form: (await findLastRevision(db, found.id))?.form ?? null };
}

/**
 * Puts what was written in place of what an offer says, whatever page shows it; false where the company has no
 * such offer. Its address and its place in the list stay, and so do its days, whatever the closing date. One that
 * left on its closing date and has days left is back with a later date or none. Throws DomainError `not_editable`
 * where its state is not one of `EDITABLE`.
 */
export async function updateOffer(
  db: Db,
  companyId: CompanyId,
  offerId: number,
  written: EmployerOffer,
  { now, actor }: Omit<By, 'userId'>,
): Promise<boolean> {
  return inTurn(db, async (tx) => {
    const own = and(eq(offer.id, offerId), eq(offer.companyId, companyId));
    const [before] = await tx
      .select({ state: offer.state, closesFirst: closesFirst(stamp(now)) })
      .from(offer)
      .where(own)
      .for('no key update');
    if (!before) return false;
    if (!EDITABLE.includes(before.state)) throw new DomainError('not_editable');
    const tags = [...(await tagsOfOffers(tx, [offerId])), ...(await closedTagsOfOffers(tx, [offerId]))];
    const { closesAt } = written;
    const isBack = before.state === 'expired' && before.closesFirst && (!closesAt || closesAt > now);
    await tx
      .update(offer)
      .set({
        ...columnsOf(written),
        roleId: await findRoleId(tx, written.role),
        closesAt,
        ...(before.state === 'draft' && { slug: await makeSlug(tx, companyId, offerId, written.title) }),
        ...(isBack && { state: 'live' as const, confirmedAt: now, closedAt: null }),
        updatedAt: now,
      })
      .where(own);
    await writeDetails(tx, [{ id: offerId, record: written }], await readRates(tx));
    await tx.insert(offerRevision).values({ offerId, form: written.form, at: now, actor });
    const types = isBack ? ['offer.updated', 'offer.resumed'] : ['offer.updated'];
    for (const type of types)
      await recordEvent(tx, { at: now, actor, type, subject: 'offer', subjectId: offerId });
    tags.push(...(await tagsOfOffers(tx, [offerId])), ...(await closedTagsOfOffers(tx, [offerId])));
    await invalidateTags(tx, tags);
    await indexOffers(tx, [offerId]);
    return true;
  });
}

/** The form of an offer as it was last sent, and its number; null where it was never written in a form. */
export async function findLastRevision(
  db: Db,
  offerId: number,
): Promise<{ id: number; form: Record<string, unknown> } | null> {
  const [last] = await db
    .select({ id: offerRevision.id, form: offerRevision.form })
    .from(offerRevision)
    .where(eq(offerRevision.offerId, offerId))
    .orderBy(desc(offerRevision.id))
    .limit(1);
  return last ?? null;
}

function columnsOf(written: EmployerOffer) {
  return {
    title: written.title,
    descriptionHtml: written.descriptionHtml,
    seniority: written.seniority,
    workplace: written.workplace,
    workplaceNote: written.workplaceNote,
    partTime: written.partTime,
    applyUrl: 'url' in written.apply ? written.apply.url : null,
    applyEmail: 'email' in written.apply ? written.apply.email : null,
    payReason: written.payReason,
  };
}

async function makeSlug(db: Db, companyId: CompanyId, id: number, title: string): Promise<string> {
  const [employer] = await db.select({ name: company.name }).from(company).where(eq(company.id, companyId));
  return `${toSlug(`${title} ${employer?.name ?? ''}`, MAX_SLUG) || 'offer'}-${id}`;
}

async function findRoleId(db: Db, slug: string): Promise<number> {
  const [found] = await db.select({ id: role.id }).from(role).where(eq(role.slug, slug));
  if (!found) throw new Error(`There is no role ${slug}`);
  return found.id;
}
