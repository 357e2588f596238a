import type { Page } from '@playwright/test';
import { type Connection, connect } from '@/db/client';
import { type Received, startTestMailServer, type TestMailServer } from '@/dev/testing/mail-server';
import { listQueuedMail } from '@/dev/testing/queued-mail';
import { startTrialPortal } from '@/dev/trial-portal';
import { exportEnquiries } from '@/domain/enquiries/queries';
import { SERVICE_SLUGS } from '@/domain/texts/input';
import { arriveAsOperator } from './buyers';
import { test as base, expect, expectAccessible } from './portal';

/** What the portal's owner sells, who asks for it, and what the law wants to be said. */

type Mail = {
  received: Received[];
  /** The mail server goes away, or comes back. */
  turn: (on: boolean) => Promise<void>;
};

/** A portal of their own, since the mail server goes away, and the services too. */
const test = base.extend<object, { portal: { url: string; connection: Connection; mail: Mail } }>({
  portal: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      let server: TestMailServer | null = await startTestMailServer();
      const { received, url } = server;
      const port = Number(new URL(url).port);
      const portal = await startTrialPortal(process.env.NEXT_DIST_DIR ?? '.next-e2e', {
        variables: { SMTP_URL: url },
      });
      const connection = connect(portal.variables.DATABASE_URL, { max: 2 });
      await use({
        url: portal.variables.SITE_URL,
        connection,
        mail: {
          received,
          async turn(on) {
            if (on) server ??= await startTestMailServer(port, received);
            else {
              await server?.stop();
              server = null;
            }
          },
        },
      });
      await connection.close();
      await portal.stop();
      await server?.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ portal }, use) => use(portal.url),
});

test.setTimeout(150_000);

/** Less than that and the form takes its sender for a program. */
const READING_MS = 3_200;
const REFUSED_AT_FIRST = 'Nothing was sent yet. Read it once more, then send it.';

async function fillIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('Your name').fill('Anna Nowak');
  await page.getByLabel('Work e-mail').fill(email);
  await page.getByLabel('Company').fill('Kvarnen');
  await page.getByLabel('What you may spend').selectOption({ label: '5\u00a0000 to 20\u00a0000 EUR' });
  await page.getByLabel('What it is about').fill('We need a timetable on the web.\n\nBy spring.');
}

async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Send the enquiry' }).click();
}

async function expectSent(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Thank you' })).toBeVisible();
  await expect(page).toHaveURL('/services/sent');
}

const someone = () => `anna-${crypto.randomUUID().slice(0, 8)}@kvarnen.example`;

async function enquiriesOf({ db }: Connection, email: string) {
  return (await exportEnquiries(db)).filter((enquiry) => enquiry.email === email);
}

