import { expectListed, fillOffer, newPerson } from './offer-form';
import { askForSignInLink, awaitMail, linkIn, signIn } from './people';
import { expect, expectAccessible, test } from './portal';

test.setTimeout(150_000);

test('an offer is written without an account, found again elsewhere, published, edited, paused and filled', async ({
  page,
  browser,
  javaScriptEnabled,
}, info) => {
  const withScript = javaScriptEnabled !== false;
  const mark = `${info.project.name.length}${Date.now().toString(36)}`;
  const title = `Senior backend developer, boards ${mark}`;
  const address = `halina-${mark}@kvarnen-${mark}.example`;
  const visitor = await (await browser.newContext({ baseURL: process.env.SITE_URL })).newPage();

  // Without an account.
  await page.goto('/post-a-job');
  if (withScript) await expectAccessible(page);
  await fillOffer(page, title, withScript);
  await page.getByRole('button', { name: 'Send the offer' }).click();
  await expect(page.getByText('Sign in by mail')).toBeVisible();
  const link = await askForSignInLink(page, address);
  const draftUrl = new URL(link).searchParams.get('next') ?? '';
  await page.close();

  // In a second browser, by the mailed link.
  const second = await newPerson(browser, withScript);
  const employer = await second.newPage();
  await employer.goto(link);
  await employer.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(employer).toHaveURL(new RegExp(draftUrl.split('=').at(-1) ?? ''));
  await expect(employer.getByLabel('Job title')).toHaveValue(title);
  await expect(employer.getByLabel('From')).toHaveValue('18 000');
  // The first browser shows it no more.
  expect((await visitor.goto(draftUrl))?.status()).not.toBe(500);
  await expect(visitor.getByText(title)).toHaveCount(0);

  // A company first, then the offer is complete.
  await employer.getByRole('button', { name: 'Send the offer' }).click();
  await expect(employer).toHaveURL(/\/employer\/company\/new/);
  if (withScript) await expectAccessible(employer);
  await employer.getByLabel('Company', { exact: true }).fill(`Kvarnen ${mark}`);
  await employer.getByLabel('Website').fill(`https://kvarnen-${mark}.example`);
  await employer.getByRole('button', { name: 'Go on' }).click();
  await expect(employer.getByLabel('Job title')).toHaveValue(title);
  await employer.getByRole('button', { name: 'Send the offer' }).click();
  await expect(employer).toHaveURL(/\/employer\/offers\/\d+/);
  await expect(employer.getByRole('heading', { name: 'Choose a plan' })).toBeVisible();
  const id = /offers\/(\d+)/.exec(employer.url())?.[1];
  await expectListed(visitor, title, false);

  // The operator's gift.
  const office = await newPerson(browser, withScript);
  const operator = await office.newPage();
  await signIn(operator, 'operator@rolecall.example', `/operator/offers/${id}`);
  if (withScript) await expectAccessible(operator);
  await operator.getByLabel('Publish it as a gift').check();
  await operator.getByRole('button', { name: 'Decide' }).click();
  await expectListed(visitor, title, true);
  await operator.goto('/operator/audit');
  await expect(operator.getByText(title).first()).toBeVisible();
  const published = await awaitMail(operator, address, /^On the list/);
  expect(new URL(linkIn(published, /\/offers\//)).pathname).toMatch(new RegExp(`^/offers/.*-${id}$`));

  // Edited.
  const edited = `${title}, second edition`;
  await employer.goto(`/employer/offers/${id}/edit`);
  await employer.getByLabel('Job title').fill(edited);
  await employer.getByRole('button', { name: 'Save the changes' }).click();
  await expect(employer).toHaveURL(new RegExp(`/employer/offers/${id}(?:\\?|$)`));
  await expectListed(visitor, edited, true);

  // Paused, resumed, filled.
  await employer.goto('/employer');
  if (withScript) await expectAccessible(employer);
  await employer.getByRole('button', { name: `Pause “${edited}”` }).click();
  await expectListed(visitor, edited, false);
  await employer.getByRole('button', { name: `Resume “${edited}”` }).click();
  await expectListed(visitor, edited, true);
  await employer.getByText(`Mark filled “${edited}”`).click();
  await employer.getByRole('button', { name: 'It is filled' }).click();
  await expectListed(visitor, edited, false);
  await visitor.goto(linkIn(published, /\/offers\//));
  await expect(visitor.getByRole('heading', { level: 1 })).toContainText(edited);
  for (const context of [second, office]) await context.close();
});

test('what is wrong with an offer is said beside its field, and nothing typed is lost', async ({
  page,
  javaScriptEnabled,
}) => {
  // axe needs scripts in the page; the pages are the same without.
  const withScript = javaScriptEnabled !== false;
  await page.goto('/post-a-job');
  await page.getByLabel('Job title').fill('Data engineer');
  await page.getByLabel('Contract').selectOption({ label: 'B2B' });
  await page.getByLabel('From').fill('21 000');
  await page.getByLabel('To', { exact: true }).fill('18 000');
  await page.getByRole('button', { name: 'Send the offer' }).click();
  await expect(page.getByText('The upper figure is below the lower one.').first()).toBeVisible();
  await expect(page.getByLabel('Job title')).toHaveValue('Data engineer');
  await expect(page.getByLabel('From')).toHaveValue('21 000');
  if (withScript) await expectAccessible(page);
  // Whoever comes back to the form finds it.
  await page.goto('/post-a-job');
  await page.getByRole('link', { name: /Data engineer/ }).click();
  await expect(page.getByLabel('To', { exact: true })).toHaveValue('18 000');
});
