import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';

/** Answers that a journey expects to be an error; everything else fails the test. */
type Expected = { status: number; path: RegExp };

type Fixtures = {
  /** Announces an error answer that is part of the story. */
  expectAnswer: (status: number, path: RegExp) => void;
};

/**
 * A visitor's page that fails the test on any console error, page error or unexpected 4xx/5xx answer of
 * the portal.
 */
export const test = base.extend<Fixtures & { watched: undefined; announced: Expected[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  announced: async ({}, use) => use([]),
  expectAnswer: async ({ announced }, use) => use((status, path) => announced.push({ status, path })),
  watched: [
    async ({ page, announced }, use) => {
      const faults: string[] = [];
      const isAnnounced = (status: number, url: string) =>
        announced.some((one) => one.status === status && one.path.test(new URL(url).pathname));
      page.on('response', (response) => {
        if (response.status() >= 400 && !isAnnounced(response.status(), response.url())) {
          faults.push(`${response.status()} ${response.url()}`);
        }
      });
      page.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() !== 'error') return;
        // Chromium repeats a failed answer as a console error; the response itself was judged above.
        if (/Failed to load resource/.test(message.text())) return;
        faults.push(`console: ${message.text()}`);
      });
      await use(undefined);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Fails on any WCAG 2.2 A or AA violation that axe can see, in both themes. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    const told = violations.map(
      (v) => `${colorScheme}: ${v.id} at ${v.nodes.map((node) => node.target).join(', ')}`,
    );
    expect(told).toEqual([]);
  }
}
