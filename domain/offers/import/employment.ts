import type { Contract } from '../input';
import { type JsonObject, listOf } from './json';

export type Employment = {
  contracts: Contract[];
  partTime: boolean /** Nothing said what it is. */;
  guessed: boolean;
};

/** https://schema.org/employmentType, as Google spells its values. */
const CONTRACTS: Record<string, Contract> = {
  FULLTIME: 'employment',
  PARTTIME: 'employment',
  PERMANENT: 'employment',
  CONTRACTOR: 'contract',
  CONTRACT: 'contract',
  FREELANCE: 'contract',
  TEMPORARY: 'contract',
  PERDIEM: 'contract',
  B2B: 'b2b',
  INTERN: 'internship',
  INTERNSHIP: 'internship',
};
const TITLES: [RegExp, Contract][] = [
  [/\bintern(?:ship)?\b|\bpraktik(?:um|ant)|\bwerkstudent|\bstagiaire\b/i, 'internship'],
  [/\bb2b (?:contract|only|engagement)\b|\(b2b\)/i, 'b2b'],
  [/\bfreelanc|\bcontractor\b|\b\d+[- ]months? contract\b/i, 'contract'],
];
const PART_TIME = /\bpart[- ]?time\b|\bteilzeit\b|\bminijob\b|\bwerkstudent/i;

/** Contract types and part time from `employmentType`, else from the title. */
export function readEmployment(posting: JsonObject, title: string): Employment {
  const types = listOf(posting.employmentType)
    .flatMap((type) => (typeof type === 'string' ? type.split(/[,;|]/) : []))
    .map((type) =>
      type
        .toUpperCase()
        .replace(/^.*\//, '')
        .replaceAll(/[^A-Z0-9]/g, ''),
    );
  const contracts = [...new Set(types.flatMap((type) => CONTRACTS[type] ?? []))];
  const partTime = !types.includes('FULLTIME') && (types.includes('PARTTIME') || PART_TIME.test(title));
  const named = TITLES.find(([pattern]) => pattern.test(title))?.[1];
  // FULL_TIME counts hours: it does not make an internship employment.
  if (named === 'internship' && contracts.every((contract) => contract === 'employment')) {
    return { contracts: [named], partTime, guessed: false };
  }
  if (contracts.length > 0) return { contracts, partTime, guessed: false };
  return { contracts: [named ?? 'employment'], partTime, guessed: named === undefined && !partTime };
}
