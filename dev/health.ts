import { setTimeout as sleep } from 'node:timers/promises';
import { Trouble } from './command';

const PATIENCE_MS = 60_000;

/** Waits until the portal serves, on this machine. Throws `Trouble` if it takes too long. */
export async function untilHealthy({ HOST, PORT }: { HOST: string; PORT: number }): Promise<void> {
  const host = HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${PORT}/api/health`;
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await sleep(100);
  }
  throw new Trouble(`The portal does not become healthy: ${url} says why.`);
}
