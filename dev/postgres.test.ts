import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect } from '@/db/client';
import { ROOT, Trouble } from './command';
import { findEmbeddedPostgres, startEmbeddedPostgres } from './postgres';

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'rolecall-data-'));
  chmodSync(dataDir, 0o755);
});

afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

async function query(url: string, text: string): Promise<unknown> {
  const { sql, close } = connect(url, { max: 1 });
  try {
    const [row] = await sql.unsafe(text);
    return row && Object.values(row)[0];
  } finally {
    await close();
  }
}

test('data outlives the server, and the password is for us alone', async () => {
  const first = await startEmbeddedPostgres({ dataDir });
  await query(first.url, 'create table kept as select 42 as it');
  await first.stop();
  expect(await findEmbeddedPostgres(dataDir)).toBeUndefined();
  expect(statSync(join(dataDir, 'postgres.password')).mode & 0o777).toBe(0o600);

  const second = await startEmbeddedPostgres({ dataDir });
  try {
    expect(await query(second.url, 'select it from kept')).toBe(42);
  } finally {
    await second.stop();
  }
});

test('a server that someone keeps is shared, and left to its keeper', async () => {
  const kept = await startEmbeddedPostgres({ dataDir });
  try {
    const guest = await startEmbeddedPostgres({ dataDir });
    expect(guest).toMatchObject({ url: kept.url, started: false, owner: process.pid });
    await guest.stop();
    expect(await query(kept.url, 'select 1')).toBe(1);
  } finally {
    await kept.stop();
  }
});

test('a server ends with the process that keeps it, though that is killed, and loses nothing', async () => {
  const url = join(dataDir, 'url');
  const keeper = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      '--input-type=module',
      '--eval',
      `import { writeFileSync } from 'node:fs';
       import { startEmbeddedPostgres } from './dev/postgres.ts';
       const { url } = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} });
       writeFileSync(${JSON.stringify(url)}, url);
       setInterval(() => {}, 1000);`,
    ],
    { cwd: ROOT, stdio: 'inherit' },
  );
  while (!existsSync(url) || !readFileSync(url, 'utf8')) {
    expect(keeper.exitCode).toBeNull();
    await sleep(50);
  }
  await query(readFileSync(url, 'utf8'), 'create table kept as select 42 as it');
  keeper.kill('SIGKILL');
  await once(keeper, 'exit');
  const pidFile = join(dataDir, 'postgres', 'postmaster.pid');
  while (existsSync(pidFile)) await sleep(50);

  const next = await startEmbeddedPostgres({ dataDir });
  try {
    expect(next.started).toBe(true);
    expect(await query(next.url, 'select it from kept')).toBe(42);
  } finally {
    await next.stop();
  }
});

test('a pid file whose number is now another process does not keep the server from starting', async () => {
  await (await startEmbeddedPostgres({ dataDir })).stop();
  const pidFile = join(dataDir, 'postgres', 'postmaster.pid');
  writeFileSync(pidFile, `${process.pid}\n${join(dataDir, 'postgres')}\n1\n5432\n\n127.0.0.1\n1 1\nready\n`);
  const server = await startEmbeddedPostgres({ dataDir });
  expect(server.started).toBe(true);
  await server.stop();
});

test.each([
  ['below a file', (folder: string) => join(folder, 'file', 'data')],
  ['a file', (folder: string) => join(folder, 'file')],
  ['below /proc', () => '/proc/rolecall'],
])('a data directory that cannot be used is told in one line: %s', async (_, place) => {
  writeFileSync(join(dataDir, 'file'), '');
  const refusal = startEmbeddedPostgres({ dataDir: place(dataDir) });
  await expect(refusal).rejects.toThrow(Trouble);
  await expect(refusal).rejects.toThrow(/^Cannot write to .*DATA_DIR=/);
});
