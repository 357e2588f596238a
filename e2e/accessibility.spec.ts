import { expect, expectAccessible, test } from './portal';

const PAGES = [
  '/',
  '/offers',
  '/offers?q=java&workplace=remote',
  '/offers?q=zzzzqqqq',
  '/roles',
  '/roles/backend',
  '/skills',
  '/skills/java',
  '/companies',
  '/salaries',
  '/salaries?contract=b2b&country=pl',
  '/locations/poland',
  '/newsletter',
  '/newsletter/archive',
  '/newsletter/preferences',
  '/newsletter/confirm',
  '/newsletter/unsubscribe',
];

for (const path of PAGES) {
  test(`${path} is accessible in both themes`, async ({ page }) => {
    await page.goto(path);
    await expectAccessible(page);
  });
}

test('an offer is accessible in both themes', async ({ page }) => {
  await page.goto('/offers');
  await page.getByRole('main').getByRole('heading', { level: 3 }).first().getByRole('link').click();
  await expect(page).toHaveURL(/\/offers\/.+-\d+$/);
  await expectAccessible(page);
});

test('a missing page is accessible in both themes', async ({ page, expectAnswer }) => {
  expectAnswer(404, /^\/no-such-page$/);
  await page.goto('/no-such-page');
  await expectAccessible(page);
});

test('no page scrolls sideways at 390, 768 or 1440 pixels', async ({ page }) => {
  for (const width of [390, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    for (const path of PAGES) {
      await page.goto(path);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${path} at ${width}`).toBeLessThanOrEqual(0);
    }
  }
});
