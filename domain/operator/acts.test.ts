import { readdirSync } from 'node:fs';
import { eq, gt, max } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { createCompany, createMember, createOffer, createUser } from '@/db/factories';
import { appUser } from '@/db/schema/accounts';
import { planOrder } from '@/db/schema/billing';
import { offer, offerReport } from '@/db/schema/offers';
import { event } from '@/db/schema/portal';
import { useTestDatabase } from '@/dev/testing/database';
import { useTestPayments } from '@/dev/testing/payments';
import { startCheckout } from '@/domain/billing/checkout';
import { checkOrder } from '@/domain/billing/fulfil';
import type { CompanyId } from '@/domain/companies/input';
import { findText } from '@/domain/texts/queries';
import { decideOffer, decideReports, featureOffer } from './offer-acts';
import { fulfilAgain, giveBack } from './order-acts';
import { changeTerms } from './plan-acts';
import { createPromotion, endPromotion } from './promotion-acts';
import { approveOffer, turnDownOffer } from './review-acts';
import { changeSettings } from './setting-acts';
import { addSkill, changeSkill, mergeSkills } from './skill-acts';
import { type SkillInput, skillInput, skillMark } from './skill-input';
import { writeText } from './text-acts';
import { grantOperator, withdrawOperator } from './user-acts';

const test = useTestDatabase();
const stripe = useTestPayments();
const context = { operatorEmail: undefined };
const by = { actor: 'user:op', now: new Date('2026-11-21T12:00:00Z') };

async function reportedOffer() {
  const { id } = await createOffer(test.db);
  const values = { offerId: id, reason: 'fraud', message: '', at: by.now };
  const [report] = await test.db.insert(offerReport).values(values).returning({ id: offerReport.id });
  return { id, report: report?.id ?? 0 };
}

/** An order that was really paid, and the offer that it published. */
async function paidOrder() {
  const { id: companyId } = await createCompany(test.db);
  const user = await createMember(test.db, companyId as CompanyId);
  const { id: offerId } = await createOffer(test.db, { companyId, state: 'draft', publishedAt: null });
  const checkout = await startCheckout(
    test.db,
    stripe.payments,
    {
      companyId: companyId as CompanyId,
      offerId,
      planCode: 'basic',
      user,
      urls: () => ({ success: 'https://jobs.example/paid', cancel: 'https://jobs.example/back' }),
    },
    { now: new Date(), ...context },
  );
  const id = checkout?.orderId ?? 0;
  const [order] = await test.db.select().from(planOrder).where(eq(planOrder.id, id));
  if (!order?.sessionId) throw new Error('no checkout');
  await stripe.control(`sessions/${order.sessionId}/pay`, { outcome: 'pay' });
  await checkOrder(test.db, stripe.payments, order, { now: new Date(), ...context });
  return { id, offerId, sessionId: order.sessionId };
}

/** One act of each command; a command that is missing here fails the test below. */
const ACTS: Record<string, () => Promise<unknown>> = {
  decideOffer: async () => {
    const { id } = await createOffer(test.db, { state: 'draft', publishedAt: null, expiresAt: null });
    return decideOffer(test.db, id, { act: 'publish', days: 14 }, by);
  },
  decideReports: async () => {
    const { id, report } = await reportedOffer();
    return decideReports(test.db, id, report, { act: 'keep' }, by);
  },
  featureOffer: async () => featureOffer(test.db, (await createOffer(test.db)).id, true, by),
  giveBack: async () => {
    const { id: orderId } = await paidOrder();
    const wanted = { orderId, amount: 500, refundedBefore: 0, reason: 'Out of kindness.' };
    return giveBack(test.db, stripe.payments, wanted, { ...by, ...context });
  },
  fulfilAgain: async () =>
    fulfilAgain(test.db, stripe.payments, (await paidOrder()).id, { ...by, ...context }),
  changeTerms: () =>
    changeTerms(test.db, 'basic', { price: 12_300, days: 31, name: 'Basic', active: true }, by),
  createPromotion: () =>
    createPromotion(
      test.db,
      stripe.payments,
      { code: 'NEW', off: { percent: 10 }, uses: 3, endsAt: null },
      by,
    ),
  endPromotion: async () => {
    const code = { code: 'OLD', off: { percent: 10 }, uses: null, endsAt: null };
    const id = await createPromotion(test.db, stripe.payments, code, by);
    return endPromotion(test.db, stripe.payments, id, by);
  },
  approveOffer: async () => {
    const { offerId } = await paidOrder();
    await test.db.update(offer).set({ state: 'in_review' }).where(eq(offer.id, offerId));
    await test.db.update(planOrder).set({ outcome: 'in_review' }).where(eq(planOrder.offerId, offerId));
    return approveOffer(test.db, offerId, by);
  },
  turnDownOffer: async () => {
    const { id } = await createOffer(test.db, { state: 'in_review', publishedAt: null, expiresAt: null });
    return turnDownOffer(test.db, id, { ...by, reason: 'It names no employer.' });
  },
  changeSettings: () => changeSettings(test.db, { offerLifetimeDays: 44 }, by),
  grantOperator: async () => grantOperator(test.db, (await createUser(test.db)).id, by),
  withdrawOperator: async () => {
    const { id } = await createUser(test.db, { operatorSince: by.now });
    return withdrawOperator(test.db, id, { ...by, mayBeLast: true });
  },
  addSkill: () => addSkill(test.db, skillOf('Abacus'), by),
  changeSkill: async () => {
    const { id, held } = await addedSkill('Slide rule');
    const input = { ...held, summary: 'Multiplies by adding lengths.' };
    return changeSkill(test.db, id, { input, mark: skillMark(held) }, by);
  },
  mergeSkills: async () => {
    const [{ id: from }, { id: into }] = [await addedSkill('Quipu'), await addedSkill('Knotted cords')];
    return mergeSkills(test.db, { from, into }, by);
  },
  writeText: async () => {
    const held = await findText(test.db, 'page', 'terms');
    if (!held) throw new Error('no terms');
    const content = { ...held.content, title: 'What we agree on' };
    return writeText(test.db, { kind: 'page', slug: 'terms', content, base: held.base, publish: true }, by);
  },
};

