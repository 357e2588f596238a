import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { importRun, offer } from '@/db/schema/offers';
import { useTestDatabase } from '@/dev/testing/database';

const test = useTestDatabase();
const folder = mkdtempSync(join(tmpdir(), 'offers-import-'));
const rejectsFile = join(folder, 'offers-import.rejects.tsv');
const SECONDS = 60_000;

function posting(id: string, more: object = {}): string {
  return JSON.stringify({
    '@type': 'JobPosting',
    identifier: { name: 'board', value: id },
    title: `Backend developer ${id}`,
    description: '<p>Build the ledger in Java.</p>',
    datePosted: '2026-01-05',
    hiringOrganization: { name: `Company ${id.slice(-1)}` },
    url: `https://board.example/jobs/${id}`,
    employmentType: 'FULL_TIME',
    jobLocationType: 'TELECOMMUTE',
    applicantLocationRequirements: { '@type': 'Country', name: 'Poland' },
    ...more,
  });
}

function file(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content);
  return name;
}

function start(...args: string[]) {
  return spawn(process.execPath, ['--import', 'tsx', 'scripts/offers-import.ts', ...args], {
    env: { ...process.env, DATABASE_URL: test.url, DEMO: '1', INIT_CWD: folder },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

async function run(args: string[], input = '') {
  const child = start(...args);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdin.end(input);
  const code = await new Promise((resolve) => child.on('close', resolve));
  return { code, stderr, stdout, counts: stdout.trimEnd().split('\n').at(-1) };
}

const states = async (source: string) => {
  const rows = await test.db
    .select({ id: offer.sourceId, state: offer.state })
    .from(offer)
    .where(eq(offer.source, source));
  return Object.fromEntries(rows.map(({ id, state }) => [id, state]));
};

describe('npm run offers:import', () => {
  it(
    'imports, gives every reject its line and reason, and finds nothing new the second time',
    async () => {
      const hostile = [
        posting('1'),
        'not JSON',
        '',
        '[1, [2]]',
        posting('2', { title: '' }),
        posting('3', { description: 'x'.repeat(1_100_000) }),
        posting('4', { url: 'javascript:alert(1)' }),
        posting('5', {
          title: 'NUL \u0000 and half \ud800 a pair',
          hiringOrganization: [[{ name: ['Ромашка'] }]],
        }),
        posting('6', {
          title: '软件工程师',
          jobLocation: [[]],
          skills: [[['Go']]],
          baseSalary: [[{ value: [] }]],
        }),
        posting('1', { title: 'Backend developer 1' }),
        `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
      ];
      const name = file('hostile.jsonl', hostile.join('\n'));
      const first = await run([name]);
      expect(first).toMatchObject({
        code: 0,
        stderr: '',
        counts: '3 created, 0 updated, 1 unchanged, 6 rejected',
      });
      expect(readFileSync(rejectsFile, 'utf8').trimEnd().split('\n')).toEqual([
        '2\tnot JSON',
        '4\tnot a JobPosting',
        '5\tno title',
        '6\tline longer than 1,000,000 bytes',
        '7\tURL is not http(s)',
        '11\tnot a JobPosting',
      ]);
      const [run1] = await test.db.select().from(importRun);
      expect(run1).toMatchObject({
        source: name,
        counts: { created: 3, rejected: 6 },
        finishedAt: expect.any(Date),
      });

      file('hostile.jsonl.gz', gzipSync(hostile.join('\n')));
      const again = await run(['hostile.jsonl.gz']);
      expect(again.counts).toBe('0 created, 0 updated, 4 unchanged, 6 rejected');
      expect(await test.db.$count(offer)).toBe(3);
    },
    SECONDS,
  );

  it(
    'reads standard input, under the source it is told, and leaves no stale rejects',
    async () => {
      const result = await run(['-', '--source', 'partner'], `${posting('1')}\n${posting('2')}\n`);
      expect(result).toMatchObject({ code: 0, counts: '2 created, 0 updated, 0 unchanged, 0 rejected' });
      expect(await states('partner')).toEqual({ 1: 'live', 2: 'live' });
      expect(existsSync(rejectsFile)).toBe(false);
    },
    SECONDS,
  );

  it(
    'stores nothing in a dry run',
    async () => {
      const result = await run(['-', '--source', 'dry', '--dry-run'], `${posting('1')}\nnot JSON\n`);
      expect(result).toMatchObject({ code: 0, counts: '1 created, 0 updated, 0 unchanged, 1 rejected' });
      expect(await states('dry')).toEqual({});
    },
    SECONDS,
  );

  it(
    'closes with --snapshot what is no longer listed, but not because of an empty or broken list',
    async () => {
      await run(['-', '--source', 'snap'], [posting('1'), posting('2'), posting('3')].join('\n'));
      const empty = await run(['-', '--source', 'snap', '--snapshot']);
      expect(empty).toMatchObject({ code: 0, stderr: expect.stringContaining('Nothing was closed') });
      const broken = await run(['-', '--source', 'snap', '--snapshot'], [posting('1'), '-', '-'].join('\n'));
      expect(broken).toMatchObject({ code: 0, stderr: expect.stringContaining('Nothing was closed') });
      expect(await states('snap')).toEqual({ 1: 'live', 2: 'live', 3: 'live' });
      const shorter = await run(
        ['-', '--source', 'snap', '--snapshot'],
        [posting('1'), posting('3')].join('\n'),
      );
      expect(shorter.stdout).toContain('1 closed');
      expect(await states('snap')).toEqual({ 1: 'live', 2: 'expired', 3: 'live' });
      expect(await states('board')).not.toMatchObject({ 1: 'expired' });
    },
    SECONDS,
  );

  it(
    'completes with a second run what was killed in the first',
    async () => {
      const lines = Array.from({ length: 3_000 }, (_, n) => posting(`k${n}`)).join('\n');
      const name = file('killed.jsonl', lines);
      const child = start(name, '--source', 'killed');
      const ended = new Promise((resolve) => child.on('close', resolve));
      while ((await test.db.$count(offer, eq(offer.source, 'killed'))) === 0)
        await new Promise((resolve) => setTimeout(resolve, 20));
      child.kill('SIGKILL');
      await ended;
      const before = await test.db.$count(offer, eq(offer.source, 'killed'));
      expect(before).toBeLessThan(3_000);
      const { counts } = await run([name, '--source', 'killed']);
      expect(counts).toBe(`${3_000 - before} created, 0 updated, ${before} unchanged, 0 rejected`);
    },
    SECONDS,
  );

  it(
    'says in one line what is wrong with a file, and fails',
    async () => {
      file('cut.jsonl.gz', gzipSync(posting('1').repeat(50)).subarray(0, 100));
      for (const [args, message] of [
        [['none.jsonl'], /^none\.jsonl cannot be read: there is no such file\.$/],
        [['cut.jsonl.gz'], /^cut\.jsonl\.gz cannot be read: its gzip data ends too early\.$/],
      ] as const) {
        const { code, stderr } = await run([...args]);
        expect([code, stderr.trimEnd()]).toEqual([1, expect.stringMatching(message)]);
      }
    },
    SECONDS,
  );
});
