import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '@/db/client';
import { createCompany } from '@/db/factories';
import { appUser } from '@/db/schema/accounts';
import { offerDraft } from '@/db/schema/drafts';
import { offer, offerRevision } from '@/db/schema/offers';
import { useTestDatabase } from '@/dev/testing/database';
import type { CompanyId } from '@/domain/companies/input';
import { findOfferMadeOf } from '@/domain/offers/employer-offers';
import { publishOffer } from '@/domain/offers/lifecycle';
import { claimDrafts, noteClaimEmail } from './claims';
import { deleteDraft, forgetDrafts, saveDraft, sendDraft, setAside } from './commands';
import { changeId, EMPTY_FORM, type SaveRequest, type TypedForm } from './input';
import { duplicateOffer, formOfOffer } from './offer-form';
import { type Draft, findDraft, listDrafts, loadFormLookup } from './queries';
import type { DraftScope } from './scope';

const test = useTestDatabase();
const now = new Date('2026-03-01T12:00:00Z');
const later = new Date('2026-03-01T12:05:00Z');

let draft: string;
beforeEach(() => {
  draft = crypto.randomUUID();
});

const NOBODY: DraftScope = { author: null, userId: null, companies: [], actingFor: null };
const byCookie = (author: string): DraftScope => ({ ...NOBODY, author });

function typed(title: string): TypedForm {
  return { ...EMPTY_FORM, title };
}

function request(changes: Partial<SaveRequest> = {}): SaveRequest {
  return { draft, revision: 0, writer: 'page', sequence: 1, ...changes };
}

function save(scope: DraftScope, title: string, changes: Partial<SaveRequest> = {}, at = now) {
  return saveDraft(test.db, scope, request(changes), typed(title), at);
}

async function stored(scope: DraftScope, id = draft): Promise<Draft> {
  const found = await findDraft(test.db, scope, id);
  if (typeof found === 'string') throw new Error(`The draft is ${found}`);
  return found;
}

let users = 0;
async function createEmployer(db: Db): Promise<DraftScope & { userId: string; actingFor: CompanyId }> {
  users += 1;
  const [user] = await db
    .insert(appUser)
    .values({ email: `writer-${users}@company.example` })
    .returning();
  const companyId = (await createCompany(db)).id as CompanyId;
  return { author: null, userId: user?.id ?? '', companies: [companyId], actingFor: companyId };
}

const complete: TypedForm = {
  ...EMPTY_FORM,
  title: 'Senior data engineer, timetables',
  workplace: 'hybrid',
  places: ['Kraków, Poland'],
  pay: [{ contract: 'b2b', min: '18 000', max: '24 000', currency: 'PLN', period: 'month', tax: 'net_vat' }],
  skills: [{ name: 'Python', level: '5', need: 'required' }],
  description: 'We time trains. '.repeat(30),
  apply: 'jobs@company.example',
};

async function send(scope: DraftScope & { userId: string; actingFor: CompanyId }, id = draft, at = now) {
  return sendDraft(test.db, scope, id, await loadFormLookup(test.db), {
    now: at,
    actor: `user:${scope.userId}`,
  });
}

async function makeOffer(scope: DraftScope & { userId: string; actingFor: CompanyId }, form = complete) {
  await saveDraft(test.db, scope, request(), form, now);
  const sent = await send(scope);
  if (sent.kind !== 'sent') throw new Error(JSON.stringify(sent));
  return sent.offerId;
}