function skillOf(name: string): SkillInput {
  return skillInput.parse({
    name,
    slug: name.toLowerCase().replaceAll(' ', '-'),
    kind: 'tool',
    summary: 'Reckons.',
    aliases: '',
  });
}

async function addedSkill(name: string) {
  const saved = await addSkill(test.db, skillOf(name), by);
  if (saved.faults) throw new Error('not added');
  return { id: saved.id, held: skillOf(name) };
}

async function commandsOfThisFolder(): Promise<string[]> {
  const files = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('-acts.ts'))
    .map((file) => file.slice(0, -8));
  const modules = await Promise.all(files.map((file) => import(`./${file}-acts.ts`)));
  return modules.flatMap((module) => Object.keys(module));
}

async function lastEvent(): Promise<number> {
  const [row] = await test.db.select({ id: max(event.id) }).from(event);
  return row?.id ?? 0;
}

describe('the log', () => {
  it('knows of every command of the operator', async () => {
    expect(Object.keys(ACTS).sort()).toEqual((await commandsOfThisFolder()).sort());
  });

  it.each(Object.keys(ACTS))('holds what %s did, by whom and when', async (name) => {
    const before = await lastEvent();
    expect(await ACTS[name]?.()).toBeTruthy();
    const written = await test.db.select().from(event).where(gt(event.id, before));
    // What follows of a payment is the portal's own doing, and the buyer's at the time of paying.
    const own = written.filter(({ actor }) => actor === by.actor);
    expect(own.length).toBeGreaterThan(0);
    for (const { at } of own) expect(at).toEqual(by.now);
  });
});

describe('decideOffer', () => {
  const stateOf = async (id: number) => {
    const [row] = await test.db.select({ state: offer.state }).from(offer).where(eq(offer.id, id));
    return row?.state;
  };

  it('publishes a draft as a gift, once', async () => {
    const { id } = await createOffer(test.db, { state: 'draft', publishedAt: null, expiresAt: null });
    expect(await decideOffer(test.db, id, { act: 'publish', days: 14 }, by)).toBe(true);
    expect(await decideOffer(test.db, id, { act: 'publish', days: 14 }, by)).toBe(false);
    const [row] = await test.db.select().from(offer).where(eq(offer.id, id));
    expect(row).toMatchObject({
      state: 'live',
      publishedAt: by.now,
      expiresAt: new Date('2026-12-05T12:00:00Z'),
    });
    const events = await test.db.select().from(event).where(eq(event.subjectId, id));
    expect(events.filter(({ type }) => type === 'offer.gifted')).toMatchObject([{ data: { days: 14 } }]);
  });

  it('gives away nothing that was paid for and waits to be read, nor removes it and keeps the money', async () => {
    const { offerId } = await paidOrder();
    await test.db.update(offer).set({ state: 'in_review' }).where(eq(offer.id, offerId));
    await test.db.update(planOrder).set({ outcome: 'in_review' }).where(eq(planOrder.offerId, offerId));
    const reason = 'It asks candidates for a deposit.';
    expect(await decideOffer(test.db, offerId, { act: 'publish', days: 14 }, by)).toBe(false);
    expect(await decideOffer(test.db, offerId, { act: 'remove', reason }, by)).toBe(false);
    expect(await stateOf(offerId)).toBe('in_review');
    // Nothing pays for it any more.
    await test.db.update(planOrder).set({ state: 'disputed' }).where(eq(planOrder.offerId, offerId));
    expect(await decideOffer(test.db, offerId, { act: 'publish', days: 14 }, by)).toBe(true);
  });

  it('suspends, lifts and removes, with the reason in the log', async () => {
    const { id } = await createOffer(test.db);
    const reason = 'It asks candidates for a deposit.';
    expect(await decideOffer(test.db, id, { act: 'suspend', reason }, by)).toBe(true);
    expect(await stateOf(id)).toBe('suspended');
    expect(await decideOffer(test.db, id, { act: 'lift' }, by)).toBe(true);
    expect(await stateOf(id)).toBe('live');
    expect(await decideOffer(test.db, id, { act: 'remove', reason }, by)).toBe(true);
    expect(await decideOffer(test.db, id, { act: 'publish', days: 14 }, by)).toBe(false);
    expect(await stateOf(id)).toBe('removed');
    const events = await test.db.select().from(event).where(eq(event.subjectId, id)).orderBy(event.id);
    expect(events.map(({ type, data }) => [type, data?.reason])).toEqual([
      ['offer.suspended', reason],
      ['offer.unsuspended', undefined],
      ['offer.removed', reason],
    ]);
  });
});

