import type { Page } from '@playwright/test';
import { expect, test } from './portal';

// Runs in two projects, with and without JavaScript (playwright.config.ts).

test('a candidate comes in, narrows the list, reads an offer and applies', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Main', exact: true })
    .getByRole('link', { name: 'Offers' })
    .click();
  await expect(page).toHaveURL(/\/offers$/);
  const all = await resultCount(page);
  expect(all).toBeGreaterThan(100);

  const filters = page.getByRole('search', { name: 'Offers' });
  await filters.getByRole('checkbox', { name: /^Remote/ }).check();
  await filters.getByRole('checkbox', { name: /^Senior/ }).check();
  await filters.getByRole('button', { name: 'Show offers' }).click();
  await expect(page).toHaveURL(/workplace=remote/);
  await expect(page).toHaveURL(/seniority=senior/);
  const narrowed = await resultCount(page);
  expect(narrowed).toBeGreaterThan(0);
  expect(narrowed).toBeLessThan(all);
  await expect(filters.getByRole('checkbox', { name: /^Remote/ })).toBeChecked();

  // A chip takes one filter off.
  await page.getByRole('link', { name: /^Remove filter: Senior/ }).click();
  await expect(page).not.toHaveURL(/seniority=/);
  expect(await resultCount(page)).toBeGreaterThan(narrowed);

  const first = page.getByRole('main').getByRole('listitem').getByRole('heading', { level: 3 }).first();
  const title = (await first.textContent())?.trim() ?? '';
  await first.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(page.getByText('Remote').first()).toBeVisible();

  const apply = page.getByRole('link', { name: /^Apply/ }).first();
  const href = await apply.getAttribute('href');
  expect(href).toMatch(/^\/offers\/[a-z0-9-]+\/apply$/);
  const answer = await page.request.get(href ?? '', { maxRedirects: 0 });
  expect([200, 303]).toContain(answer.status());
  if (answer.status() === 303) expect(answer.headers().location).toMatch(/^https?:\/\//);
});

test('a typing error still finds the skill', async ({ page }) => {
  await page.goto('/offers');
  await page.getByRole('searchbox').first().fill('kuberntes');
  await page.getByRole('button', { name: 'Show offers' }).first().click();
  await expect(page.getByText(/Showing results for/)).toContainText('kubernetes');
  expect(await resultCount(page)).toBeGreaterThan(0);
});

test('a search with no match offers the nearest one that has some', async ({ page }) => {
  await page.goto('/offers?role=game&skill=cobol&salary_min=900000');
  await expect(page.getByRole('status').first()).toContainText(/^0\soffers/);
  const nearest = page
    .getByRole('listitem')
    .filter({ hasText: /\d\soffers?$/ })
    .getByRole('link')
    .first();
  await nearest.click();
  expect(await resultCount(page)).toBeGreaterThan(0);
});

test('pages of a list follow each other and end honestly', async ({ page, request }) => {
  await page.goto('/offers?sort=salary');
  await page.getByRole('link', { name: /^Next/ }).click();
  await expect(page).toHaveURL(/page=2/);
  await expect(page.locator('link[rel="prev"]')).toHaveCount(1);
  await expect(page.locator('link[rel="next"]')).toHaveCount(1);
  expect((await request.get('/offers?page=49999')).status()).toBe(404);
});

test('a role, a skill, a place and a company each have a page', async ({ page }) => {
  await page.goto('/roles');
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Backend developer/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/roles\/backend$/);
  await page.getByRole('link', { name: /^Show all job offers/ }).click();
  await expect(page).toHaveURL(/role=backend/);
  await page.goto('/skills/postgresql');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('PostgreSQL');
  await page.goto('/locations/poland');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Poland');
  await page.goto('/companies');
  await page.getByRole('main').getByRole('table').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/companies\/[a-z0-9-]+$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('an address that leads nowhere says so', async ({ page, expectAnswer }) => {
  expectAnswer(404, /^\/no-such-page$/);
  const response = await page.goto('/no-such-page');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('link', { name: /offers/i }).first()).toBeVisible();
});

async function resultCount(page: Page): Promise<number> {
  const text = (await page.getByRole('status').first().textContent()) ?? '';
  return Number(/[\d\s\u00a0\u202f]*\d/.exec(text)?.[0].replaceAll(/\D/g, '') ?? Number.NaN);
}
