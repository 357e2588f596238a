import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from './command';
import { findFreePort } from './postgres';

// What a start says when it cannot be: always what is wrong and how to mend it, never a stack.

const taken = createServer();
let takenPort: number;
let freePort: number;

beforeAll(async () => {
  freePort = await findFreePort();
  takenPort = await findFreePort();
  taken.listen(takenPort, '127.0.0.1');
  await once(taken, 'listening');
});

afterAll(() => taken.close());

async function start(variables: Record<string, string>): Promise<{ status: number; words: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'dev/start.ts'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, NODE_ENV: 'test', PORT: String(freePort), ...variables },
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      words += chunk;
    });
  }
  const [status] = await once(child, 'close');
  return { status, words: words.trim() };
}

test('a taken port', async () => {
  expect(await start({ PORT: String(takenPort) })).toEqual({
    status: 1,
    words: `Port ${takenPort} is taken: stop what uses it, or choose another, such as PORT=${takenPort + 1} npm start`,
  });
});

test('a database that does not answer, without its password', async () => {
  const url = `postgres://me:secret@127.0.0.1:${freePort}/portal`;
  expect(await start({ DATABASE_URL: url, DEMO: '1' })).toEqual({
    status: 1,
    words: `DATABASE_URL: nothing listens at 127.0.0.1:${freePort}; start PostgreSQL there, or unset it to use the embedded one.`,
  });
});

test('an unfit environment, all faults at once', async () => {
  const { status, words } = await start({ PORT: 'abc', SITE_URL: 'nowhere' });
  expect(status).toBe(1);
  expect(words.split('\n')).toEqual([
    'The environment needs mending:',
    '  PORT must be a whole number',
    expect.stringMatching(/^ {2}SITE_URL must be/),
  ]);
});

test('a data directory that cannot be used', async () => {
  const { status, words } = await start({ DATA_DIR: '/dev/null/data' });
  expect(status).toBe(1);
  expect(words).toMatch(/^Cannot write to \/dev\/null\/data \(ENOTDIR\): .*$/);
});
