import type { BrowserContext, Page } from '@playwright/test';
import type { Connection } from '@/db/client';
import { createCompany, createMember, createOffer } from '@/db/factories';
import { session } from '@/db/schema/accounts';
import { hashToken, makeToken } from '@/lib/secret';
import { openDatabase } from './actors';
import { expectListed, fillOffer } from './offer-form';
import { awaitMail } from './people';
import { expect, expectAccessible, test } from './portal';

test.setTimeout(150_000);

let connection: Connection;
test.beforeAll(() => {
  connection = openDatabase();
});
test.afterAll(() => connection.close());

type Buyer = { companyId: number; postedBy: string; email: string; mark: string };

/** Somebody with a company, signed in. */
async function arrive(context: BrowserContext): Promise<Buyer> {
  const { db } = connection;
  const mark = crypto.randomUUID().slice(0, 8);
  const name = `Kvarnen ${mark}`;
  const company = await createCompany(db, { slug: `kvarnen-${mark}`, nameKey: name.toLowerCase(), name });
  const email = `halina@kvarnen-${mark}.example`;
  const { id } = await createMember(db, company.id, 'owner', { email });
  const token = makeToken();
  const now = new Date();
  await db.insert(session).values({
    sessionToken: hashToken(token),
    userId: id,
    createdAt: now,
    expires: new Date(now.getTime() + 86_400_000),
  });
  await context.addCookies([
    {
      name: 'authjs.session-token',
      value: token,
      url: process.env.SITE_URL,
      httpOnly: true,
      sameSite: 'Lax',
    },
  ]);
  return { companyId: company.id, postedBy: id, email, mark };
}

/** An offer that is complete and was never out, or has run out. */
async function writeOffer(
  { companyId, postedBy, mark }: Buyer,
  title: string,
  state: 'draft' | 'expired' = 'draft',
) {
  const slug = `${title.toLowerCase().replaceAll(/[^a-z]+/g, '-')}-${mark}-${crypto.randomUUID().slice(0, 4)}`;
  const fields = { companyId, postedBy, state, slug, title: `${title} ${mark}` };
  return createOffer(connection.db, {
    ...fields,
    ...(state === 'expired' && { closedAt: new Date(), expiresAt: new Date() }),
  });
}

/** Chooses a plan for an offer, and is at the payment page. */
async function goAndPay(page: Page, offerId: number | string, plan: string): Promise<void> {
  await page.goto(`/employer/offers/${offerId}/publish`);
  await page.getByLabel(plan).check();
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await expectPaymentPage(page);
}

async function expectPaymentPage(page: Page): Promise<void> {
  await expect(page.getByText('Payments sandbox: no money moves')).toBeVisible();
}

async function payByCard(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Pay / }).click();
}

