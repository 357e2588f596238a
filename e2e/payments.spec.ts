import type { Connection } from '@/db/client';
import { openDatabase } from './actors';
import {
  arrive,
  control,
  expectPaymentPage,
  expectTitle,
  goAndPay,
  payByCard,
  sessionIn,
  writeOffer,
} from './buyers';
import { expectListed, fillOffer } from './offer-form';
import { awaitMail } from './people';
import { expect, expectAccessible, test } from './portal';

test.setTimeout(150_000);

let connection: Connection;
test.beforeAll(() => {
  connection = openDatabase();
});
test.afterAll(() => connection.close());

test('an offer is posted, paid for at the second try, extended, upgraded, refunded and gone', async ({
  page,
  browser,
  javaScriptEnabled,
}) => {
  const withScript = javaScriptEnabled !== false;
  const buyer = await arrive(connection, page.context());
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
  const buyer = await arrive(connection, page.context());
  const visitor = await (await browser.newContext({ baseURL: process.env.SITE_URL })).newPage();
  const offer = await writeOffer(connection, buyer, 'Signal engineer');

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
  const buyer = await arrive(connection, page.context());
  const visitor = await (await browser.newContext({ baseURL: process.env.SITE_URL })).newPage();
  const drafts = [];
  for (const title of ['Depot engineer', 'Track engineer', 'Fare engineer'])
    drafts.push(await writeOffer(connection, buyer, title));
  const over = [
    await writeOffer(connection, buyer, 'Board engineer', 'expired'),
    await writeOffer(connection, buyer, 'Bell engineer', 'expired'),
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
  const buyer = await arrive(connection, page.context());
  const visitor = await (await browser.newContext({ baseURL: process.env.SITE_URL })).newPage();
  const [first, second] = [
    await writeOffer(connection, buyer, 'Ferry engineer'),
    await writeOffer(connection, buyer, 'Tram engineer'),
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
