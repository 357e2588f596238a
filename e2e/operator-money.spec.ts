import type { Browser, Page } from '@playwright/test';
import type { Connection } from '@/db/client';
import { changePlan } from '@/domain/billing/plans';
import { DEFAULT_SETTINGS, writeSetting } from '@/domain/settings/settings';
import { openDatabase } from './actors';
import {
  arrive,
  arriveAsOperator,
  type Buyer,
  control,
  expectPaymentPage,
  expectTitle,
  goAndPay,
  payByCard,
  sessionIn,
  writeOffer,
} from './buyers';
import { expectListed, newPerson } from './offer-form';
import { awaitMail } from './people';
import { expect, expectAccessible, test } from './portal';

/** What the operator does about money: review, orders, plans, promotion codes. */

test.setTimeout(150_000);

let connection: Connection;
test.beforeAll(() => {
  connection = openDatabase();
});
test.afterEach(async () => {
  for (const key of ['reviewBeforePublishing', 'promotionCodes'] as const)
    await writeSetting(connection.db, key, DEFAULT_SETTINGS[key], new Date());
  await changePlan(connection.db, 'basic', { price: 14_900 }, { now: new Date(), actor: 'system' });
});
test.afterAll(() => connection.close());

const REASON = 'It does not say who employs. Name the company.';

type Scene = {
  /** The operator's email. */
  operator: string;
  buyer: Buyer;
  /** The buyer's page. */
  shop: Page;
  visitor: Page;
};

/** The operator at `page`, somebody who buys, and a visitor. */
async function enter(page: Page, browser: Browser, withScript: boolean): Promise<Scene> {
  const operator = await arriveAsOperator(connection, page.context());
  const context = await newPerson(browser, withScript);
  const buyer = await arrive(connection, context);
  const visitor = await (await newPerson(browser, withScript)).newPage();
  return { operator, buyer, shop: await context.newPage(), visitor };
}

async function turnOn(page: Page, setting: string): Promise<void> {
  await page.goto('/operator/settings');
  await page.getByRole('checkbox', { name: setting }).check();
  await page.getByRole('button', { name: 'Save the settings' }).click();
  await expect(page).toHaveURL(/saved=/);
}

/** The order that was just paid for, as the operator sees it. */
async function findOrder(page: Page, { mark }: Buyer): Promise<void> {
  await page.goto('/operator/orders');
  await page.getByLabel('Company, offer, address, number or reference').fill(mark);
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('link', { name: /^No\. \d/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Order \d+/ })).toBeVisible();
}

/** The value of a fact of the page. */
function fact(page: Page, name: string) {
  return page.locator('dl > div').filter({ has: page.getByRole('term').filter({ hasText: name }) });
}

