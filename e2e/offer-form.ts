import type { Browser, BrowserContext, Page } from '@playwright/test';
import { expect, randomClient } from './portal';

const DESCRIPTION = [
  'You keep the feed that tells station boards when a train leaves.',
  'It is late about as often as the trains are, and we would like both to improve.',
  '### What you would do',
  '- Own the service that merges timetables with reports from the track.',
  '- Take your turn on call: one week in six, paid, with a day off after it.',
  '- Write down what you decide and why, so that the next one need not ask.',
  'We are nine people, we review each other’s work on the same day, and we deploy before lunch.',
].join('\n\n');

/** Another person at another machine, with JavaScript as this project has it. */
export async function newPerson(browser: Browser, javaScriptEnabled: boolean): Promise<BrowserContext> {
  return browser.newContext({
    javaScriptEnabled,
    baseURL: process.env.SITE_URL,
    extraHTTPHeaders: { 'x-forwarded-for': randomClient() },
  });
}

/** Fills in the form of an offer so that it is complete. */
export async function fillOffer(page: Page, title: string, withScript: boolean): Promise<void> {
  await page.getByLabel('Job title').fill(title);
  await page.getByLabel('Senior', { exact: true }).check();
  await page.getByLabel('On site').check();
  await page.getByLabel('Place', { exact: true }).fill('Kraków, Poland');
  await page.getByLabel('Contract').selectOption({ label: 'Employment' });
  await page.getByLabel('From').fill('18 000');
  await page.getByLabel('To', { exact: true }).fill('24 000');
  await page.getByLabel('Currency').selectOption('PLN');
  for (const [index, skill] of ['TypeScript', 'PostgreSQL', 'Kafka'].entries())
    await page.getByLabel(`Skill ${index + 1}`, { exact: true }).fill(skill);
  // The rich field hides the plain one, which is one click away.
  if (withScript) await page.getByRole('button', { name: 'Write Markdown' }).click();
  await page.getByRole('textbox', { name: 'The work, in your own words' }).fill(DESCRIPTION);
  await page.getByLabel('Where to apply').fill('https://kvarnen.example/jobs/412');
}

/** The bare list, as any visitor sees it, within the second that is promised. */
export async function expectListed(visitor: Page, title: string, listed: boolean): Promise<void> {
  await expect(async () => {
    await visitor.goto('/offers');
    await expect(visitor.getByRole('link', { name: title })).toHaveCount(listed ? 1 : 0, { timeout: 100 });
  }).toPass({ intervals: [100], timeout: 5_000 });
}
