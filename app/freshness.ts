import { randomUUID } from 'node:crypto';
import { listenForInvalidations, SITE_TAG } from '@/db/invalidation';
import { pool } from '@/db/pool';
import { env } from '@/lib/env';
import { log } from '@/lib/log';

const KEY = Symbol.for('rolecall.freshness');
/** Shared by the bundles of one process: instrumentation and route handlers are built apart. */
type Freshness = { secret: string; ready: boolean };
const holder = globalThis as { [KEY]?: Freshness };

/** Changes that come together are passed on together; well inside the promised second. */
const GATHER_MS = 25;
const RETRY_MS = 250;
/**
 * A page whose rendering began before a change and ends after its revalidation would be kept with the old
 * state: each tag is revalidated again when such renderings are over, and once more for a machine so busy that
 * they take seconds.
 */
const ECHOES_MS = [500, 5_000];

export function freshness(): Freshness {
  holder[KEY] ??= { secret: randomUUID(), ready: false };
  return holder[KEY];
}

/**
 * Keeps this process' static pages true: everything is rendered anew after boot (the build has seen an
 * empty database) and after a lost connection; single tags as their changes commit. Tags can only be
 * revalidated inside a request, hence the call to our own internal route.
 */
export async function startFreshness(): Promise<void> {
  const state = freshness();
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    const tags = [...waiting];
    waiting.clear();
    timer = undefined;
    try {
      await postTags(tags, state.secret);
      for (const delay of ECHOES_MS) {
        setTimeout(() => postTags(tags, state.secret).catch(() => gather(tags)), delay);
      }
      if (tags.includes(SITE_TAG)) state.ready = true;
    } catch (error) {
      log.debug({ err: error }, 'revalidation will be tried again');
      gather(tags, RETRY_MS);
    }
  }

  function gather(tags: string[], delay = GATHER_MS): void {
    for (const tag of tags) waiting.add(tag);
    if (!timer) timer = setTimeout(flush, delay);
  }

  await listenForInvalidations(pool().sql, () => gather([SITE_TAG]), gather);
}

async function postTags(tags: string[], secret: string): Promise<void> {
  const { HOST, PORT } = env();
  const host = HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST;
  const response = await fetch(
    `http://${host.includes(':') ? `[${host}]` : host}:${PORT}/api/internal/revalidate`,
    {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify(tags),
    },
  );
  if (!response.ok) throw new Error(`revalidation answered ${response.status}`);
}
