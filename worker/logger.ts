import { Logger } from 'graphile-worker';
import { log } from '@/lib/log';

const LEVELS = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const;

/** Graphile Worker's messages in our log. What it calls info (every job that ran) is our debug. */
export const workerLogger = new Logger((scope) => (level, message, meta) => {
  // Not the error itself: pg hangs its whole client on it.
  const stack = meta?.error instanceof Error ? meta.error.stack : undefined;
  log[LEVELS[level]]({ ...scope, stack }, message);
});
