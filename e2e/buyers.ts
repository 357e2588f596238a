import type { BrowserContext, Page } from '@playwright/test';
import type { Connection } from '@/db/client';
import { createCompany, createMember, createOffer, createUser } from '@/db/factories';
import { session } from '@/db/schema/accounts';
import { hashToken, makeToken } from '@/lib/secret';
import { expect } from './portal';

/** People who pay, and what they do on the way. */

export type Buyer = { companyId: number; postedBy: string; email: string; mark: string };

/** Somebody with a company, signed in. */
export async function arrive({ db }: Connection, context: BrowserContext): Promise<Buyer> {
  const mark = crypto.randomUUID().slice(0, 8);
  const name = `Kvarnen ${mark}`;
  const company = await createCompany(db, { slug: `kvarnen-${mark}`, nameKey: name.toLowerCase(), name });
  const email = `halina@kvarnen-${mark}.example`;
  const { id } = await createMember(db, company.id, 'owner', { email });
  await signInAs(db, context, id);
  return { companyId: company.id, postedBy: id, email, mark };
}

/** The operator, signed in; at the portal under test, or another one at `url`. */
export async function arriveAsOperator(
  { db }: Connection,
  context: BrowserContext,
  url = process.env.SITE_URL,
): Promise<string> {
  const email = `operator-${crypto.randomUUID().slice(0, 8)}@rolecall.example`;
  const { id } = await createUser(db, { email, operatorSince: new Date() });
  await signInAs(db, context, id, url);
  return email;
}

async function signInAs(
  db: Connection['db'],
  context: BrowserContext,
  userId: string,
  url = process.env.SITE_URL,
): Promise<void> {
  const token = makeToken();
  const now = new Date();
  await db.insert(session).values({
    sessionToken: hashToken(token),
    userId,
    createdAt: now,
    expires: new Date(now.getTime() + 86_400_000),
  });
  await context.addCookies([
    {
      name: 'authjs.session-token',
      value: token,
      url,
      httpOnly: true,
      sameSite: 'Lax',
    },
  ]);
}

/** An offer that is complete and was never out, or has run out. */
export async function writeOffer(
  { db }: Connection,
  { companyId, postedBy, mark }: Buyer,
  title: string,
  state: 'draft' | 'expired' = 'draft',
) {
  const slug = `${title.toLowerCase().replaceAll(/[^a-z]+/g, '-')}-${mark}-${crypto.randomUUID().slice(0, 4)}`;
  const fields = { companyId, postedBy, state, slug, title: `${title} ${mark}` };
  return createOffer(db, {
    ...fields,
    ...(state === 'expired' && { closedAt: new Date(), expiresAt: new Date() }),
  });
}

/** Chooses a plan for an offer, and is at the payment page. */
export async function goAndPay(page: Page, offerId: number | string, plan: string): Promise<void> {
  await page.goto(`/employer/offers/${offerId}/publish`);
  await page.getByLabel(plan).check();
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await expectPaymentPage(page);
}

export async function expectPaymentPage(page: Page): Promise<void> {
  await expect(page.getByText('Payments sandbox: no money moves')).toBeVisible();
}

export async function payByCard(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Pay / }).click();
}

export async function expectTitle(page: Page, title: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** What only the sandbox can do. */
export async function control(page: Page, path: string, data: object): Promise<void> {
  const answer = await page.request.post(`${process.env.PAYMENTS_SANDBOX_URL}/sandbox/${path}`, { data });
  expect(answer.ok(), await answer.text()).toBe(true);
}

export function sessionIn(page: Page): string {
  return new URL(page.url()).searchParams.get('session') ?? '';
}
