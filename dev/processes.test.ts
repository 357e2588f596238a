import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { endProcess, runScript, startProcess, superviseProcess, untilExit } from './processes';

const WAITING = ['--eval', 'setInterval(() => {}, 1000)'];
const DEAF = ['--eval', 'process.on("SIGTERM", () => {}); process.send("up"); setInterval(() => {}, 1000)'];

test('a supervised process that dies is started again, until it is stopped', async () => {
  const started: ChildProcess[] = [];
  let again = () => {};
  const second = new Promise<void>((done) => {
    again = done;
  });
  const service = superviseProcess('test', () => {
    const child = startProcess(WAITING, {});
    started.push(child);
    if (started.length === 2) again();
    return child;
  });
  started[0]?.kill('SIGKILL');
  expect(await service.firstExit).toBe('SIGKILL');
  await second;
  await service.stop(5_000);
  expect(started.map((child) => child.signalCode)).toEqual(['SIGKILL', 'SIGTERM']);
});

test('a process that does not hear the request to end is ended', async () => {
  const child = startProcess(DEAF, {});
  await once(child, 'message');
  await endProcess(child, 100);
  expect(child.signalCode).toBe('SIGKILL');
});

test('a process ends when the one that started it has gone', async () => {
  const child = startProcess(WAITING, {});
  await once(child, 'spawn');
  child.disconnect();
  expect(await untilExit(child)).toBe(1);
});

test('a script that fails is told from one that succeeds', async () => {
  expect(await runScript('dev/command.ts', {})).toBe(true);
  expect(await runScript('scripts/no-such.ts', {}, 'quiet')).toBe(false);
});
