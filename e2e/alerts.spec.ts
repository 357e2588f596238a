import type { Page } from '@playwright/test';
import type { Connection } from '@/db/client';
import { createOffer } from '@/db/factories';
import { openDatabase } from './actors';
import { arrive, expectTitle, goAndPay, payByCard } from './buyers';
import { fillOffer, newPerson } from './offer-form';
import { awaitMail, linkIn, linksIn, type Mail, mailsTo } from './people';
import { expect, test } from './portal';

// Runs in two projects, with and without JavaScript (playwright.config.ts).

test.setTimeout(180_000);

/** Nobody fills in a form in less. */
const A_WHILE = 3_200;
/** From a publication to the mail of those who want to know at once. */
const WITHIN_MS = 60_000;

let connection: Connection;
test.beforeAll(() => {
  connection = openDatabase();
});
test.afterAll(() => connection.close());

/** Asks on a filtered list to be told at once of what is new there, and confirms it. */
async function askForAlert(page: Page, search: string, address: string): Promise<void> {
  await page.goto(search);
  await page.getByText('E-mail me new ones').click();
  const form = page.locator('form[action="/newsletter/signup"]');
  await form.getByLabel('Your e-mail').fill(address);
  await form.getByLabel('At once, as they are published').check();
  await page.waitForTimeout(A_WHILE);
  await form.getByRole('button', { name: 'Save the alert' }).click();
  await expect(page).toHaveURL(/\/newsletter\/sent$/);
  await page.goto(linkIn(await awaitMail(page, address, /^One more tick/), /\/newsletter\/confirm/));
  await page.getByRole('button', { name: 'Yes, send it to me' }).click();
  await expectTitle(page, 'Confirmed');
}

/** Other journeys publish too: waits for the mail that names this offer. */
async function awaitAlert(page: Page, address: string, title: string): Promise<Mail> {
  const about = async () => (await mailsTo(page, address)).find(({ text }) => text.includes(title));
  await expect(async () => expect(await about()).toBeDefined()).toPass({ timeout: WITHIN_MS });
  const mail = await about();
  if (!mail) throw new Error('unreachable');
  return mail;
}

test('an alert is asked for, an offer is paid for, its mail comes within a minute, and one click leaves', async ({
  page,
  browser,
  request,
  javaScriptEnabled,
}) => {
  const address = `reader-${crypto.randomUUID().slice(0, 8)}@kvarnen.example`;
  await askForAlert(page, '/offers?role=backend&skill=kafka&seniority=senior', address);

  const withScript = javaScriptEnabled !== false;
  const desk = await newPerson(browser, withScript);
  const buyer = await arrive(connection, desk);
  const employer = await desk.newPage();
  const title = `Backend developer, points ${buyer.mark}`;
  await employer.goto('/post-a-job');
  await fillOffer(employer, title, withScript);
  await employer.getByRole('button', { name: 'Send the offer' }).click();
  await expectTitle(employer, 'Choose a plan');
  const id = /offers\/(\d+)\/publish/.exec(employer.url())?.[1] ?? '';
  await goAndPay(employer, id, 'Featured');
  await payByCard(employer);
  await expectTitle(employer, 'Your offer is on the list');

  const mail = await awaitAlert(page, address, title);
  expect(mail.text).toContain('Backend, Apache Kafka, senior');
  expect(mail.text).toMatch(/18\s000–24\s000\sPLN/);
  expect(mail.text).toContain('Promoted');
  expect(mail.headers['list-id']).toMatch(/^<alerts\./);
  const preferences = linkIn(mail, /\/newsletter\/preferences/);
  for (const link of linksIn(mail)) expect((await request.get(link)).status(), link).toBe(200);
  await page.goto(linksIn(mail).find((link) => link.includes(buyer.mark)) ?? '');
  await expectTitle(page, title);
  await page.goto(linkIn(mail, /\/offers\?/));
  await expect(page.getByRole('main')).toContainText(title);

  // A mail scanner has opened every link: nothing happened.
  await page.goto(preferences);
  await expect(page.getByLabel(/^How often: Backend, Apache Kafka, senior/)).toHaveValue('instant');
  const [, oneClick = ''] = /^<(.+)>$/.exec(mail.headers['list-unsubscribe'] ?? '') ?? [];
  expect((await request.post(oneClick, { form: { 'List-Unsubscribe': 'One-Click' } })).status()).toBe(200);
  await page.goto(preferences);
  await expect(
    page.getByRole('button', { name: /^Take it back: Backend, Apache Kafka, senior/ }),
  ).toBeVisible();

  // No offer comes twice, and nothing comes after leaving.
  const { companyId, postedBy, mark } = buyer;
  const { id: next } = await createOffer(connection.db, {
    ...{ companyId, postedBy, state: 'draft', title: `Signal engineer ${mark}`, slug: `signals-${mark}` },
    ...{ role: 'backend', skills: ['kafka'], seniority: 'senior' },
  });
  await goAndPay(employer, next, 'Basic');
  await payByCard(employer);
  await expectTitle(employer, 'Your offer is on the list');
  await expect(async () => {
    const [row] = await connection.sql`
      select b.told_at from offer_debut d, alert_batch b
      where d.offer_id = ${next} and b.at >= d.matched_at order by b.id limit 1`;
    expect(row?.told_at).toBeTruthy();
  }).toPass({ timeout: WITHIN_MS });
  const texts = (await mailsTo(page, address)).map(({ text }) => text);
  expect(texts.filter((text) => text.includes(title))).toHaveLength(1);
  const mailed = await connection.sql`
    select h.offer_id as id from alert_hit h join subscription s on s.id = h.subscription_id
    join subscriber r on r.id = s.subscriber_id where r.email = ${address}`;
  expect(mailed.map((hit) => hit.id)).toContain(Number(id));
  expect(mailed.map((hit) => hit.id)).not.toContain(next);
  await desk.close();
});
