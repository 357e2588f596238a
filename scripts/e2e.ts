import { runCommand, Trouble } from '@/dev/command';

const DIST_DIR = '.next-e2e';

/** The browser journeys against a portal of their own; arguments are passed on to Playwright. */
await runCommand(async () => {
  const { createRequire } = await import('node:module');
  const { buildPortal } = await import('@/dev/build');
  const { findChromium } = await import('@/dev/chromium');
  const { startTrialPortal } = await import('@/dev/trial-portal');
  const { startProcess, untilExit } = await import('@/dev/processes');
  const { isBuilt } = await import('@/dev/source-hash');

  const chromium = await findChromium();
  if (!isBuilt(DIST_DIR)) await buildPortal(DIST_DIR);
  const portal = await startTrialPortal(DIST_DIR);
  try {
    const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli');
    const journeys = startProcess(
      [playwright, 'test', '--config', 'e2e/playwright.config.ts', ...process.argv.slice(2)],
      { ...portal.variables, CHROMIUM_PATH: chromium, NODE_ENV: 'test' },
    );
    const reason = await untilExit(journeys);
    if (reason !== 0) throw new Trouble(`The browser journeys failed (${reason}).`);
  } finally {
    await portal.stop();
  }
});