describe('saveDraft', () => {
  it('keeps what was typed, exactly, save after save', async () => {
    expect(await save(byCookie('a'), ' Data  engineer ')).toEqual({
      kind: 'saved',
      revision: 1,
      savedAt: now,
    });
    expect((await stored(byCookie('a'))).form.title).toBe(' Data  engineer ');
    expect(await save(byCookie('a'), 'Next', { revision: 1, sequence: 2 }, later)).toEqual({
      kind: 'saved',
      revision: 2,
      savedAt: later,
    });
    expect(await stored(byCookie('a'))).toMatchObject({
      revision: 2,
      savedAt: later,
      form: { title: 'Next' },
    });
  });

  it('makes one draft of first saves that come together', async () => {
    const saves = Array.from({ length: 8 }, (_, sequence) => save(byCookie('b'), 'Together', { sequence }));
    for (const saved of await Promise.all(saves)) expect(saved.kind).toBe('saved');
    expect(await listDrafts(test.db, byCookie('b'))).toHaveLength(1);
  });

  it('goes on after an answer that never arrived', async () => {
    await save(byCookie('c'), 'One', { sequence: 1 });
    // The page was not told of revision 1.
    expect(await save(byCookie('c'), 'Two', { sequence: 2 })).toMatchObject({ kind: 'saved', revision: 2 });
    expect((await stored(byCookie('c'))).form.title).toBe('Two');
  });

  it('keeps the last of one page’s saves, in whatever order they arrive', async () => {
    await save(byCookie('d'), 'One', { sequence: 1 });
    await save(byCookie('d'), 'Three', { revision: 1, sequence: 3 });
    expect(await save(byCookie('d'), 'Two', { revision: 1, sequence: 2 })).toMatchObject({ kind: 'saved' });
    expect((await stored(byCookie('d'))).form.title).toBe('Three');
  });

  it('refuses what another page typed into an older copy, and tells what is there', async () => {
    await save(byCookie('e'), 'One');
    await save(byCookie('e'), 'Two', { revision: 1, sequence: 2 }, later);
    const other = { writer: 'other page', revision: 1 };
    expect(await save(byCookie('e'), 'Mine', other)).toEqual({
      kind: 'conflict',
      revision: 2,
      savedAt: later,
    });
    expect((await stored(byCookie('e'))).form.title).toBe('Two');

    expect(await setAside(test.db, byCookie('e'), draft, typed('Mine'), later)).toBe(true);
    expect(await stored(byCookie('e'))).toMatchObject({
      form: { title: 'Two' },
      aside: { form: { title: 'Mine' } },
    });
    // Kept on purpose, with what is there in view.
    expect(await save(byCookie('e'), 'Mine', { ...other, revision: 2 })).toMatchObject({ kind: 'saved' });
    expect(await stored(byCookie('e'))).toMatchObject({ form: { title: 'Mine' }, aside: null });
  });

  it('takes the same text from two pages for no conflict', async () => {
    await save(byCookie('f'), 'Same');
    expect(await save(byCookie('f'), 'Same', { writer: 'other page' })).toMatchObject({
      kind: 'saved',
      revision: 1,
    });
  });

  it('makes nothing without an owner, of an id that is none, or again of what was deleted', async () => {
    expect(await save(NOBODY, 'Lost')).toEqual({ kind: 'missing' });
    expect(await save(byCookie('g'), 'Odd', { draft: 'x' })).toEqual({ kind: 'missing' });
    await save(byCookie('g'), 'Deleted');
    expect(await deleteDraft(test.db, byCookie('g'), draft)).toBe(true);
    expect(await deleteDraft(test.db, byCookie('g'), draft)).toBe(false);
    expect(await save(byCookie('g'), 'Late', { revision: 1, sequence: 2 })).toEqual({ kind: 'missing' });
    expect(await findDraft(test.db, byCookie('g'), draft)).toBe('free');
  });
});

