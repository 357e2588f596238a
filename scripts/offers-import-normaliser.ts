import { Worker } from 'node:worker_threads';
import type { LineBatch } from '@/domain/offers/import/lines';
import type { NormalisedBatch } from '@/domain/offers/import/normalise-lines';
import type { ImportFacts } from './offers-import-worker';

export type Normaliser = {
  /** Hands over what the thread has to know of this import, once, and waits until it can begin. */
  prepare: (facts: ImportFacts) => Promise<void>;
  /** One batch at a time. */
  normalise: (batch: LineBatch) => Promise<NormalisedBatch>;
  stop: () => Promise<unknown>;
};

/** Starts the thread that reads postings; it loads its tables while the caller sees to the database. */
export function startNormaliser(): Normaliser {
  const worker = new Worker(new URL('./offers-import-worker.ts', import.meta.url), {
    // It lives on 120 MB; without a limit it would let garbage grow with the memory of the machine.
    resourceLimits: { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 24 },
  });
  let waiting: PromiseWithResolvers<NormalisedBatch | 'ready'> | undefined;
  let failure: unknown;
  worker.on('message', (answer: NormalisedBatch | 'ready') => waiting?.resolve(answer));
  worker.on('error', (error) => {
    failure = error;
    waiting?.reject(error);
  });

  function ask(message: ImportFacts | LineBatch): Promise<NormalisedBatch | 'ready'> {
    if (failure) return Promise.reject(failure);
    waiting = Promise.withResolvers();
    worker.postMessage(message);
    return waiting.promise;
  }
  return {
    prepare: async (facts) => void (await ask(facts)),
    normalise: async (batch) => (await ask(batch)) as NormalisedBatch,
    stop: () => worker.terminate(),
  };
}
