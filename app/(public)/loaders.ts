import { cached } from '@/app/cached';
import { database } from '@/db/pool';
import {
  countRoles,
  countSkills,
  type HiringCompany,
  listHiringCompanies,
  type RoleCount,
} from '@/domain/market/counts';
import { getPayFigures } from '@/domain/market/queries';
import { getRollCounts, listJustConfirmed, listRollHistory, type RollCounts } from '@/domain/market/roll';
import {
  chooseRollLines,
  type Fortnight,
  type PayFigures,
  type RollLine,
  rollFortnights,
} from '@/domain/market/rules';
import { loadOfferRows } from '@/domain/offers/rows';
import type { OfferRow } from '@/domain/offers/rules';
import { utcDay } from './today';

const LATEST = 7;
const ROLES_IN_MARKET = 6;
const ROLL_CANDIDATES = 200;
const ROLL_LINES = 5;
/** Fewer lines than this show nothing of how the roll works. */
const ROLL_LINES_NEEDED = 3;
const SKILLS = 6;
const COMPANIES = 18;

export type Home = {
  today: string;
  counts: RollCounts;
  rows: OfferRow[];
  pay: PayFigures;
  /** The largest roles. */
  market: RoleCount[];
  /** Empty where there is no history to show. */
  roll: { fortnights: Fortnight[]; lines: RollLine[] };
  roles: RoleCount[];
  skills: { slug: string; name: string; offers: number }[];
  companies: HiringCompany[];
  companiesTotal: number;
};

/** Everything that the front page has counted. */
export function loadHome(): Promise<Home> {
  return cached(['home'], ['offers', 'day', 'pay-figures'], async () => {
    const [db, now] = [database(), new Date()];
    const [counts, latest, pay, roles, skills, hiring, history] = await Promise.all([
      getRollCounts(db, now),
      listJustConfirmed(db, LATEST),
      getPayFigures(db),
      countRoles(db),
      countSkills(db),
      listHiringCompanies(db, { page: 1, pageSize: COMPANIES }),
      listRollHistory(db, now, ROLL_CANDIDATES),
    ]);
    const fortnights = rollFortnights(now);
    const lines = chooseRollLines(history, fortnights, ROLL_LINES);
    const bySize = roles.filter((role) => role.offers > 0).sort((a, b) => b.offers - a.offers);
    return {
      today: utcDay(now),
      counts,
      rows: await loadOfferRows(db, latest),
      pay,
      market: bySize.slice(0, ROLES_IN_MARKET),
      roll: { fortnights, lines: lines.length >= ROLL_LINES_NEEDED ? lines : [] },
      roles,
      skills: skills
        .filter((skill) => skill.offers > 0)
        .sort((a, b) => b.offers - a.offers)
        .slice(0, SKILLS)
        .map(({ slug, name, offers }) => ({ slug, name, offers })),
      companies: hiring.companies,
      companiesTotal: hiring.total,
    };
  });
}
