import type { Page } from '@playwright/test';
import { awaitMail, linkIn, linksIn, type Mail, mailsTo } from './people';
import { expect, expectAccessible, test } from './portal';

// Runs in two projects, with and without JavaScript (playwright.config.ts).

/** Nobody fills in a form in less. */
const A_WHILE = 3_200;

function newAddress(): string {
  return `reader-${crypto.randomUUID().slice(0, 8)}@kvarnen.example`;
}

/** Opens the page, gives it the time that a person takes, and asks for the newsletter. */
async function askForNewsletter(page: Page, address: string): Promise<void> {
  await page.goto('/newsletter');
  await page.waitForTimeout(A_WHILE);
  await page.getByLabel('Your e-mail').fill(address);
  await page.getByRole('button', { name: 'Subscribe' }).click();
}

/** Signs up for the newsletter and confirms it. Gives back the mail that says so. */
async function subscribe(page: Page, address: string): Promise<Mail> {
  await askForNewsletter(page, address);
  await expect(page).toHaveURL(/\/newsletter\/sent$/);
  await page.goto(linkIn(await awaitMail(page, address, /^One more tick/), /\/newsletter\/confirm/));
  await page.getByRole('button', { name: 'Yes, send it to me' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Confirmed' })).toBeVisible();
  return awaitMail(page, address, /^You are on the list/);
}

test('a search becomes an alert: asked for, confirmed, changed, and left', async ({
  page,
  javaScriptEnabled,
}) => {
  // Many pages, each looked at in both themes.
  test.slow();
  const look = () => (javaScriptEnabled === false ? undefined : expectAccessible(page));
  const address = newAddress();
  await page.goto('/offers?role=backend&seniority=senior&seniority=mid&salary_min=50000');
  await page.getByText('E-mail me new ones').click();
  const form = page.locator('form[action="/newsletter/signup"]');
  await expect(form).toContainText('Backend, mid or senior, from 50\u00a0000 EUR a year');
  await look();
  await form.getByLabel('Your e-mail').fill(address);
  await form.getByLabel('Once a week, on Thursday at 8:00').check();
  await page.waitForTimeout(A_WHILE);
  await form.getByRole('button', { name: 'Save the alert' }).click();
  await expect(page).toHaveURL(/\/newsletter\/sent$/);
  await expect(page.getByRole('main')).toContainText(address);
  await look();

  const asked = await awaitMail(page, address, /^One more tick/);
  expect(asked.text).toContain('Backend, mid or senior, from 50\u00a0000 EUR a year');
  const confirm = linkIn(asked, /\/newsletter\/confirm/);
  // A mail program looks before its reader does: nothing begins.
  for (let n = 0; n < 2; n += 1) expect((await page.request.get(confirm)).status()).toBe(200);
  await page.goto(confirm);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('One more tick');
  await look();
  await page.getByRole('button', { name: 'Yes, send it to me' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Confirmed');
  await look();
  await page.goto(confirm);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Confirmed');

  const welcome = await awaitMail(page, address, /^You are on the list/);
  const preferences = linkIn(welcome, /\/newsletter\/preferences/);
  await page.goto(preferences);
  await expect(page.getByLabel(/^How often: Backend/)).toHaveValue('weekly');
  await look();
  await page.getByLabel(/^How often: Backend/).selectOption('instant');
  await page.getByLabel(/^The newsletter/).check();
  await page.getByLabel('Time zone').selectOption('Asia/Tokyo');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('status')).toHaveText('Saved.');
  await page.goto(preferences);
  await expect(page.getByLabel(/^How often: Backend/)).toHaveValue('instant');
  await expect(page.getByLabel(/^The newsletter/)).toBeChecked();
  await expect(page.getByLabel('Time zone')).toHaveValue('Asia/Tokyo');

  await page.getByLabel('Send nothing for').selectOption('4');
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText(/^Paused until/)).toBeVisible();
  await look();
  await page.getByRole('button', { name: 'Let it come again' }).click();
  await expect(page.getByText(/^Paused until/)).toHaveCount(0);

  await page.getByRole('button', { name: /^Remove: Backend/ }).click();
  await expect(page.getByRole('status')).toContainText('taken back');
  await look();
  await page.getByRole('button', { name: /^Take it back: Backend/ }).click();
  await expect(page.getByLabel(/^How often: Backend/)).toHaveValue('instant');

  await page.goto(linkIn(welcome, /\/newsletter\/unsubscribe/));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Leave?');
  await look();
  await page.getByRole('button', { name: 'Leave everything' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You have left');
  await look();
  const goodbye = await awaitMail(page, address, /^You have left/);
  await page.goto(linkIn(goodbye, /\/newsletter\/preferences/));
  await expect(page.getByText('Nothing is sent to you at the moment.')).toBeVisible();
  await look();
});

test('one click in a mail program leaves, without cookies and as often as it likes', async ({
  page,
  request,
  expectAnswer,
}) => {
  expectAnswer(404, /one-click$/);
  const address = newAddress();
  const welcome = await subscribe(page, address);
  expect(welcome.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
  const [, oneClick = ''] = /^<(.+)>$/.exec(welcome.headers['list-unsubscribe'] ?? '') ?? [];
  const preferences = linkIn(welcome, /\/newsletter\/preferences/);

  // A mail scanner opens every link, and nothing happens.
  for (const link of linksIn(welcome)) await request.get(link);
  expect((await request.get(oneClick, { maxRedirects: 0 })).status()).toBe(303);
  await page.goto(preferences);
  await expect(page.getByLabel(/^The newsletter/)).toBeChecked();

  const altered = oneClick.replace(/key=./, 'key=!');
  expect((await request.post(altered, { form: { 'List-Unsubscribe': 'One-Click' } })).status()).toBe(404);
  for (let n = 0; n < 2; n += 1) {
    const answer = await request.post(oneClick, {
      form: { 'List-Unsubscribe': 'One-Click' },
      headers: { 'sec-fetch-site': 'cross-site', origin: 'https://mail.example' },
      maxRedirects: 0,
    });
    expect(answer.status()).toBe(200);
    expect(answer.headers()['set-cookie']).toBeUndefined();
  }
  await page.goto(preferences);
  await expect(page.getByLabel(/^The newsletter/)).not.toBeChecked();
  // No mail about leaving: they have just said that they want none.
  expect((await mailsTo(page, address)).map(({ subject }) => subject)).toHaveLength(2);
});

test('a slip, a throwaway address and a hurry are asked about before anything is sent', async ({ page }) => {
  const local = newAddress().split('@')[0] ?? '';
  await askForNewsletter(page, `${local}@gmial.com`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Is the address right?');
  await expect(page.getByText(`Did you mean ${local}@gmail.com?`)).toBeVisible();
  await expect(page.getByLabel('Your e-mail')).toHaveValue(`${local}@gmial.com`);
  await page.waitForTimeout(A_WHILE);
  await page.getByRole('button', { name: 'Yes, use that' }).click();
  await expect(page).toHaveURL(/\/newsletter\/sent$/);
  await expect(page.getByRole('main')).toContainText(`${local}@gmail.com`);

  await askForNewsletter(page, `${local}@mailinator.com`);
  await expect(page.getByText('mailinator.com gives out addresses that vanish')).toBeVisible();
  await expect(page.getByLabel('Your e-mail')).toBeFocused();
  await expect(page.getByLabel('Your e-mail')).toHaveValue(`${local}@mailinator.com`);

  // What was typed into the form of the choice comes back as it was.
  await page.getByLabel('Your e-mail').fill(newAddress());
  await page.getByLabel(/^The newsletter/).uncheck();
  await page.getByLabel('New offers in a role').selectOption('');
  await page.waitForTimeout(A_WHILE);
  await page.getByRole('button', { name: 'Subscribe' }).click();
  await expect(page.getByText('Choose what to send first')).toBeVisible();
  await expect(page.getByLabel(/^The newsletter/)).not.toBeChecked();
});

test('a machine is answered as a person is, and nothing is sent', async ({ page, request }) => {
  const address = newAddress();
  const [, seal = ''] =
    /name="seal" value="([^"]+)"/.exec(await (await request.get('/newsletter')).text()) ?? [];
  const post = (fields: Record<string, string>) =>
    request.post('/newsletter/signup', {
      form: { email: address, newsletter: 'on', seal, ...fields },
      headers: { 'sec-fetch-site': 'same-origin' },
      maxRedirects: 0,
    });
  expect((await post({ website: 'https://spam.example' })).headers().location).toBe('/newsletter/sent');
  expect((await post({ seal: 'made-up' })).headers().location).toBe('/newsletter/check?why=hasty');
  expect(await mailsTo(page, address)).toEqual([]);
  const answer = await request.post('/newsletter/signup', {
    form: { email: address },
    headers: { 'sec-fetch-site': 'cross-site' },
  });
  expect(answer.status()).toBe(403);
});

test('who subscribes already is answered as a stranger is, and gets their preferences', async ({ page }) => {
  const address = newAddress();
  await subscribe(page, address);
  await askForNewsletter(page, address);
  await expect(page).toHaveURL(/\/newsletter\/sent$/);
  const known = ((await page.getByRole('main').textContent()) ?? '').replaceAll(address, '@');
  const stranger = newAddress();
  await askForNewsletter(page, stranger);
  await expect(page).toHaveURL(/\/newsletter\/sent$/);
  expect(((await page.getByRole('main').textContent()) ?? '').replaceAll(stranger, '@')).toBe(known);
  const mail = await awaitMail(page, address, /^Your e-mails/);
  expect(mail.text).toContain('Nothing was changed');
});

test('a reader moves to another address, takes their data along, and is forgotten', async ({ page }) => {
  const address = newAddress();
  const welcome = await subscribe(page, address);
  await page.goto('/newsletter/preferences');
  await page.getByLabel('Your e-mail').fill(address);
  await page.getByRole('button', { name: 'Mail me the link' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Look in your mail');
  const link = linkIn(await awaitMail(page, address, /^Your e-mails/), /\/newsletter\/preferences/);
  await page.goto(link);

  const moved = newAddress();
  await page.getByLabel('New e-mail').fill('nonsense');
  await page.getByRole('button', { name: 'Change the address' }).click();
  await expect(page.getByText('There is no @ in it.')).toBeVisible();
  await page.getByLabel('New e-mail').fill(moved);
  await page.getByRole('button', { name: 'Change the address' }).click();
  await expect(page.getByRole('status')).toContainText('sent a link to the new address');
  await page.goto(linkIn(await awaitMail(page, moved, /^Is this your new/), /preferences\/address/));
  await page.getByRole('button', { name: 'Send it here' }).click();
  await expect(page.getByRole('status')).toHaveText('This is your address now.');
  await expect(page.getByText(moved)).toBeVisible();
  const current = page.url();
  // The link of the old address is dead.
  await page.goto(linkIn(welcome, /\/newsletter\/preferences/));
  await expect(page.getByRole('button', { name: 'Mail me the link' })).toBeVisible();

  await page.goto(current);
  const href = await page.getByRole('link', { name: /^Download all/ }).getAttribute('href');
  const data = await page.request.get(href ?? '');
  expect(data.headers()['content-disposition']).toContain('attachment');
  expect(await data.json()).toMatchObject({ subscriber: { email: moved, state: 'active' } });

  await page.getByText('Delete my address').click();
  await page.getByRole('button', { name: 'Delete it' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are deleted');
  await awaitMail(page, moved, /^Your address is deleted/);
  await page.goto(current);
  await expect(page.getByRole('button', { name: 'Mail me the link' })).toBeVisible();
});

test('no page of it scrolls sideways', async ({ page }) => {
  const welcome = await subscribe(page, newAddress());
  const preferences = linkIn(welcome, /\/newsletter\/preferences/);
  for (const width of [390, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    for (const path of ['/newsletter', '/newsletter/sent', '/newsletter/check', preferences]) {
      await page.goto(path);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${path} at ${width}`).toBeLessThanOrEqual(0);
    }
  }
});
