import { parentPort } from 'node:worker_threads';
import type { SkillSeed } from '@/db/seed/skills/skill-seed';
import type { ImportContext } from '@/domain/offers/import/job-posting';
import type { LineBatch } from '@/domain/offers/import/lines';
import { normaliseLines } from '@/domain/offers/import/normalise-lines';
import { loadGazetteer } from '@/domain/places/gazetteer';
import { createSkillMatcher } from '@/domain/roles/skill-matcher';

/** The half of an import that needs no database, on a thread of its own beside the half that does. */

/** What it is told first; every message after that is a batch. */
export type ImportFacts = Pick<ImportContext, 'now' | 'source' | 'fallbackSource' | 'rates'> & {
  skills: readonly SkillSeed[];
};

const SAMPLE = JSON.stringify({
  '@type': 'JobPosting',
  title: 'Backend developer',
  description: '<p>Build the ledger in Java, in Kraków.</p>',
  datePosted: '2026-01-05',
  hiringOrganization: { name: 'Sample' },
  url: 'https://example.com/1',
  jobLocation: { address: { addressLocality: 'Kraków', addressCountry: 'Poland' } },
  baseSalary: { currency: 'EUR', value: { value: 60_000, unitText: 'YEAR' } },
});

const gazetteer = loadGazetteer();
let context: ImportContext | undefined;

parentPort?.on('message', (message: ImportFacts | LineBatch) => {
  if ('lines' in message) {
    if (context) parentPort?.postMessage(normaliseLines(message, context));
    return;
  }
  context = { ...message, gazetteer, skills: createSkillMatcher(message.skills) };
  // Rules and names that are made ready at their first use are so from here on.
  normaliseLines({ lines: [{ number: 0, text: SAMPLE }], tooLong: [] }, context);
  parentPort?.postMessage('ready');
});