describe('whose a draft is', () => {
  it('is not readable, writable or deletable for anybody else', async () => {
    const employer = await createEmployer(test.db);
    const stranger = await createEmployer(test.db);
    await save(byCookie('h'), 'Mine');
    const strangers = [NOBODY, byCookie('i'), stranger, { ...stranger, author: 'i' }];
    for (const scope of strangers) {
      expect(await findDraft(test.db, scope, draft)).toBe('missing');
      expect(await save(scope, 'Taken', { revision: 1, sequence: 9 })).toEqual({ kind: 'missing' });
      expect(await setAside(test.db, scope, draft, typed('Taken'), now)).toBe(false);
      expect(await deleteDraft(test.db, scope, draft)).toBe(false);
      expect(await listDrafts(test.db, scope)).toEqual([]);
    }
    expect(await send(stranger)).toEqual({ kind: 'missing' });
    await save({ ...employer, author: 'h' }, 'Signed in', { revision: 1, sequence: 2 });
    // It is the company's now: the cookie opens it no more.
    for (const scope of [...strangers, byCookie('h')])
      expect(await findDraft(test.db, scope, draft)).toBe('missing');
    expect(await stored(employer)).toMatchObject({
      companyId: employer.actingFor,
      form: { title: 'Signed in' },
    });
  });

  it('is its company’s: colleagues go on with it, who has left does not', async () => {
    const employer = await createEmployer(test.db);
    const colleague = {
      ...(await createEmployer(test.db)),
      companies: employer.companies,
      actingFor: employer.actingFor,
    };
    await save(employer, 'Ours');
    expect((await stored(colleague)).form.title).toBe('Ours');
    expect(await save(colleague, 'Both', { revision: 1, writer: 'colleague' })).toMatchObject({
      kind: 'saved',
    });
    expect(await findDraft(test.db, { ...employer, companies: [], actingFor: null }, draft)).toBe('missing');
  });

  it('is claimed by signing in, from this browser or another', async () => {
    const employer = await createEmployer(test.db);
    const user: DraftScope = { ...NOBODY, userId: employer.userId };
    await save(byCookie('j'), 'In another browser');
    expect(await noteClaimEmail(test.db, 'j', 'j@company.example')).toBe('In another browser');
    await claimDrafts(test.db, { userId: employer.userId, email: 'j@company.example', author: 'k' });
    expect((await stored(user)).form.title).toBe('In another browser');
    expect(await findDraft(test.db, byCookie('j'), draft)).toBe('missing');
    // The page that is still open in the first browser is told so.
    expect(await save(byCookie('j'), 'Still typing', { revision: 1, sequence: 2 })).toEqual({
      kind: 'missing',
    });
  });
});

