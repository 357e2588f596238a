import { type Random, shuffle } from './random';
import type { CompanySource, Seniority, Size, Team } from './types';

/** How many offers of each role; the sum is the size of the demo. */
export const QUOTA: Record<string, number> = {
  backend: 92,
  'full-stack': 54,
  frontend: 52,
  devops: 40,
  qa: 32,
  'data-engineer': 30,
  mobile: 26,
  'data-analyst': 20,
  'machine-learning': 20,
  security: 20,
  cloud: 18,
  embedded: 17,
  'data-scientist': 17,
  'ux-ui': 16,
  'product-manager': 16,
  'project-manager': 15,
  'business-analyst': 15,
  'it-support': 15,
  'engineering-manager': 13,
  architect: 12,
  'system-administrator': 12,
  erp: 11,
  'database-administrator': 10,
  network: 10,
  game: 9,
  'technical-writer': 8,
  other: 5,
};

const WEIGHT: Record<Size, number> = {
  '1-10': 1.2,
  '11-50': 5,
  '51-200': 9,
  '201-500': 13,
  '501-1000': 15,
  '1000+': 18,
};

const LADDER: Seniority[] = [
  ...Array<Seniority>(10).fill('mid'),
  ...Array<Seniority>(9).fill('senior'),
  ...Array<Seniority>(3).fill('junior'),
  ...Array<Seniority>(2).fill('lead'),
  'intern',
];
const LADDERS: Record<string, Seniority[]> = {
  'engineering-manager': ['manager'],
  architect: ['senior', 'senior', 'lead'],
  'product-manager': ['mid', 'mid', 'senior', 'senior', 'lead', 'junior', 'manager'],
  'project-manager': ['mid', 'mid', 'senior', 'senior', 'lead', 'junior'],
  'it-support': ['mid', 'mid', 'junior', 'junior', 'senior', 'intern', 'manager'],
  other: ['mid', 'mid', 'senior', 'junior', 'mid'],
};

/** Countries by what they pay, lowest first. */
const BY_PAY = ['UA', 'PT', 'ES', 'PL', 'CZ', 'EE', 'FR', 'SE', 'NL', 'DE', 'GB', 'IE', 'CA', 'US'];

export type Planned = { company: CompanySource; team: Team; role: string; seniority: Seniority };

function countRungs(random: Random, role: string, count: number): Map<Seniority, number> {
  const rungs = new Map<Seniority, number>();
  let ladder: Seniority[] = [];
  for (let place = 0; place < count; place++) {
    if (ladder.length === 0) ladder = shuffle(random, LADDERS[role] ?? LADDER);
    const rung = ladder.pop() ?? 'mid';
    rungs.set(rung, (rungs.get(rung) ?? 0) + 1);
  }
  return rungs;
}

/**
 * Spreads each level evenly over rich and poor countries; otherwise one senior in Lisbon beside one junior
 * in Denver turns the averages of a small role upside down.
 */
function assignSeniority(random: Random, role: string, places: Omit<Planned, 'seniority'>[]): Planned[] {
  const ordered = [...places].sort(
    (a, b) => BY_PAY.indexOf(a.company.country) - BY_PAY.indexOf(b.company.country),
  );
  const spread = [...countRungs(random, role, places.length)]
    .flatMap(([seniority, count]) =>
      Array.from({ length: count }, (_, index) => ({ seniority, at: (index + 0.5) / count })),
    )
    .sort((a, b) => a.at - b.at);
  return ordered.map((place, index) => ({ ...place, seniority: spread[index]?.seniority ?? 'mid' }));
}

/** Spreads the roles over the teams that hire them, so that larger houses have more offers. */
export function planOffers(random: Random, companies: readonly CompanySource[]): Planned[] {
  const load = new Map<CompanySource, number>();
  const teams = companies.flatMap((company) => company.teams.map((team) => ({ company, team })));
  const roles = Object.entries(QUOTA).sort(([, a], [, b]) => a - b);
  const planned = roles.flatMap(([role, quota]) => {
    const hiring = shuffle(
      random,
      teams.filter(({ team }) => team.hires.split(' ').includes(role)),
    );
    if (hiring.length === 0) throw new Error(`No team hires ${role}`);
    const taken = new Map<Team, number>();
    const weigh = ({ company, team }: (typeof hiring)[number]) =>
      ((load.get(company) ?? 0) + 1) / WEIGHT[company.size] + (taken.get(team) ?? 0) * 0.8;
    const places = Array.from({ length: quota }, () => {
      const best = hiring.reduce((kept, next) => (weigh(next) < weigh(kept) ? next : kept));
      load.set(best.company, (load.get(best.company) ?? 0) + 1);
      taken.set(best.team, (taken.get(best.team) ?? 0) + 1);
      return { ...best, role };
    });
    return assignSeniority(random, role, places);
  });
  return shuffle(random, planned);
}
