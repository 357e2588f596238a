import { expect, test } from './portal';

// Runs in two projects, with and without JavaScript (playwright.config.ts).

test('a reader sees what roles pay, narrows it, and goes on to a role', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('contentinfo').getByRole('link', { name: 'What roles pay' }).click();
  await expect(page).toHaveURL(/\/salaries$/);
  const table = page.getByRole('table', { name: /^Median pay in EUR a year/ });
  const rows = table.getByRole('row');
  const all = await rows.count();
  expect(all).toBeGreaterThan(15);
  // The median with the offers that speak for it; never fewer than eight.
  const told = await table.getByText(/^n \d/).allTextContents();
  expect(told.length).toBeGreaterThan(20);
  expect(Math.min(...told.map((text) => Number(/n (\d+)/.exec(text)?.[1])))).toBeGreaterThanOrEqual(8);
  await expect(page.getByText(/^Withheld, with fewer than 8 offers/)).toBeVisible();

  await page
    .getByLabel('Contract')
    .selectOption({ label: await labelOf(page.getByLabel('Contract'), 'B2B') });
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/\/salaries\?contract=b2b/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What IT roles pay under B2B');
  expect(await rows.count()).toBeLessThan(all);
  expect(await page.locator('meta[name=robots]').getAttribute('content')).toContain('noindex');

  await page.getByLabel('Country').selectOption('pl');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What IT roles pay under B2B in Poland');
  await page.getByRole('link', { name: /B2B/ }).click();
  await expect(page).toHaveURL(/\/salaries\?country=pl$/);

  await page.goto('/salaries');
  await table.getByRole('link', { name: 'Backend developer' }).click();
  await expect(page).toHaveURL(/\/roles\/backend$/);
  await expect(page.getByRole('table', { name: /^Pay of backend developers, EUR a year/ })).toBeAttached();
});

test('a country of which nothing is known says so', async ({ page }) => {
  await page.goto('/salaries?country=va&contract=made-up');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('in Vatican City');
  await expect(page.getByText(/too few for any figure/)).toBeVisible();
  await page.getByRole('link', { name: 'Pay in all countries, under any contract' }).click();
  await expect(page).toHaveURL(/\/salaries$/);
});

async function labelOf(select: import('@playwright/test').Locator, start: string): Promise<string> {
  const labels = await select.locator('option').allTextContents();
  return labels.find((label) => label.startsWith(start)) ?? start;
}