for (const withScript of [true, false]) {
  test.describe(withScript ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: withScript });
    const look = async (page: Page) => {
      if (withScript) await expectAccessible(page);
    };

    test('an offer that is paid for is read, and published or refused', async ({ page, browser }) => {
      const { buyer, shop, visitor } = await enter(page, browser, withScript);
      const [good, bad] = [
        await writeOffer(connection, buyer, 'Ledger engineer'),
        await writeOffer(connection, buyer, 'Deposit collector'),
      ];
      await turnOn(page, 'Read offers before they are published');
      for (const { id } of [good, bad]) {
        await goAndPay(shop, id, 'Basic');
        await payByCard(shop);
        await expectTitle(shop, 'Paid, and handed to the operator');
      }
      await expectListed(visitor, good.title, false);

      // Not to be given away: somebody has paid.
      await page.goto(`/operator/offers/${good.id}`);
      await expect(page.getByText('It is paid for and waits to be read')).toBeVisible();
      await expect(page.getByLabel('Publish it as a gift')).toHaveCount(0);
      await page.goto('/operator/review');
      await look(page);
      await page.getByRole('link', { name: good.title }).click();
      await look(page);
      await page.getByLabel('Publish it for 30 days').check();
      await page.getByRole('button', { name: 'Decide' }).click();
      await expect(page).toHaveURL(/\/operator\/review$/);
      await expectListed(visitor, good.title, true);
      await awaitMail(page, buyer.email, /^On the list/);

      await page.getByRole('link', { name: bad.title }).click();
      await page.getByLabel('Turn it down').check();
      await page.getByRole('button', { name: 'Decide' }).click();
      await expect(page.getByLabel('Turn it down')).toBeChecked();
      await page.getByLabel('Reason for the employer').fill(REASON);
      await page.getByRole('button', { name: 'Decide' }).click();
      await expect(page.getByRole('link', { name: bad.title })).toHaveCount(0);
      await expectListed(visitor, bad.title, false);
      const mail = await awaitMail(page, buyer.email, /^Not published/);
      expect(mail.text).toContain(REASON);
      await awaitMail(page, buyer.email, /refund|money/i);
      await shop.reload();
      await expectTitle(shop, 'The money went back');
      // A draft again: it can be changed, and paid for anew.
      await shop.goto(`/employer/offers/${bad.id}/publish`);
      await expectTitle(shop, 'Choose a plan');
    });

    test('an order is looked up, refunded in part and in full, and followed', async ({ page, browser }) => {
      const { operator, buyer, shop, visitor } = await enter(page, browser, withScript);
      const offer = await writeOffer(connection, buyer, 'Refund engineer');
      await goAndPay(shop, offer.id, 'Basic');
      await payByCard(shop);
      await expectTitle(shop, 'Your offer is on the list');

      await findOrder(page, buyer);
      await look(page);
      await page.getByRole('button', { name: 'Run it again' }).click();
      await expect(page.getByRole('status')).toContainText('Stripe was asked');

      await page.getByLabel('A part of it').check();
      await page.getByLabel(/^Amount/).fill('40');
      await page.getByRole('button', { name: 'Refund' }).click();
      // Why must be said.
      await expect(page.getByLabel('Reason')).toHaveAttribute('aria-invalid', 'true');
      await expect(page.getByLabel(/^Amount/)).toHaveValue('40');
      await page.getByLabel('Reason').fill('Posted with the wrong plan.');
      await page.getByRole('button', { name: 'Refund' }).click();
      await expect(page.getByRole('status')).toContainText('The refund is made');
      await expect(fact(page, 'Given back')).toContainText('€40.00');
      await expectListed(visitor, offer.title, true);

      await page.getByLabel('All of it: €109.00').check();
      await page.getByLabel('Reason').fill('The company asked for it.');
      await page.getByRole('button', { name: 'Refund' }).click();
      await expect(fact(page, 'Given back')).toContainText('€149.00');
      await expect(page.getByText('All of it has been given back.')).toBeVisible();
      await expectListed(visitor, offer.title, false);
      // The events of Stripe come when they come.
      await expect(async () => {
        await page.reload();
        const steps = await page.getByRole('listitem').allInnerTexts();
        const order = ['Order made', 'Paid', 'Refunded in part', 'Refunded'].map((step) =>
          steps.findIndex((text) => new RegExp(`^${step} |\\n${step} `).test(text)),
        );
        expect(order).not.toContain(-1);
        expect(order).toEqual(order.toSorted((a, b) => a - b));
        expect(steps.filter((text) => text.includes('charge.refunded'))).toHaveLength(2);
      }).toPass();

      // The bank of the buyer sends it back.
      const answer = await page.request.get(`${process.env.PAYMENTS_SANDBOX_URL}/sandbox/ledger`);
      const { sessions, refunds } = await answer.json();
      const paid = sessions.find(({ id }: { id: string }) => id === sessionIn(shop));
      const last = refunds.find(
        (one: { payment_intent: string; amount: number }) =>
          one.payment_intent === paid.payment_intent && one.amount === 10_900,
      );
      await control(page, `refunds/${last.id}/settle`, { outcome: 'fail' });
      await awaitMail(page, operator, /^A refund did not arrive/);
      await page.reload();
      await expect(fact(page, 'Did not arrive')).toContainText('€109.00');
      await look(page);
      await page.getByLabel('All of it: €109.00').check();
      await page.getByLabel('Reason').fill('Once more, to another account.');
      await page.getByRole('button', { name: 'Refund' }).click();
      await expect(page.getByText('All of it has been given back.')).toBeVisible();
    });

    test('a price is changed, and what was sold keeps its own', async ({ page, browser }) => {
      const { buyer, shop, visitor } = await enter(page, browser, withScript);
      const offer = await writeOffer(connection, buyer, 'Price engineer');
      await goAndPay(shop, offer.id, 'Basic');
      await payByCard(shop);
      await expectTitle(shop, 'Your offer is on the list');

      const setPrice = async (price: string) => {
        await page.goto('/operator/plans');
        await page.getByRole('link', { name: 'Basic' }).click();
        await page.getByLabel('Price, without tax').fill(price);
        await page.getByRole('button', { name: 'Save the plan' }).click();
        await expect(page.getByRole('status')).toContainText('The plan was changed.');
      };
      const expectPrice = (price: string) =>
        expect(async () => {
          await visitor.goto('/pricing');
          await expect(visitor.getByRole('row', { name: /^Basic/ })).toContainText(price, { timeout: 100 });
        }).toPass({ intervals: [100], timeout: 5_000 });
      await expectPrice('€149.00');
      await setPrice('159.50');
      await look(page);
      await expectPrice('€159.50');
      await shop.reload();
      await expect(shop.getByRole('row', { name: /^Paid/ })).toContainText('€149.00');
      await findOrder(page, buyer);
      await expect(fact(page, 'Terms')).toContainText('€149.00');
      await setPrice('149');
      await expectPrice('€149.00');
    });

    test('a promotion code is made, used and ended', async ({ page, browser }) => {
      const { buyer, shop } = await enter(page, browser, withScript);
      const [first, second] = [
        await writeOffer(connection, buyer, 'Discount engineer'),
        await writeOffer(connection, buyer, 'Bargain engineer'),
      ];
      const code = `SPRING-${buyer.mark.toUpperCase()}`;
      await turnOn(page, 'Take promotion codes');
      await page.goto('/operator/promotions');
      await page.getByLabel('Code', { exact: true }).fill(code);
      await page.getByRole('button', { name: 'Make the code' }).click();
      await expect(page.getByLabel('Per cent off')).toHaveAttribute('aria-invalid', 'true');
      await page.getByLabel('Or an amount off, EUR').fill('50');
      await page.getByRole('button', { name: 'Make the code' }).click();
      const line = page.getByRole('row', { name: new RegExp(code) });
      await expect(line).toContainText('€50.00');
      await look(page);

      await goAndPay(shop, first.id, 'Basic');
      await shop.getByLabel('Promotion code').fill(code);
      await shop.getByRole('button', { name: 'Apply' }).click();
      await expect(shop.getByText(`Promotion code ${code} is applied.`)).toBeVisible();
      await payByCard(shop);
      await expectTitle(shop, 'Your offer is on the list');
      await expect(shop.getByRole('row', { name: /^Paid/ })).toContainText('€99.00');

      await page.reload();
      await expect(line.getByRole('cell').nth(1)).toHaveText('1');
      await line.getByRole('button', { name: 'End it' }).click();
      await expect(line).toContainText('Over');
      await goAndPay(shop, second.id, 'Basic');
      await shop.getByLabel('Promotion code').fill(code);
      await shop.getByRole('button', { name: 'Apply' }).click();
      await expect(shop.getByRole('alert')).toBeVisible();
      await expectPaymentPage(shop);
    });
  });
}
