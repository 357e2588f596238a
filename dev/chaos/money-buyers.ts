import { setTimeout as sleep } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import type Stripe from 'stripe';
import type { Connection } from '@/db/client';
import { createCompany, createMember, createOffer } from '@/db/factories';
import { session } from '@/db/schema/accounts';
import { offer } from '@/db/schema/offers';
import type { CompanyId } from '@/domain/companies/input';
import { DomainError } from '@/lib/errors';
import { hashToken, makeToken } from '@/lib/secret';
import type { TrialPortal } from '../trial-portal';
import { type Browser, insist, openBrowser, readForm, sendForm } from './browser';
import { BUYERS_SLUG } from './money-books';

/** Who buys, what they buy, and how they go about it. */

export type Market = {
  portal: TrialPortal;
  connection: Connection;
  payments: Stripe;
  /** In [0, 1). */
  random: () => number;
  /** Counts something that happened. */
  note: (what: 'visits of the page after paying' | 'cards declined' | 'double clicks') => void;
};

export type Buyer = {
  companyId: CompanyId;
  user: { id: string; email: string };
  browser: Browser;
};

const DAY_MS = 86_400_000;
/** On a busy machine a page may take longer than the web process lives. */
export const PATIENCE_MS = 240_000;

/** A company with an owner who is signed in. */
export async function createBuyer({ portal, connection: { db } }: Market, n: number): Promise<Buyer> {
  const slug = `${BUYERS_SLUG}${n}`;
  const { id } = await createCompany(db, { slug, name: `Money ${n}`, nameKey: slug });
  const user = await createMember(db, id, 'owner', { email: `buyer-${n}@kvarnen.example` });
  const token = makeToken();
  await db.insert(session).values({
    sessionToken: hashToken(token),
    userId: user.id,
    expires: new Date(Date.now() + DAY_MS),
  });
  const cookies = { 'authjs.session-token': token };
  const browser = openBrowser(portal.addresses[0] ?? '', `198.51.${n >> 8}.${n & 255}`, cookies);
  return { companyId: id as CompanyId, user, browser };
}

/** Lets a payment be that has begun. */
export async function giveUp({ browser }: Buyer, offerId: number, orderId: number): Promise<void> {
  const page = `/employer/offers/${offerId}/publish`;
  await insist(async () => {
    const form = readForm((await see(browser, page)) ?? '', `name="order" value="${orderId}"`);
    if (form) await sendForm(browser, page, form);
  }, PATIENCE_MS);
}

type Checkout = { orderId: number; url: string };

/**
 * Chooses a plan on its page and goes on to the sandbox's; once more from the beginning where the portal is away. Null
 * where the offer is of no use for it by now.
 */
export async function open(
  { browser }: Buyer,
  plan: string,
  offerId: number | null,
): Promise<Checkout | null> {
  return insist(async () => {
    const location = await choose(browser, plan, offerId);
    const [, orderId] = /\/employer\/orders\/(\d+)\/pay$/.exec(location ?? '') ?? [];
    if (!location || !orderId) return null;
    const page = await see(browser, location);
    const url = page && /href="(http[^"]+\/pay\/[^"]+)"/.exec(page)?.[1];
    return url ? { orderId: Number(orderId), url } : null;
  }, PATIENCE_MS);
}

/** Sends the form in which the plan is; resolves to where it leads, null where it is not on offer. */
export async function choose(browser: Browser, plan: string, offerId: number | null): Promise<string | null> {
  const page = offerId === null ? '/employer/orders' : `/employer/offers/${offerId}/publish`;
  const form = readForm((await see(browser, page)) ?? '', `value="${plan}"`);
  if (!form) return null;
  const location = await sendForm(browser, page, { ...form, plan });
  if (location.includes('payments_down')) throw new Error('The payments are down.');
  return location;
}

/** A page; null where it leads elsewhere. */
async function see(browser: Browser, path: string): Promise<string | null> {
  const answer = await browser.request(path);
  const html = await answer.text();
  if (answer.status === 303 || answer.status === 307) return null;
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  return html;
}

export async function order(buyer: Buyer, plan: string, offerId: number): Promise<Checkout> {
  const opened = await open(buyer, plan, offerId);
  if (!opened) throw new Error(`${plan} for ${offerId} was refused.`);
  return opened;
}

/** On the sandbox's page; and back to the portal where that leads there. */
export async function pay(market: Market, buyer: Buyer, url: string, outcome = 'pay'): Promise<void> {
  await sleep(market.random() * 500);
  const location = await post(url, { outcome, email: buyer.user.email, name: 'Buyer' });
  if (!location.startsWith(market.portal.payments.url)) await comeBack(market, buyer, location);
}

/** The success page, in several windows at once; some turn away before it answers. */
export async function comeBack(market: Market, buyer: Buyer, location: string): Promise<void> {
  const { pathname, search } = new URL(location);
  const visits = Math.floor(market.random() * 4);
  await Promise.all(
    Array.from({ length: visits }, async () => {
      await sleep(market.random() * 400);
      market.note('visits of the page after paying');
      const signal = AbortSignal.timeout(market.random() < 0.2 ? 50 : 20_000);
      await buyer.browser
        .request(pathname + search, { signal })
        .then((answer) => answer.text())
        .catch(forgive);
    }),
  );
}

export async function post(url: string, form: Record<string, string>): Promise<string> {
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });
  await answer.body?.cancel();
  return answer.headers.get('location') ?? url;
}

export async function settle({ portal }: Market, url: string, outcome: 'succeed' | 'fail'): Promise<void> {
  await portal.payments.control('POST', `sessions/${sessionOf(url)}/settle`, { outcome });
}

export async function intentOf({ payments }: Market, url: string): Promise<string> {
  return String((await payments.checkout.sessions.retrieve(sessionOf(url))).payment_intent);
}

export function sessionOf(url: string): string {
  return new URL(url).pathname.split('/').at(-1) ?? '';
}

export async function createDraft({ connection: { db } }: Market, buyer: Buyer, n: number): Promise<number> {
  const { companyId, user } = buyer;
  const title = `Money chaos ${n}`;
  const slug = `money-chaos-${crypto.randomUUID()}`;
  const { id } = await createOffer(db, { companyId, postedBy: user.id, state: 'draft', title, slug });
  await db.update(offer).set({ publishedAt: null, expiresAt: null }).where(eq(offer.id, id));
  return id;
}

export async function stateOf({ connection: { db } }: Market, offerId: number): Promise<string | undefined> {
  const [found] = await db.select({ state: offer.state }).from(offer).where(eq(offer.id, offerId));
  return found?.state;
}

/** Waits for the portal to have heard; its reconciler runs now and then. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('The portal did not hear of it in time.');
    await sleep(200);
  }
}

export function pickPlan({ random }: Market): string {
  return random() < 0.7 ? 'basic' : 'featured';
}

/** What a second click, or a page that is away, may be told. */
export function forgive(error: unknown): null {
  if (error instanceof DomainError || error instanceof TypeError) return null;
  if (
    error instanceof Error &&
    ['AbortError', 'TimeoutError', 'StripeIdempotencyError'].includes(nameOf(error))
  )
    return null;
  throw error;
}

function nameOf(error: Error & { type?: string }): string {
  return error.type ?? error.name;
}
