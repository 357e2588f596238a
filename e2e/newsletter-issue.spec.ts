import { createHmac } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { Connection } from '@/db/client';
import { openDatabase } from './actors';
import { awaitMail, linkIn, linksIn, mailsTo, signIn } from './people';
import { expect, expectAccessible, test } from './portal';

const OPERATOR = 'operator@rolecall.example';
test.setTimeout(180_000);

let connection: Connection;
test.beforeAll(() => {
  connection = openDatabase();
});
test.afterAll(() => connection.close());

/** Somebody who has confirmed that they want the newsletter. */
async function subscribe(mark: string): Promise<string> {
  const email = `reader-${mark}@kvarnen.example`;
  await connection.sql`
    with made as (
      insert into subscriber (email, state, created_at, confirmed_at) values (${email}, 'active', now(), now())
      returning id)
    insert into subscription (subscriber_id, kind, state, created_at, confirmed_at)
    select id, 'newsletter', 'active', now(), now() from made`;
  return email;
}

async function stateOf(email: string): Promise<string> {
  const [row] = await connection.sql<
    { state: string }[]
  >`select state from subscriber where email = ${email}`;
  return row?.state ?? 'none';
}

/** Loads the page again until it says so; without JavaScript nothing else does. */
async function expectSoon(page: Page, text: string | RegExp): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('main')).toContainText(text, { timeout: 500 });
  }).toPass({ timeout: 90_000 });
}

test('an issue is composed, looked at, tried, scheduled, called back and sent; its reader leaves by one click', async ({
  page,
  javaScriptEnabled,
}) => {
  const withScript = javaScriptEnabled !== false;
  const mark = `${withScript ? 'js' : 'plain'}-${Date.now()}`;
  const reader = await subscribe(mark);
  const subject = `The fortnight ${mark}`;
  await signIn(page, OPERATOR, '/operator/newsletter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Newsletter');
  if (withScript) await expectAccessible(page);

  await page.getByRole('link', { name: 'Write an issue' }).click();
  await page.getByLabel('Subject').fill(subject);
  await page.getByLabel('Preview line').fill('Who pays what');
  await page.getByLabel('Text and blocks').fill('Hello, **reader**.\n\n::bogus');
  await page.getByRole('button', { name: 'Save and look at it' }).click();
  await expect(page.getByText('Line 3: There is no block ::bogus.')).toBeVisible();
  await expect(page.getByLabel('Subject')).toHaveValue(subject);
  if (withScript) await expectAccessible(page);
  await page
    .getByLabel('Text and blocks')
    .fill('Hello, **reader**: [all offers](/offers).\n\n::latest-offers 3\n\n::role-figures backend');
  await page.getByRole('button', { name: 'Save and look at it' }).click();

  await expect(page.getByRole('heading', { name: 'Plain text' })).toBeVisible();
  const frame = page.frameLocator('iframe[title="The mail, light"]');
  await expect(frame.getByRole('heading', { name: subject })).toBeVisible();
  await expect(frame.getByText('What backend developers are paid')).toBeVisible();
  if (withScript) await expectAccessible(page);

  await page.getByRole('button', { name: 'Send me a test' }).click();
  const trial = await awaitMail(page, OPERATOR, new RegExp(`^Test: ${subject}`));
  expect(trial.text).toContain('Hello, reader');
  expect(trial.text).not.toContain('mark.invalid');
  const received = (await mailsTo(page, reader)).map((one) => one.subject);
  expect(received).not.toContain(subject);

  await page.getByLabel('Day and time, in UTC').fill('2020-01-01T08:00');
  await page.getByRole('button', { name: 'Schedule it' }).click();
  await expect(page.getByText('That time is over.')).toBeVisible();
  await page.getByLabel('Day and time, in UTC').fill('2099-12-01T08:00');
  await page.getByRole('button', { name: 'Schedule it' }).click();
  await expect(page.getByText('1 Dec 2099, 08:00 UTC')).toBeVisible();
  await expect(page.getByText('09:00 in Europe/Warsaw')).toBeVisible();
  if (withScript) await expectAccessible(page);
  await page.getByRole('button', { name: 'Back to a draft' }).click();

  await page.getByRole('link', { name: 'How it looks' }).click();
  await page.getByText(/^Send to /).click();
  await page.getByRole('button', { name: 'Send it now' }).click();
  await expect(page.getByText('What came of it')).toBeVisible();
  const mail = await awaitMail(page, reader, new RegExp(`^${subject}`));
  await expectSoon(page, 'Ended');
  if (withScript) await expectAccessible(page);

  // Its links are counted, and lead where they say.
  const counted = linksIn(mail).find((url) => url.includes('/newsletter/click/')) ?? '';
  const followed = await page.request.get(counted, { maxRedirects: 0 });
  expect(followed.status()).toBe(302);
  expect(followed.headers().location).toMatch(new RegExp(`^${process.env.SITE_URL}/`));
  const forged = await page.request.get(`${counted.slice(0, -3)}xyz`, { maxRedirects: 0 });
  expect(forged.status()).toBe(404);

  // In the archive, its feed, and nothing of the reader's own there.
  await page.goto(linkIn(mail, /\/newsletter\/archive\//));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(subject);
  await expect(page.getByRole('main')).not.toContainText('mark.invalid');
  if (withScript) await expectAccessible(page);
  await page.goto('/newsletter/archive');
  await expect(page.getByRole('link', { name: subject })).toBeVisible();
  if (withScript) await expectAccessible(page);
  expect(await (await page.request.get('/feeds/newsletter.atom')).text()).toContain(subject);

  // Opening what was mailed changes nothing; one click, as mail programs do it, leaves.
  for (const url of linksIn(mail)) await page.request.get(url, { maxRedirects: 0 });
  expect(await stateOf(reader)).toBe('active');
  const oneClick = /<([^>]+)>/.exec(mail.headers['list-unsubscribe'] ?? '')?.[1] ?? '';
  const left = await fetch(oneClick, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
  expect(left.status).toBe(200);
  expect(await stateOf(reader)).toBe('unsubscribed');
  await page.goto('/operator/newsletter');
  await page.getByRole('link', { name: subject }).click();
  await expect(page.getByRole('term').filter({ hasText: 'Unsubscribed' }).locator('..')).toContainText('1');
});

test('what the mail service reports is believed with a signature, once', async ({ page }) => {
  const secret = process.env.MAIL_EVENTS_SECRET;
  test.skip(!secret, 'no secret of mail events');
  const body = JSON.stringify({ events: [] });
  const seconds = Math.floor(Date.now() / 1_000);
  const hmac = createHmac('sha256', secret ?? '')
    .update(`${seconds}.${body}`)
    .digest('hex');
  const post = (signature: string) =>
    page.request.post('/api/mail-events', { data: body, headers: { 'x-signature': signature } });
  expect((await post(`t=${seconds},v1=${'0'.repeat(64)}`)).status()).toBe(400);
  // Signed, and without an event in it.
  expect((await post(`t=${seconds},v1=${hmac}`)).status()).toBe(400);
});
