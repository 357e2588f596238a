import type { Contract } from '../input';
import { type JsonObject, listOf } from './json';

export type Employment = {
  contracts: Contract[];
  partTime: boolean;
  /** Nothing said what it is. */
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

/**
 * What a title says of the contract; the first that fits. Descriptions are not asked: there the same words
 * mostly speak of somebody else.
 */
const TITLES: [RegExp, Contract][] = [
  [
    /\b(?:intern|internship)\b(?!\s+(?:program(?:me)?s?\s+)?(?:manager|coordinator|director|lead|officer|advisor))/i,
    'internship',
  ],
  [/\bpraktik(?:um|ant)|\bwerkstudent|\bworking student\b|\bstagiaire\b|^stage\b/i, 'internship'],
  [/\bb2b (?:contract|only|engagement|\d+ months?)\b|\b(?:c2c|corp[- ]to[- ]corp)\b/i, 'b2b'],
  [/\buop\b.*\bb2b\b|\bb2b\b.*\buop\b/i, 'b2b'],
  [/^(?!.*\b(?:sales|marketing|account|business development|growth|vertrieb)).*\(b2b\)/i, 'b2b'],
  [/\bfreelanc|\bfreiberuf|\bfreie[rn]? mitarbeit|\bhonorarkraft|\bself[- ]employed\b|\b1099\b/i, 'contract'],
  // Not those who look after contractors and contracts: "Contractor Relations Manager", "Contract Manager".
  [
    /\bcontractors?\b(?!\s+(?:relations?|management|manager|support|success|sales|safety|services|coordinator|compliance|payments?|onboarding))/i,
    'contract',
  ],
  [/\b\d+[- ]?(?:months?|mo|weeks?)\.?[- ]contract\b/i, 'contract'],
  [
    /\(\s*contract(?:[- ]to[- ]hire)?\s*[),/|–—-]|\b(?:limited contract|contract[- ]to[- ]hire)\b/i,
    'contract',
  ],
  [/(?:[,/|–—]|\s-)\s*contract\s*(?:[)/|]|\s[-–]\s|$)/i, 'contract'],
];

/** Polish offers name both forms, to be chosen from: an employment contract (UoP) or a company's invoice. */
const EITHER = /\buop\b/i;

const PART_TIME = /\bpart[- ]?time\b|\bteilzeit\b|\bminijob\b|\bwerkstudent/i;

/**
 * Contract types and part time from `employmentType`, else from the title. FULL_TIME and PART_TIME count hours: where
 * nothing else is stated, a title that names the contract has the say.
 */
export function readEmployment(posting: JsonObject, title: string): Employment {
  const types = listOf(posting.employmentType)
    .flatMap((type) => (typeof type === 'string' ? type.split(/[,;|]/) : []))
    .map((type) =>
      type
        .toUpperCase()
        .replace(/^.*\//, '')
        .replaceAll(/[^A-Z0-9]/g, ''),
    );
  const stated = [...new Set(types.flatMap((type) => CONTRACTS[type] ?? []))];
  const partTime = !types.includes('FULLTIME') && (types.includes('PARTTIME') || PART_TIME.test(title));
  const named = TITLES.find(([pattern]) => pattern.test(title))?.[1];
  const onlyHours = types.every((type) => type === 'FULLTIME' || type === 'PARTTIME' || !CONTRACTS[type]);
  if (named && onlyHours) {
    return { contracts: EITHER.test(title) ? ['employment', named] : [named], partTime, guessed: false };
  }
  if (stated.length > 0) return { contracts: stated, partTime, guessed: false };
  return { contracts: ['employment'], partTime, guessed: !partTime };
}
