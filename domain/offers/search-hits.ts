import { type SQL, sql } from 'drizzle-orm';
import { dayFacet, FEATURED } from './facets';
import { COUNT_CAP } from './search-counts';
import { conditionsOf, intArray, type Scope, tableOf } from './search-scope';

export const NEWEST_FIRST = sql`featured desc, published desc, id desc`;

/**
 * Below how many expected offers (times those wanted) it does not pay to go by days, and how many times the
 * days are taken that should hold enough. For one filter its kept count says it well; what is asked for together may go
 * together (Java, backend) or not at all (Java, frontend).
 */
const CERTAIN = { few: 1.5, margins: [1.1] };
const UNCERTAIN = { few: 0.5, margins: [0.4, 0.8, 1.6, 4] };

/**
 * CTE `name`: the newest offers in `scope`, one more than `cap` at most, with `columns`. Where many are
 * expected, days are read from the newest on until there are enough, each step only if those before it
 * held too few; featured offers, which come first whatever their day, are in the first.
 */
export function newestHits(name: string, scope: Scope, columns: SQL, cap = COUNT_CAP): SQL {
  const ctes: SQL[] = [];
  const parts: SQL[] = [];
  let missing = sql`${cap + 1}::int`;
  const steps = stepsOf(scope, cap);
  // In steps the index of facets is the one to use; written so, the index in this order is no candidate.
  const order = steps.length > 0 ? sql`featured::int desc, published desc, id desc` : NEWEST_FIRST;
  const take = (condition: SQL) => sql`
    select ${columns} from ${tableOf(scope)} where ${conditionsOf(scope)} ${condition}
      and ${missing} > 0 order by ${order} limit greatest(0, ${missing})`;
  let seen: number[] = [];
  for (const [i, days] of steps.entries()) {
    const step = sql.identifier(`${name}_${i}`);
    const fresh = i === 0 ? [FEATURED, ...days] : days;
    ctes.push(sql`${step} as materialized (${take(sql`and facets && ${intArray(fresh)} ${unseen(seen)}`)})`);
    parts.push(sql`select * from ${step}`);
    missing = sql`(select ${missing} - count(*) from ${step})`;
    seen = [...seen, ...fresh];
  }
  parts.push(sql`(${take(unseen(seen))})`);
  return sql.join(
    [...ctes, sql`${sql.identifier(name)} as materialized (${sql.join(parts, sql` union all `)})`],
    sql`, `,
  );
}

function unseen(facets: number[]): SQL {
  return facets.length === 0 ? sql`` : sql`and not facets && ${intArray(facets)}`;
}

/** Facets of the days to read in each step, without those of earlier ones. */
function stepsOf(scope: Scope, cap: number): number[][] {
  const size = scope.days.reduce((sum, day) => sum + day.offers, 0);
  const share = (offers: number) => Math.min(1, offers / Math.max(1, size));
  const density = scope.groups
    .filter((group) => group.key !== 'posted')
    .reduce((product, group) => product * share(group.offers), share(scope.words?.offers ?? size));
  const posted = scope.groups.find((group) => group.key === 'posted');
  const { few, margins } = scope.groups.length === 1 && !scope.words ? CERTAIN : UNCERTAIN;
  if (density * (posted?.offers ?? size) < few * cap) return [];

  const steps: number[][] = [];
  // Without a gap: offers outside IT may have been published on days that have no count.
  let next = Math.max(scope.days[0]?.facet ?? 0, dayFacet(scope.now) + 1);
  const end = posted ? Math.min(...posted.facets) : scope.days[Math.floor(scope.days.length / 2)]?.facet;
  for (const margin of margins) {
    const last = dayThatHolds(scope, (margin * cap) / density);
    if (last === undefined || end === undefined || last <= end) break;
    if (last > next) continue;
    steps.push(Array.from({ length: next - last + 1 }, (_, i) => next - i));
    next = last - 1;
  }
  return steps;
}

/** Facet of the day down to which so many offers were published. */
function dayThatHolds(scope: Scope, offers: number): number | undefined {
  let held = 0;
  for (const day of scope.days) {
    held += day.offers;
    if (held >= offers) return day.facet;
  }
  return undefined;
}
