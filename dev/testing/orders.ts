import { eq, sql } from 'drizzle-orm';
import { beforeEach } from 'vitest';
import type { Db } from '@/db/client';
import { createCompany, createMember, createOffer, createOrder } from '@/db/factories';
import { planOrder } from '@/db/schema/billing';
import { offer } from '@/db/schema/offers';
import { offerSearch } from '@/db/schema/search';
import { type Fulfilled, fulfilCheckout } from '@/domain/billing/fulfil';
import type { Order } from '@/domain/billing/order-effects';
import type { PaymentReading } from '@/domain/billing/reading';
import { isAllRefunded, type PaymentFacts } from '@/domain/billing/rules';
import type { CompanyId } from '@/domain/companies/input';
import type { OfferState } from '@/domain/offers/rules';
import { dropQueuedMail, listQueuedMail } from './queued-mail';

const DAY = 86_400_000;

/** When the tests' orders are made, and what they are paid with: the price and a tax. */
export const monday = new Date('2026-03-02T12:00:00Z');
export const later = (days: number) => new Date(monday.getTime() + days * DAY);
export const TOTAL = 18_327;

export const PAID = {};
export const DISPUTED = { disputes: { dp_1: 'open' } } as const;
export const WON = { disputes: { dp_1: 'won' } } as const;
export const LOST = { disputes: { dp_1: 'lost' } } as const;
export const REFUNDED = { amountRefunded: TOTAL };
/** The bank sent it back. */
export const REFUND_FAILED = { amountRefunded: TOTAL, refundFailed: TOTAL };

const PURPOSES = {
  publication: { planKind: 'basic', planName: 'Basic' },
  extension: { planKind: 'extension', planName: 'Another 30 days' },
  upgrade: { planKind: 'upgrade', planName: 'Upgrade', days: 0 },
  pack: { planKind: 'pack', planName: 'Pack of five', credits: 5, creditDays: 365 },
} as const;

/** A company named Kvarnen with its owner anna, and what it takes to buy something. Empties the tables before each. */
export function useOrders(test: { readonly db: Db }) {
  let companyId: CompanyId;
  let heard = 0;

  beforeEach(async () => {
    await test.db.execute(sql`truncate offer, company, app_user, event, setting, plan_order cascade`);
    await dropQueuedMail(test.db);
    companyId = (await createCompany(test.db, { name: 'Kvarnen' })).id as CompanyId;
    await createMember(test.db, companyId, 'owner', { id: 'anna', email: 'anna@kvarnen.example' });
  });

  function reading(order: Order, facts: Partial<PaymentFacts>): PaymentReading {
    const read = {
      checkout: 'paid' as const,
      ...{ amountTotal: TOTAL, amountRefunded: 0, refundFailed: 0, disputes: {} },
      ...facts,
    };
    return {
      sessionId: order.sessionId ?? '',
      reference: order.reference,
      facts: { ...read, wasRefunded: isAllRefunded(read) },
      paymentIntentId: `pi_${order.id}`,
      invoiceUrl: null,
      receiptUrl: null,
    };
  }

  async function mails() {
    return (await listQueuedMail(test.db)).map(({ to, mail }) => ({ to, ...mail }));
  }

  return {
    get companyId() {
      return companyId;
    },
    reading,
    mails,
    kinds: async () => (await mails()).map(({ kind }) => kind).sort(),
    /** Live for 30 days from monday, unless its state says otherwise. */
    async anOffer(state: OfferState, fields: Partial<typeof offer.$inferInsert> = {}) {
      const waiting = ['draft', 'awaiting_payment', 'in_review'].includes(state);
      return createOffer(test.db, {
        companyId,
        state,
        postedBy: 'anna',
        publishedAt: monday,
        confirmedAt: waiting ? null : monday,
        ...(waiting && { publishedAt: null, expiresAt: null }),
        ...fields,
      });
    },
    anOrder(purpose: keyof typeof PURPOSES, offerId: number | null, fields: Partial<Order> = {}) {
      const bought = { companyId, userId: 'anna', offerId, purpose, createdAt: monday };
      return createOrder(test.db, { ...bought, ...PURPOSES[purpose], ...fields });
    },
    /** An event by which that is read of the order's payment, so many days after monday. */
    async hear(
      order: Order,
      facts: Partial<PaymentFacts>,
      days = 0,
      eventId = `evt_${heard++}`,
      db = test.db,
    ): Promise<Fulfilled> {
      return fulfilCheckout(db, order.id, reading(order, facts), {
        now: later(days),
        operatorEmail: 'op@rolecall.example',
        event: { id: eventId, type: 'checkout.session.completed', at: later(days) },
      });
    },
    async one(id: number) {
      const [row] = await test.db.select().from(offer).where(eq(offer.id, id));
      if (!row) throw new Error(`no offer ${id}`);
      return row;
    },
    async orderOf(id: number) {
      const [row] = await test.db.select().from(planOrder).where(eq(planOrder.id, id));
      if (!row) throw new Error(`no order ${id}`);
      return row;
    },
    listed: async (id: number) => (await test.db.$count(offerSearch, eq(offerSearch.id, id))) > 0,
  };
}