test('somebody reads about a service and asks for it while the mail server is away: the mails arrive, once', async ({
  page,
  portal: { connection, mail },
  javaScriptEnabled,
}) => {
  const email = someone();
  await page.goto('/');
  await page
    .getByRole('navigation', { name: 'Main', exact: true })
    .getByRole('link', { name: 'Services' })
    .click();
  await expect(page.getByRole('heading', { level: 2, name: 'IT recruitment' })).toBeVisible();
  await page.getByRole('link', { name: 'Web development', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Web development' })).toBeVisible();
  await page.getByText('Who owns the code?').click();
  await expect(page.getByText('You do, from the first commit.')).toBeVisible();
  await page.getByRole('link', { name: 'Send an enquiry' }).click();

  // A slip: the form comes back with what was typed, and asks for what is wrong.
  await fillIn(page, 'anna@kvarnen');
  await send(page);
  const address = page.getByLabel('Work e-mail');
  await expect(address).toHaveAccessibleDescription(/stops after the @/);
  await expect(address).toBeFocused();
  await expect(page.getByLabel('What you need')).toHaveValue('web-development');
  await expect(page.getByLabel('What you may spend')).toHaveValue('medium');
  await expect(page.getByLabel('What it is about')).toHaveValue(/timetable on the web\.\s+By spring/);
  if (javaScriptEnabled !== false) await expectAccessible(page);

  await mail.turn(false);
  await page.waitForTimeout(READING_MS);
  await address.fill(email);
  await send(page);
  await expectSent(page);
  expect(await enquiriesOf(connection, email)).toMatchObject([{ name: 'Anna Nowak', company: 'Kvarnen' }]);
  // It is tried, and tried again.
  await expect(async () => {
    const [job] = await connection.sql`
      select from graphile_worker.jobs where task_identifier = 'send-mail' and attempts > 1`;
    expect(job).toBeDefined();
  }).toPass({ timeout: 30_000 });
  expect(mail.received).toEqual([]);

  await mail.turn(true);
  await expect(async () => expect(await listQueuedMail(connection.db)).toEqual([])).toPass({
    timeout: 90_000,
  });
  const got = mail.received.map(({ envelopeTo, subject, replyTo, text = '' }) => ({
    to: envelopeTo.join(),
    subject,
    answerTo: replyTo?.map(({ address: to }) => to).join(),
    says: /timetable on the web\.\n+By spring\./.test(text) && text.includes('Kvarnen'),
  }));
  expect(got.sort((a, b) => a.to.localeCompare(b.to))).toEqual([
    { to: email, subject: 'Your enquiry: Web development', answerTo: undefined, says: true },
    {
      to: 'operator@rolecall.example',
      subject: 'Enquiry: Web development, Kvarnen',
      answerTo: email,
      says: true,
    },
  ]);
});

test('who is too quick gets the form back and sends it again; who presses twice has asked once', async ({
  page,
  portal: { connection },
}) => {
  const email = someone();
  await page.goto('/services/ux-ui-design');
  await fillIn(page, email);
  await send(page);
  await expect(page.getByRole('alert').filter({ hasText: REFUSED_AT_FIRST })).toBeVisible();
  await expect(page.getByLabel('What it is about')).toHaveValue(/timetable/);
  expect(await enquiriesOf(connection, email)).toEqual([]);
  await page.waitForTimeout(READING_MS);
  await page.getByRole('button', { name: 'Send the enquiry' }).dblclick();
  await expectSent(page);
  expect(await enquiriesOf(connection, email)).toHaveLength(1);
});

test('a program that fills in every field is thanked, and nothing is kept', async ({
  page,
  portal: { connection },
}) => {
  const email = someone();
  await page.goto('/services');
  await fillIn(page, email);
  await page.getByLabel('What you need').selectOption({ label: 'IT recruitment' });
  await page.locator('input[name=website]').fill('https://spam.example');
  await page.waitForTimeout(READING_MS);
  await send(page);
  await expectSent(page);
  expect(await enquiriesOf(connection, email)).toEqual([]);
});

test('nobody sends enquiries by the dozen', async ({ page, portal: { connection } }) => {
  const email = someone();
  for (let n = 1; n <= 5; n++) {
    await page.goto('/services/mobile-development');
    await fillIn(page, email);
    await page.getByLabel('What it is about').fill(`We need application number ${n}.`);
    await page.waitForTimeout(READING_MS);
    await send(page);
    // Without JavaScript the form has to be read once more.
    const again = page.getByRole('alert').filter({ hasText: REFUSED_AT_FIRST });
    const thanks = page.getByRole('heading', { name: 'Thank you' });
    await expect(again.or(page.getByText('So many enquiries')).or(thanks)).toBeVisible();
    if (await again.isVisible()) {
      await page.waitForTimeout(READING_MS);
      await send(page);
    }
    if (n < 5) await expectSent(page);
  }
  await expect(page.getByText('So many enquiries from one place')).toBeVisible();
  await expect(page.getByLabel('What it is about')).toHaveValue('We need application number 5.');
  expect(await enquiriesOf(connection, email)).toHaveLength(4);
});

test('the operator answers an enquiry, takes all of them along and deletes it', async ({
  page,
  portal: { connection, url },
  javaScriptEnabled,
}) => {
  const email = someone();
  await page.goto('/services/staff-augmentation');
  await fillIn(page, email);
  await page.waitForTimeout(READING_MS);
  await send(page);
  if (javaScriptEnabled === false) {
    await page.waitForTimeout(READING_MS);
    await send(page);
  }
  await expectSent(page);
  const [asked] = await enquiriesOf(connection, email);

  await arriveAsOperator(connection, page.context(), url);
  await page.goto('/operator');
  await expect(page.getByText('are examples. Make them yours')).toBeVisible();
  await page.getByRole('definition').locator('a[href="/operator/enquiries"]').click();
  await page.locator(`a[href="/operator/enquiries/${asked?.id}"]`).click();
  await expect(page.getByRole('link', { name: email })).toHaveAttribute('href', /^mailto:/);
  await expect(page.getByText('By spring.')).toBeVisible();
  if (javaScriptEnabled !== false) await expectAccessible(page);
  await page.getByLabel('Note').fill('Called her: she takes two.');
  await page.getByRole('button', { name: 'Mark as answered' }).click();
  await expect(page.getByText('Answered', { exact: true }).first()).toBeVisible();
  await page.goto('/operator/enquiries?show=answered');
  await expect(page.getByRole('row').filter({ hasText: 'Staff augmentation' })).toHaveCount(1);
  if (javaScriptEnabled !== false) await expectAccessible(page);

  const csv = await (await page.request.get('/operator/enquiries/export')).text();
  expect(csv).toContain(`,${email},Kvarnen,`);
  expect(csv).toContain('Called her: she takes two.');

  await page.goto(`/operator/enquiries/${asked?.id}`);
  await page.getByText('Delete it').first().click();
  await page.getByRole('button', { name: 'Delete it' }).click();
  await expect(page.getByText('The enquiry was deleted.')).toBeVisible();
  expect(await enquiriesOf(connection, email)).toEqual([]);
});

test('an owner who sells no services turns them off, and within a second there are none', async ({
  page,
  browser,
  portal: { connection, url },
  expectAnswer,
}) => {
  expectAnswer(404, /^\/services/);
  const visitor = await (await browser.newContext({ baseURL: url, javaScriptEnabled: false })).newPage();
  const linked = () => visitor.locator('a[href="/services"]').count();
  const status = async (path: string) => (await visitor.goto(path))?.status();
  const sitemap = async () => (await visitor.request.get('/sitemaps/pages.xml')).text();
  expect(await status('/services/it-recruitment')).toBe(200);
  expect(await sitemap()).toContain('/services/it-recruitment');

  await arriveAsOperator(connection, page.context(), url);
  const turn = async (on: boolean) => {
    await page.goto('/operator/settings');
    await page.getByRole('checkbox', { name: 'Show what you sell besides offers' }).setChecked(on);
    await page.getByRole('button', { name: 'Save the settings' }).click();
    await expect(page.getByText('One setting was changed.')).toBeVisible();
  };
  await turn(false);
  await expect(async () => expect(await status('/services')).toBe(404)).toPass({ timeout: 1_000 });
  for (const slug of SERVICE_SLUGS) expect(await status(`/services/${slug}`)).toBe(404);
  expect(await status('/services/sent')).toBe(404);
  for (const path of ['/', '/offers', '/roles/backend', '/privacy']) {
    expect(await status(path)).toBe(200);
    expect(await linked(), path).toBe(0);
  }
  expect(await sitemap()).not.toContain('/services');

  await turn(true);
  await expect(async () => expect(await status('/services')).toBe(200)).toPass({ timeout: 1_000 });
  for (const slug of SERVICE_SLUGS) expect(await status(`/services/${slug}`)).toBe(200);
  expect(await linked()).toBeGreaterThan(0);
  expect(await sitemap()).toContain('/services');
  await visitor.context().close();
});

test('the law’s pages say by what the portal works, and who runs it once that is filled in', async ({
  page,
  browser,
  portal: { connection, url },
}) => {
  const visitor = await (await browser.newContext({ baseURL: url })).newPage();
  await visitor.goto('/imprint');
  await expect(visitor.getByText('not filled in yet').first()).toBeVisible();
  await visitor.goto('/');
  await visitor.getByRole('contentinfo').getByRole('link', { name: 'Privacy' }).click();
  await expect(visitor.getByText('Not confirmed: deleted after 14 days.')).toBeVisible();

  await arriveAsOperator(connection, page.context(), url);
  await page.goto('/operator');
  await expect(page.getByText('do not say who you are')).toBeVisible();
  await page.goto('/operator/settings');
  await page.getByLabel('Days that an unconfirmed signup is kept').fill('21');
  await page.getByLabel('Who runs the portal').fill('Kvarnen <b>& Sons</b>');
  await page.getByLabel('Postal address').fill('1 Mill Lane, Lund');
  await page.getByLabel('Address for questions').fill('hello@kvarnen.example');
  await page.getByRole('button', { name: 'Save the settings' }).click();
  await expect(page.getByText('4 settings were changed.')).toBeVisible();

  await expect(async () => {
    await visitor.goto('/privacy');
    expect(await visitor.getByText('Not confirmed: deleted after 21 days.').count()).toBe(1);
  }).toPass({ timeout: 1_500 });
  await visitor.goto('/imprint');
  await expect(visitor.getByText('Kvarnen <b>& Sons</b>').first()).toBeVisible();
  await expect(visitor.getByRole('link', { name: 'hello@kvarnen.example' })).toHaveAttribute(
    'href',
    'mailto:hello@kvarnen.example',
  );
  await page.goto('/operator');
  await expect(page.getByText('do not say who you are')).toHaveCount(0);
  await visitor.context().close();
});

const PAGES = [
  '/services',
  ...SERVICE_SLUGS.map((slug) => `/services/${slug}`),
  '/services/sent',
  '/privacy',
  '/terms',
  '/imprint',
];

test('these pages are static, accessible in both themes and never scroll sideways', async ({
  page,
  javaScriptEnabled,
}) => {
  for (const path of PAGES) {
    await page.goto(path);
    const again = await page.goto(path);
    expect(again?.headers()['x-nextjs-cache'], path).toBe('HIT');
    if (javaScriptEnabled === false) continue;
    await expectAccessible(page);
    for (const width of [390, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const { scrollWidth, clientWidth } = await page.evaluate(() => ({
        scrollWidth: document.documentElement.scrollWidth,
        clientWidth: document.documentElement.clientWidth,
      }));
      expect(scrollWidth, `${path} at ${width}`).toBeLessThanOrEqual(clientWidth);
    }
  }
});

test('a service tells search engines what it is', async ({ page }) => {
  await page.goto('/services/web-development');
  const data = await page.locator('script[type="application/ld+json"]').allTextContents();
  const things = data.map((json) => JSON.parse(json));
  expect(things.map((thing) => thing['@type']).sort()).toEqual(['BreadcrumbList', 'FAQPage', 'Service']);
  const questions = things.find((thing) => thing['@type'] === 'FAQPage').mainEntity;
  expect(questions.length).toBeGreaterThanOrEqual(5);
  for (const { name } of questions) await expect(page.getByText(name, { exact: true })).toHaveCount(1);
});
