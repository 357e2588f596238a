import { setTimeout as sleep } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { planOrder } from '@/db/schema/billing';
import { refundOrder } from '@/domain/billing/refunds';
import { removeOffer } from '@/domain/offers/lifecycle';
import { insist } from './browser';
import {
  type Buyer,
  choose,
  comeBack,
  createDraft,
  forgive,
  giveUp,
  intentOf,
  type Market,
  open,
  order,
  PATIENCE_MS,
  pay,
  pickPlan,
  post,
  sessionOf,
  settle,
  stateOf,
  until,
} from './money-buyers';

/** One purchase of some kind, and what may come of it, to its end. */
export async function buySomething(market: Market, buyer: Buyer, n: number): Promise<void> {
  const kinds = KINDS.flatMap(([share, kind]) => Array.from({ length: share }, () => kind));
  const buy = kinds[Math.floor(market.random() * kinds.length)] ?? publish;
  await buy(market, buyer, await createDraft(market, buyer, n));
}

type Purchase = (market: Market, buyer: Buyer, offerId: number) => Promise<unknown>;

/** How many of a hundred buyers do what. */
const KINDS: [number, Purchase][] = [
  [31, publish],
  [6, payAfterDecline],
  [6, payWithConfirmation],
  [7, payByDebit],
  [5, failByDebit],
  [5, changeOnesMind],
  [4, abandon],
  [7, payInTwoWindows],
  [4, payForNothing],
  [5, refundSoon],
  [5, refundHere],
  [6, disputeIt],
  [5, buyPack],
  [4, buyExtra],
];

async function publish(market: Market, buyer: Buyer, offerId: number): Promise<string> {
  const { url } = await order(buyer, pickPlan(market), offerId);
  await pay(market, buyer, url);
  return url;
}

async function payAfterDecline(market: Market, buyer: Buyer, offerId: number): Promise<void> {
  const { url } = await order(buyer, pickPlan(market), offerId);
  await pay(market, buyer, url, 'decline');
  market.note('cards declined');
  await pay(market, buyer, url);
}

async function payWithConfirmation(market: Market, buyer: Buyer, offerId: number): Promise<void> {
  const { url } = await order(buyer, pickPlan(market), offerId);
  await pay(market, buyer, url, 'authenticate');
  await comeBack(market, buyer, await post(`${url}/confirm`, { answer: 'yes' }));
}

async function payByDebit(market: Market, buyer: Buyer, offerId: number): Promise<void> {
  const { url } = await order(buyer, 'basic', offerId);
  await pay(market, buyer, url, 'delay');
  await sleep(market.random() * 2_000);
  await settle(market, url, 'succeed');
}

/** Nothing arrives; the offer is free again once that is known, and paid for by other means. */
async function failByDebit(market: Market, buyer: Buyer, offerId: number): Promise<void> {
  const { url } = await order(buyer, 'basic', offerId);
  await pay(market, buyer, url, 'delay-fail');
  await sleep(market.random() * 1_000);
  await settle(market, url, 'fail');
  await until(async () => (await stateOf(market, offerId)) === 'draft');
  await publish(market, buyer, offerId);
}

async function changeOnesMind(market: Market, buyer: Buyer, offerId: number): Promise<void> {
  const { orderId } = await order(buyer, 'featured', offerId);
  await giveUp(buyer, offerId, orderId);
  await publish(market, buyer, offerId);
}

async function abandon(market: Market, buyer: Buyer, offerId: number): Promise<void> {
  const { url } = await order(buyer, 'basic', offerId);
  await market.portal.payments.control('POST', `sessions/${sessionOf(url)}/expire`, {});
}

async function refundSoon(market: Market, buyer: Buyer, offerId: number): Promise<void> {
  await refundAtStripe(market, await publish(market, buyer, offerId));
}

async function disputeIt(market: Market, buyer: Buyer, offerId: number): Promise<void> {
  await dispute(market, await publish(market, buyer, offerId));
}