async function expectTitle(page: Page, title: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** What only the sandbox can do. */
async function control(page: Page, path: string, data: object): Promise<void> {
  const answer = await page.request.post(`${process.env.PAYMENTS_SANDBOX_URL}/sandbox/${path}`, { data });
  expect(answer.ok(), await answer.text()).toBe(true);
}

function sessionIn(page: Page): string {
  return new URL(page.url()).searchParams.get('session') ?? '';
}

test('an offer is posted, paid for at the second try, extended, upgraded, refunded and gone', async ({
  page,
  browser,
  javaScriptEnabled,
}) => {
  const withScript = javaScriptEnabled !== false;
  const buyer = await arrive(page.context());
  const visitor = await (await browser.newContext({ baseURL: process.env.SITE_URL })).newPage();
  const title = `Backend developer, timetables ${buyer.mark}`;

  await page.goto('/post-a-job');
  await fillOffer(page, title, withScript);
  await page.getByRole('button', { name: 'Send the offer' }).click();
  await expectTitle(page, 'Choose a plan');
  const id = /offers\/(\d+)\/publish/.exec(page.url())?.[1] ?? '';
  // The price is that of the plan that is ticked.
  await expect(page.getByRole('term').filter({ hasText: 'Featured' })).toBeHidden();
  await page.getByLabel('Featured').check();
  await expect(page.getByRole('term').filter({ hasText: 'Featured' })).toBeVisible();
  if (withScript) await expectAccessible(page);

  await goAndPay(page, id, 'Basic');
  await page.getByRole('button', { name: 'The card is declined' }).click();
  await expect(page.getByRole('alert')).toContainText('Nothing was taken');
  await expectListed(visitor, title, false);
  await payByCard(page);
  await expectTitle(page, 'Your offer is on the list');
  const paid = sessionIn(page);
  await expectListed(visitor, title, true);
  if (withScript) await expectAccessible(page);

  await goAndPay(page, id, 'Another 30 days');
  await page.getByRole('button', { name: 'The bank asks first (3-D Secure)' }).click();
  await page.getByRole('button', { name: 'Confirm the payment' }).click();
  await expectTitle(page, 'Your offer has more days');
  await goAndPay(page, id, 'Upgrade to Featured');
  await payByCard(page);
  await expectTitle(page, 'Your offer is featured');
  // What it has already is not sold again.
  await page.goto(`/employer/offers/${id}/publish`);
  await expect(page.getByLabel('Upgrade to Featured')).toHaveCount(0);

  await page.goto('/employer/orders');
  await expect(page.getByRole('link', { name: /^Invoice of order/ })).toHaveCount(3);
  if (withScript) await expectAccessible(page);

  const ledger = await (await page.request.get(`${process.env.PAYMENTS_SANDBOX_URL}/sandbox/ledger`)).json();
  const found = ledger.sessions.find((one: { id: string }) => one.id === paid);
  await control(page, 'refunds', { payment_intent: found.payment_intent });
  await expectListed(visitor, title, false);
  await awaitMail(page, buyer.email, /refund|money/i);
  await page.getByRole('link', { name: 'Basic' }).click();
  await expectTitle(page, 'The money went back');
});

test('a payment that was begun is given up, begun again, and gone on with from the dashboard', async ({
  page,
  browser,
}) => {
  const buyer = await arrive(page.context());
  const visitor = await (await browser.newContext({ baseURL: process.env.SITE_URL })).newPage();
  const offer = await writeOffer(buyer, 'Signal engineer');

  await goAndPay(page, offer.id, 'Basic');
  await page.getByRole('link', { name: 'Go back without paying' }).click();
  await expect(page.getByText('“Basic” is not paid yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Give it up' }).click();
  await expect(page.getByText('Given up. Nothing was taken.')).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expectPaymentPage(page);

  await page.goto('/employer');
  await page.getByRole('link', { name: `Pay “${offer.title}”` }).click();
  await page.getByRole('link', { name: 'Go on to the payment' }).click();
  await expectPaymentPage(page);
  await payByCard(page);
  await expectTitle(page, 'Your offer is on the list');
  await expectListed(visitor, offer.title, true);
  // Nothing is left to pay for: a second window comes too late.
  await page.goto(`/employer/offers/${offer.id}`);
  await expect(page.getByText('is not paid yet')).toHaveCount(0);
});

test('a pack of five is bought and spent: three are published, two renewed at once', async ({
  page,
  browser,
  javaScriptEnabled,
}) => {
  const buyer = await arrive(page.context());
  const visitor = await (await browser.newContext({ baseURL: process.env.SITE_URL })).newPage();
  const drafts = [];
  for (const title of ['Depot engineer', 'Track engineer', 'Fare engineer'])
    drafts.push(await writeOffer(buyer, title));
  const over = [
    await writeOffer(buyer, 'Board engineer', 'expired'),
    await writeOffer(buyer, 'Bell engineer', 'expired'),
  ];

  await page.goto('/employer/orders');
  await page.getByRole('button', { name: 'Buy Pack of five' }).click();
  await expectPaymentPage(page);
  await payByCard(page);
  await expectTitle(page, '5 credits booked');
  for (const { id } of drafts) {
    await page.goto(`/employer/offers/${id}/publish`);
    await page.getByRole('button', { name: 'Publish with a credit' }).click();
    await expect(page.getByText('Done, with a credit for each offer.')).toBeVisible();
  }
  await page.goto('/employer');
  await page.getByText('Renew those that ran out with credits (2 left)').click();
  for (const { title } of over) await page.getByRole('checkbox', { name: title }).check();
  if (javaScriptEnabled !== false) await expectAccessible(page);
  await page.getByRole('button', { name: 'Renew the ticked ones' }).click();
  await expect(page.getByText('Done, with a credit for each offer.')).toBeVisible();
  for (const { title } of [...drafts, ...over]) await expectListed(visitor, title, true);
  await page.goto('/employer/orders');
  await expect(page.getByText('You have none.')).toBeVisible();
});

test('a bank debit arrives later, or fails and is tried again', async ({ page, browser }) => {
  const buyer = await arrive(page.context());
  const visitor = await (await browser.newContext({ baseURL: process.env.SITE_URL })).newPage();
  const [first, second] = [
    await writeOffer(buyer, 'Ferry engineer'),
    await writeOffer(buyer, 'Tram engineer'),
  ];

  await goAndPay(page, first.id, 'Basic');
  await page.getByRole('button', { name: 'Bank debit that arrives later' }).click();
  await expectTitle(page, 'The payment is on its way');
  await expectListed(visitor, first.title, false);
  await control(page, `sessions/${sessionIn(page)}/settle`, { outcome: 'succeed' });
  await expectListed(visitor, first.title, true);
  await page.reload();
  await expectTitle(page, 'Your offer is on the list');

  await goAndPay(page, second.id, 'Featured');
  await page.getByRole('button', { name: 'Bank debit that fails later' }).click();
  await expectTitle(page, 'The payment is on its way');
  await control(page, `sessions/${sessionIn(page)}/settle`, { outcome: 'fail' });
  await awaitMail(page, buyer.email, /fail|did not/i);
  await page.reload();
  await expectTitle(page, 'The payment failed');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expectPaymentPage(page);
  await payByCard(page);
  await expectTitle(page, 'Your offer is on the list');
  await expectListed(visitor, second.title, true);
});
