import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { percentile } from './report';

const run = promisify(execFile);
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Scores = Record<(typeof CATEGORIES)[number], number>;

const FLAGS = [
  '--headless=new',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
].join(' ');

/** Lighthouse's scores (0 to 100) for `url` on its simulated phone: the median of `runs`. */
export async function scorePage(url: string, chromium: string, runs = 5): Promise<Scores> {
  const cli = createRequire(import.meta.url).resolve('lighthouse/cli/index.js');
  const all: Scores[] = [];
  for (let i = 0; i < runs; i++) {
    const { stdout } = await run(
      process.execPath,
      [
        cli,
        url,
        '--output=json',
        '--quiet',
        `--chrome-flags=${FLAGS}`,
        `--only-categories=${CATEGORIES.join(',')}`,
      ],
      { env: { ...process.env, CHROME_PATH: chromium }, maxBuffer: 64 * 2 ** 20 },
    );
    const { categories } = JSON.parse(stdout) as { categories: Record<string, { score: number }> };
    all.push(
      Object.fromEntries(
        CATEGORIES.map((name) => [name, Math.round((categories[name]?.score ?? 0) * 100)]),
      ) as Scores,
    );
  }
  return Object.fromEntries(
    CATEGORIES.map((name) => [
      name,
      percentile(
        all.map((scores) => scores[name]),
        0.5,
      ),
    ]),
  ) as Scores;
}