/** Two plans for the same offer at once; whoever gets to a page pays there. */
async function payInTwoWindows(market: Market, buyer: Buyer, offerId: number): Promise<void> {
  market.note('double clicks');
  const plans = market.random() < 0.5 ? ['basic', 'featured'] : ['basic', 'basic'];
  await Promise.all(
    plans.map(async (plan) => {
      const opened = await open(buyer, plan, offerId);
      if (opened) await pay(market, buyer, opened.url);
    }),
  );
}

/** The operator removes the offer while somebody pays for it: the money has to come back. */
async function payForNothing(market: Market, buyer: Buyer, offerId: number): Promise<void> {
  const { url } = await order(buyer, 'basic', offerId);
  const by = { now: new Date(), actor: 'operator', reason: 'Not a job.' };
  await removeOffer(market.connection.db, offerId, by);
  await pay(market, buyer, url);
}

/** By the operator, as on the page of the order, at times with a double click. */
async function refundHere(market: Market, buyer: Buyer, offerId: number): Promise<void> {
  const { db } = market.connection;
  const { orderId, url } = await order(buyer, pickPlan(market), offerId);
  await pay(market, buyer, url);
  await until(async () => (await stateOf(market, offerId)) === 'live');
  const wanted = { orderId, amount: market.random() < 0.5 ? null : 5_000, refundedBefore: 0 };
  const context = { now: new Date(), operatorEmail: undefined, actor: 'operator' };
  const click = () => refundOrder(db, market.payments, wanted, context).catch(forgive);
  const clicks = market.random() < 0.5 ? 2 : 1;
  if (clicks > 1) market.note('double clicks');
  await Promise.all(Array.from({ length: clicks }, click));
}

/** In full or in part, before we may even have heard of the payment. */
async function refundAtStripe(market: Market, url: string): Promise<void> {
  await sleep(market.random() * 1_000);
  const payment_intent = await intentOf(market, url);
  const amount = market.random() < 0.5 ? {} : { amount: 4_000 };
  await market.portal.payments.control('POST', 'refunds', { payment_intent, ...amount });
}

async function dispute(market: Market, url: string): Promise<void> {
  const { control } = market.portal.payments;
  await sleep(market.random() * 1_000);
  const opened = await control('POST', 'disputes', { payment_intent: await intentOf(market, url) });
  await sleep(market.random() * 2_000);
  const status = market.random() < 0.5 ? 'won' : 'lost';
  await control('POST', `disputes/${(opened as { id: string }).id}/close`, { status });
}

/** Five credits, some of them spent at once on the same offer; the pack may be refunded or disputed after. */
async function buyPack(market: Market, buyer: Buyer, offerId: number): Promise<void> {
  const opened = await open(buyer, 'pack-of-five', null);
  if (!opened) return;
  await pay(market, buyer, opened.url);
  await until(async () => {
    const [pack] = await market.connection.db
      .select({ outcome: planOrder.outcome })
      .from(planOrder)
      .where(eq(planOrder.id, opened.orderId));
    return pack?.outcome === 'credited';
  });
  const offers = [offerId, offerId, await createDraft(market, buyer, 0), await createDraft(market, buyer, 0)];
  market.note('double clicks');
  await Promise.all(offers.map((id) => insist(() => choose(buyer.browser, 'credit', id), PATIENCE_MS)));
  const dice = market.random();
  if (dice < 0.2) await refundAtStripe(market, opened.url);
  else if (dice < 0.4) await dispute(market, opened.url);
}

/** Another thirty days and a better place, for an offer that is live; paid for beside one another. */
async function buyExtra(market: Market, buyer: Buyer, offerId: number): Promise<void> {
  const { url } = await order(buyer, 'basic', offerId);
  await pay(market, buyer, url);
  await until(async () => (await stateOf(market, offerId)) === 'live');
  await Promise.all(
    ['extra-30-days', 'upgrade'].map(async (plan) => {
      const extra = await order(buyer, plan, offerId);
      await pay(market, buyer, extra.url);
      if (market.random() < 0.2) await refundAtStripe(market, extra.url);
    }),
  );
}
