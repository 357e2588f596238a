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
  // A client of its own for each test: limits count by client. The portal believes this header from loopback.
  // biome-ignore lint/correctness/noEmptyPattern: as above
  extraHTTPHeaders: async ({}, use) => use({ 'x-forwarded-for': randomClient() }),
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
        // Playwright's own, in the frame of a mail: nothing runs there.
        if (/^Blocked script execution in 'about:srcdoc'/.test(message.text())) return;
        faults.push(`console: ${message.text()}`);
      });
      await use(undefined);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** An address of the range reserved for trying things out (RFC 2544). */
export function randomClient(): string {
  const part = (most: number) => Math.floor(Math.random() * most);
  return `198.${18 + part(2)}.${part(256)}.${part(256)}`;
}

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