describe('sendDraft', () => {
  it('makes an offer that is ready to be published, and the draft is gone', async () => {
    const employer = await createEmployer(test.db);
    const offerId = await makeOffer(employer);
    const [made] = await test.db.select().from(offer).where(eq(offer.id, offerId));
    expect(made).toMatchObject({
      state: 'draft',
      source: 'employer',
      companyId: employer.actingFor,
      postedBy: employer.userId,
      publishedAt: null,
      seniority: 'senior',
      applyEmail: 'jobs@company.example',
    });
    expect(await findDraft(test.db, employer, draft)).toBe('free');
    expect(await test.db.select().from(offerRevision).where(eq(offerRevision.offerId, offerId))).toHaveLength(
      1,
    );
  });

  it('says what is wrong and keeps the draft', async () => {
    const employer = await createEmployer(test.db);
    await saveDraft(test.db, employer, request(), { ...complete, apply: '' }, now);
    expect(await send(employer)).toEqual({ kind: 'faults', faults: { apply: expect.any(String) } });
    expect((await stored(employer)).revision).toBe(1);
  });

  it('makes one offer, however often and at once it is sent', async () => {
    const employer = await createEmployer(test.db);
    await saveDraft(test.db, employer, request(), complete, now);
    const sent = await Promise.all([1, 2, 3, 4].map(() => send(employer)));
    expect(new Set(sent.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(sent[0]).toMatchObject({ kind: 'sent' });
    // What the page still wants to save finds the offer: with the same text there is nothing to tell.
    const again = await saveDraft(test.db, employer, request(), complete, now);
    expect(again).toEqual({ ...sent[0], same: true });
    expect(await save(employer, 'Typed on', { revision: 1, sequence: 2 })).toEqual({
      ...sent[0],
      same: false,
    });
    expect(await listDrafts(test.db, employer)).toEqual([]);
  });

  it('tells strangers nothing of an offer that was made of the id', async () => {
    const employer = await createEmployer(test.db);
    const stranger = await createEmployer(test.db);
    await makeOffer(employer);
    expect(await findOfferMadeOf(test.db, stranger.companies, draft)).toBeNull();
    expect(await send(stranger)).toEqual({ kind: 'missing' });
  });
});

describe('changes of an offer', () => {
  async function beginChange(scope: DraftScope & { userId: string; actingFor: CompanyId }, offerId: number) {
    const found = await formOfOffer(test.db, scope.actingFor, offerId);
    if (!found) throw new Error('There is no such offer');
    return { id: changeId(offerId, found.base), form: found.form };
  }

  it('begin with what was sent, and replace it when they are sent', async () => {
    const employer = await createEmployer(test.db);
    const offerId = await makeOffer(employer);
    const { id, form } = await beginChange(employer, offerId);
    expect(form).toEqual(complete);
    const changed = { ...form, title: 'Lead data engineer' };
    expect(await saveDraft(test.db, employer, request({ draft: id }), changed, now)).toMatchObject({
      kind: 'saved',
    });
    // Until then the offer is as it was, and the changes are no draft of another offer.
    expect((await formOfOffer(test.db, employer.actingFor, offerId))?.title).toBe(complete.title);
    expect(await listDrafts(test.db, employer)).toEqual([]);

    expect(await send(employer, id, later)).toEqual({ kind: 'sent', offerId });
    const after = await formOfOffer(test.db, employer.actingFor, offerId);
    expect(after).toMatchObject({ title: 'Lead data engineer', form: changed });
    expect(await findDraft(test.db, employer, id)).toBe('free');
    // A late save finds that the offer has moved on.
    const late = request({ draft: id });
    expect(await saveDraft(test.db, employer, late, changed, later)).toEqual({
      kind: 'sent',
      offerId,
      same: true,
    });
    expect(await saveDraft(test.db, employer, late, form, later)).toEqual({
      kind: 'sent',
      offerId,
      same: false,
    });
  });

  it('may move the closing date to and fro, beyond the days that are paid for too', async () => {
    const employer = await createEmployer(test.db);
    const offerId = await makeOffer(employer, { ...complete, closes: '2026-03-20' });
    await publishOffer(test.db, offerId, { now, actor: 'system', days: 30 });
    const ends = [];
    for (const closes of ['2026-03-10', '2026-03-25', '2026-04-28', '']) {
      const { id, form } = await beginChange(employer, offerId);
      await saveDraft(test.db, employer, request({ draft: id }), { ...form, closes }, now);
      expect(await send(employer, id, later)).toEqual({ kind: 'sent', offerId });
      const [row] = await test.db.select().from(offer).where(eq(offer.id, offerId));
      ends.push(row?.leavesAt?.toISOString());
    }
    const paidUntil = '2026-03-31T12:00:00.000Z';
    expect(ends).toEqual(['2026-03-10T23:59:59.000Z', '2026-03-25T23:59:59.000Z', paidUntil, paidUntil]);
  });

  it('are one draft for the whole company', async () => {
    const employer = await createEmployer(test.db);
    const colleague = {
      ...(await createEmployer(test.db)),
      companies: employer.companies,
      actingFor: employer.actingFor,
    };
    const offerId = await makeOffer(employer);
    const { id } = await beginChange(employer, offerId);
    await save(employer, 'Mine', { draft: id });
    expect(await save(colleague, 'Theirs', { draft: id, writer: 'colleague' })).toMatchObject({
      kind: 'conflict',
    });
    expect((await stored(colleague, id)).form.title).toBe('Mine');
  });

  it('are not for others, nor for offers that are settled', async () => {
    const employer = await createEmployer(test.db);
    const stranger = await createEmployer(test.db);
    const offerId = await makeOffer(employer);
    const { id } = await beginChange(employer, offerId);
    expect(await formOfOffer(test.db, stranger.actingFor, offerId)).toBeNull();
    expect(await duplicateOffer(test.db, stranger.actingFor, offerId)).toBeNull();
    expect(await save(stranger, 'Taken', { draft: id })).toEqual({ kind: 'missing' });
    expect(await save(byCookie('z'), 'Taken', { draft: id })).toEqual({ kind: 'missing' });
    await test.db.update(offer).set({ state: 'removed' }).where(eq(offer.id, offerId));
    expect(await save(employer, 'Too late', { draft: id })).toEqual({ kind: 'missing' });
  });
});

it('begins a duplicate without the closing date', async () => {
  const employer = await createEmployer(test.db);
  const offerId = await makeOffer(employer, { ...complete, closes: '2026-03-20' });
  expect(await duplicateOffer(test.db, employer.actingFor, offerId)).toEqual(complete);
});

it('forgets drafts that nobody signed in for', async () => {
  const employer = await createEmployer(test.db);
  await save(byCookie('old'), 'Old');
  const old = draft;
  draft = crypto.randomUUID();
  await save(employer, 'Old, of a company');
  expect(await forgetDrafts(test.db, later)).toBeGreaterThan(0);
  expect(await findDraft(test.db, byCookie('old'), old)).toBe('free');
  expect((await stored(employer)).form.title).toBe('Old, of a company');
  expect(await test.db.select().from(offerDraft).where(eq(offerDraft.author, 'old'))).toEqual([]);
});
