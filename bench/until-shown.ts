import { setTimeout as sleep } from 'node:timers/promises';

/** Between two looks at a page. */
const LOOK_MS = 5;
const GIVE_UP_MS = 10_000;

/** Resolves when the page has `sign` in it, or has it no more; throws if it takes too long. */
export async function untilShown(url: string, sign: string, shown = true): Promise<void> {
  const deadline = performance.now() + GIVE_UP_MS;
  while (performance.now() < deadline) {
    const html = await (await fetch(url)).text();
    if (html.includes(sign) === shown) return;
    await sleep(LOOK_MS);
  }
  throw new Error(`${url} did not ${shown ? 'show' : 'drop'} ${sign} in ${GIVE_UP_MS} ms`);
}
