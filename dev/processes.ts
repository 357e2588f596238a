import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT, Trouble } from './command';

const LEASH = new URL('leash.mjs', import.meta.url).href;
const LEAN = new URL('lean-imports.mjs', import.meta.url).href;
export const NEXT = createRequire(import.meta.url).resolve('next/dist/bin/next');

type Variables = Record<string, string>;

/** Arguments of Node for the web server; `HOST` and `PORT` are read from its environment too. */
export function webArguments(
  { HOST, PORT }: { HOST: string; PORT: number },
  command: 'start' | 'dev' = 'start',
) {
  return [NEXT, command, '--hostname', HOST, '--port', String(PORT)];
}

export const WORKER_ARGUMENTS = scriptArguments('worker/main.ts');

function scriptArguments(file: string): string[] {
  return ['--import', 'tsx', '--import', LEAN, file];
}

/** Starts Node on `args` so that it ends with us, however we end. `output` is shown or can be read. */
export function startProcess(
  args: string[],
  variables: Variables,
  output: 'inherit' | 'pipe' = 'inherit',
): ChildProcess {
  return spawn(process.execPath, ['--import', LEASH, ...args], {
    cwd: ROOT,
    env: { ...makeEnvironment(variables), ROLECALL_SUPERVISOR: String(process.pid) },
    stdio: ['ignore', output, output, 'ipc'],
  });
}

/** Runs one of our scripts to its end; resolves to whether it succeeded. A quiet one is heard only if not. */
export async function runScript(file: string, variables: Variables, output?: 'quiet'): Promise<boolean> {
  const child = startProcess(scriptArguments(file), variables, output && 'pipe');
  let words = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      words += chunk;
    });
  }
  const reason = await untilExit(child);
  if (reason !== 0 && words) console.error(words.trimEnd());
  return reason === 0;
}

/** Turns this process into Node on `args`: no layer is left that would have to pass signals on. */
export function becomeProcess(args: string[], variables: Variables): never {
  process.execve?.(process.execPath, [process.execPath, ...args], makeEnvironment(variables));
  throw new Trouble('Rolecall runs on Linux, macOS and, under WSL, Windows.');
}

function makeEnvironment(variables: Variables): NodeJS.ProcessEnv {
  return { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...variables };
}

/** Settles with what the process ended by: an exit code, or the name of a signal. */
export function untilExit(child: ChildProcess): Promise<number | string> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  if (child.signalCode !== null) return Promise.resolve(child.signalCode);
  return new Promise((done) => child.once('exit', (code, signal) => done(code ?? signal ?? 0)));
}

/** Asks the process to end, and after `patience` milliseconds ends it. */
export async function endProcess(child: ChildProcess, patience: number): Promise<void> {
  const exit = untilExit(child);
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  await exit;
  clearTimeout(timer);
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
const STEADY_MS = 60_000;

export type Service = { stop: (patience: number) => Promise<void>; firstExit: Promise<number | string> };

/** Keeps a process running: one that dies is started again, after a pause that doubles while it keeps dying. */
export function superviseProcess(name: string, start: () => ChildProcess): Service {
  let child = start();
  let stopped = false;
  let pause = FIRST_PAUSE_MS;
  const firstExit = untilExit(child);

  async function watch(): Promise<void> {
    while (!stopped) {
      const began = Date.now();
      const reason = await untilExit(child);
      if (stopped) return;
      if (Date.now() - began > STEADY_MS) pause = FIRST_PAUSE_MS;
      console.error(`The ${name} process ended (${reason}); it is started again in ${pause / 1000} s.`);
      await sleep(pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      if (!stopped) child = start();
    }
  }
  void watch();

  return {
    firstExit,
    stop: (patience) => {
      stopped = true;
      return endProcess(child, patience);
    },
  };
}