describe('decideReports', () => {
  it('handles what the operator has read together with the offer, and leaves what came later', async () => {
    const { id, report } = await reportedOffer();
    await test.db.insert(offerReport).values({ offerId: id, reason: 'closed', message: '', at: by.now });
    const decision = { act: 'suspend', reason: 'It asks candidates for a deposit.' } as const;
    expect(await decideReports(test.db, id, report, decision, by)).toBe(1);
    const reports = await test.db
      .select()
      .from(offerReport)
      .where(eq(offerReport.offerId, id))
      .orderBy(offerReport.id);
    expect(reports.map(({ handledAt }) => handledAt)).toEqual([by.now, null]);
    const [row] = await test.db.select({ state: offer.state }).from(offer).where(eq(offer.id, id));
    expect(row?.state).toBe('suspended');
    expect(await decideReports(test.db, id, report, decision, by)).toBe(0);
    const handled = await test.db.select().from(event).where(eq(event.type, 'report.handled'));
    expect(handled.filter((one) => one.subjectId === report)).toMatchObject([
      { data: { outcome: 'suspend' } },
    ]);
  });

  it('touches no report of another offer', async () => {
    const [mine, other] = [await reportedOffer(), await reportedOffer()];
    expect(await decideReports(test.db, mine.id, other.report, { act: 'keep' }, by)).toBe(1);
    const [untouched] = await test.db.select().from(offerReport).where(eq(offerReport.id, other.report));
    expect(untouched?.handledAt).toBeNull();
  });
});

describe('featureOffer', () => {
  it('puts an offer above the others and back, each once', async () => {
    const { id } = await createOffer(test.db);
    expect(await featureOffer(test.db, id, true, by)).toBe(true);
    expect(await featureOffer(test.db, id, true, by)).toBe(false);
    expect(await test.db.select({ featured: offer.featured }).from(offer).where(eq(offer.id, id))).toEqual([
      { featured: true },
    ]);
    expect(await featureOffer(test.db, id, false, by)).toBe(true);
  });

  it('does nothing to what was removed or never was', async () => {
    const { id } = await createOffer(test.db, { state: 'removed' });
    expect(await featureOffer(test.db, id, true, by)).toBe(false);
    expect(await featureOffer(test.db, 999_999_999, true, by)).toBe(false);
  });
});

describe('operators', () => {
  const isOperator = async (id: string) => {
    const [row] = await test.db.select().from(appUser).where(eq(appUser.id, id));
    return row?.operatorSince != null;
  };

  it('are made once, and not of nobody', async () => {
    const { id } = await createUser(test.db);
    expect(await grantOperator(test.db, id, by)).toBe(true);
    expect(await grantOperator(test.db, id, by)).toBe(false);
    expect(await isOperator(id)).toBe(true);
    expect(await grantOperator(test.db, 'nobody', by)).toBe(false);
  });

  it('are never all gone, even if two withdraw each other at the same moment', async () => {
    await test.db.update(appUser).set({ operatorSince: null });
    const [one, two] = [
      await createUser(test.db, { operatorSince: by.now }),
      await createUser(test.db, { operatorSince: by.now }),
    ];
    const outcomes = await Promise.allSettled([
      withdrawOperator(test.db, one.id, { ...by, mayBeLast: false }),
      withdrawOperator(test.db, two.id, { ...by, mayBeLast: false }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect([await isOperator(one.id), await isOperator(two.id)].filter(Boolean)).toHaveLength(1);
    const [refused] = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'last_operator' });
  });

  it('may all go where the environment names one, and repeating does nothing', async () => {
    await test.db.update(appUser).set({ operatorSince: null });
    const { id } = await createUser(test.db, { operatorSince: by.now });
    expect(await withdrawOperator(test.db, id, { ...by, mayBeLast: true })).toBe(true);
    expect(await withdrawOperator(test.db, id, { ...by, mayBeLast: true })).toBe(false);
  });
});
