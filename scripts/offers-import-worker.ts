import { parentPort, workerData } from 'node:worker_threads';
import { SKILLS } from '@/db/seed/skills/skills';
import type { LineBatch } from '@/domain/offers/import/lines';
import { normaliseLines } from '@/domain/offers/import/normalise-lines';
import { loadGazetteer } from '@/domain/places/gazetteer';
import { createSkillMatcher } from '@/domain/roles/skill-matcher';

/** The half of an import that needs no database, on a thread of its own beside the half that does. */

export type ImportWorkerData = {
  now: Date;
  source: string | undefined;
  fallbackSource: string;
  rates: ReadonlyMap<string, number>;
};

const context = {
  ...(workerData as ImportWorkerData),
  gazetteer: loadGazetteer(),
  skills: createSkillMatcher(SKILLS),
};

parentPort?.on('message', (batch: LineBatch) => parentPort?.postMessage(normaliseLines(batch, context)));
parentPort?.postMessage('ready');
