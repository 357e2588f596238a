import { defineConfig } from '@playwright/test';

/** They change what holds for everybody, so nobody else is about. With and without JavaScript by themselves. */
const OF_THE_PORTAL = 'operator-money.spec.ts';

/** Run by scripts/e2e.ts, which starts a portal and says where it is. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  // The server and the browser share the machine, and each file's tests build upon one another.
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  projects: [
    { name: 'with JavaScript', testIgnore: OF_THE_PORTAL },
    {
      name: 'without JavaScript',
      testMatch: [
        'alerts.spec.ts',
        'candidate.spec.ts',
        'employer.spec.ts',
        'newsletter-issue.spec.ts',
        'newsletter.spec.ts',
        'operator-texts.spec.ts',
        'payments.spec.ts',
        'roles.spec.ts',
        'salaries.spec.ts',
        'services.spec.ts',
      ],
      use: { javaScriptEnabled: false },
    },
    {
      name: 'the operator’s settings',
      testMatch: OF_THE_PORTAL,
      dependencies: ['with JavaScript', 'without JavaScript'],
    },
  ],
  use: {
    baseURL: process.env.SITE_URL,
    locale: 'en-GB',
    timezoneId: 'UTC',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        // Chromium's sandbox refuses to run as root.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    },
  },
});
