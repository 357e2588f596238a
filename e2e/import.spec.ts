import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from './portal';

const run = promisify(execFile);
/** The same in each file: a source that repeats itself. */
const DATE_POSTED = new Date().toISOString();

/** What the portal promises of its static pages. */
const SOON = { timeout: 1_000, intervals: [100] };

/** Imports postings as an operator does in another shell, and gives what the command printed. */
async function importPostings(postings: unknown[], ...flags: string[]): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'rolecall-'));
  const file = path.join(folder, 'postings.jsonl');
  await writeFile(file, postings.map((posting) => JSON.stringify(posting)).join('\n'));
  const { stdout } = await run(
    process.execPath,
    ['--import', 'tsx', 'scripts/offers-import.ts', file, '--source', 'e2e', ...flags],
    { cwd: path.join(import.meta.dirname, '..') },
  );
  await rm(folder, { recursive: true });
  return stdout;
}

function posting(id: string, title: string) {
  return {
    '@type': 'JobPosting',
    identifier: { '@type': 'PropertyValue', name: 'e2e', value: id },
    title,
    description: '<p>You keep the ferry timetable true, in Go and PostgreSQL.</p>',
    datePosted: DATE_POSTED,
    hiringOrganization: { '@type': 'Organization', name: 'Skerry Ferries' },
    url: `https://skerry.example/jobs/${id}`,
    jobLocation: {
      '@type': 'Place',
      address: { '@type': 'PostalAddress', addressLocality: 'Gdańsk', addressCountry: 'PL' },
    },
  };
}

test('an imported offer is on the bare list within a second, and off it when its source drops it', async ({
  page,
  request,
}) => {
  test.slow();
  const title = `Backend developer, ferry timetables ${Date.now()}`;
  await page.goto('/offers');
  expect(await importPostings([posting('a', title), posting('b', 'Data engineer, tides')])).toContain(
    '2 created, 0 updated, 0 unchanged, 0 rejected',
  );
  await expect
    .poll(async () => (await (await request.get('/offers')).text()).includes(title), SOON)
    .toBe(true);

  expect(await importPostings([posting('a', title), posting('b', 'Data engineer, tides')])).toContain(
    '0 created, 0 updated, 2 unchanged, 0 rejected',
  );

  await page.goto('/offers');
  await page.getByRole('link', { name: title }).click();
  const offer = new URL(page.url()).pathname;
  expect(await (await request.get(offer)).text()).toContain('"JobPosting"');

  await importPostings([posting('b', 'Data engineer, tides')], '--snapshot');
  await expect
    .poll(async () => (await (await request.get('/offers')).text()).includes(title), SOON)
    .toBe(false);
  const closed = await request.get(offer);
  expect(closed.status()).toBe(200);
  const html = await closed.text();
  expect(html).toContain('noindex');
  expect(html).not.toContain('"JobPosting"');
});
