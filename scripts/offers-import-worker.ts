import { parentPort } from 'node:worker_threads';
import { SKILLS } from '@/db/seed/skills/skills';
import type { ImportContext } from '@/domain/offers/import/job-posting';
import type { LineBatch } from '@/domain/offers/import/lines';
import { normaliseLines } from '@/domain/offers/import/normalise-lines';
import { loadGazetteer } from '@/domain/places/gazetteer';
import { createSkillMatcher } from '@/domain/roles/skill-matcher';

/** The half of an import that needs no database, on a thread of its own beside the half that does. */

/** What it is told first; every message after that is a batch. */
export type ImportFacts = Pick<ImportContext, 'now' | 'source' | 'fallbackSource' | 'rates'>;

const gazetteer = loadGazetteer();
const skills = createSkillMatcher(SKILLS);
let context: ImportContext | undefined;

parentPort?.on('message', (message: ImportFacts | LineBatch) => {
  if ('lines' in message) {
    if (context) parentPort?.postMessage(normaliseLines(message, context));
    return;
  }
  context = { ...message, gazetteer, skills };
  parentPort?.postMessage('ready');
});
