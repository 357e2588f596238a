import { type SQL, sql } from 'drizzle-orm';
import { spanOfTurn } from './facets';
import { COUNT_CAP } from './search-counts';
import { conditionsOf, intArray, type Scope, type Turn, tableOf, withoutGroup } from './search-scope';

export const NEWEST_FIRST = sql`featured desc, published desc, id desc`;
/** The same order; written so, the planner cannot walk the index in that order, and takes the one of facets. */
const NEWEST_OF_FOUND = sql`featured::int desc, published desc, id desc`;

/**
 * Below how many expected offers (times those wanted) it does not pay to go by turns, and how many times
 * the turns are taken that should hold enough. For one filter its kept count says it well; what is asked
 * for together may go together (Java, backend) or not at all (Java, frontend).
 */
const CERTAIN = { few: 2, margins: [1.1] };
const UNCERTAIN = { few: 2, margins: [0.5, 1.5] };

/**
 * CTE `name`: the newest offers in `scope`, one more than `cap` at most, with `columns`. Where many are
 * expected, they are read turn by turn, in steps, each only if those before it held too few.
 */
export function newestHits(name: string, scope: Scope, columns: SQL, cap = COUNT_CAP): SQL {
  const { steps, rest } = stepsOf(scope, cap);
  const conditions = conditionsOf(steps.length > 0 ? withoutGroup(scope, 'posted') : scope);
  const ctes: SQL[] = [];
  const parts: SQL[] = [];
  let missing = sql`${cap + 1}::int`;
  const take = (condition: SQL) => sql`
    select ${columns} from ${tableOf(scope)} where ${conditions} ${condition}
      and ${missing} > 0 order by ${NEWEST_OF_FOUND} limit greatest(0, ${missing})`;
  for (const [i, turns] of steps.entries()) {
    const step = sql.identifier(`${name}_${i}`);
    ctes.push(sql`${step} as materialized (${take(sql`and facets && ${intArray(turns)}`)})`);
    parts.push(sql`select * from ${step}`);
    missing = sql`(select ${missing} - count(*) from ${step})`;
  }
  parts.push(sql`(${take(rest)})`);
  ctes.push(sql`${sql.identifier(name)} as materialized (${sql.join(parts, sql` union all `)})`);
  return sql.join(ctes, sql`, `);
}

/** The turns to read in each step, and the condition on what is left after them. */
function stepsOf(scope: Scope, cap: number): { steps: number[][]; rest: SQL } {
  const size = sum(scope.turns);
  const share = (offers: number) => Math.min(1, offers / Math.max(1, size));
  const density = scope.groups
    .filter((group) => group.key !== 'posted')
    .reduce((product, group) => product * share(group.offers), share(scope.words?.offers ?? size));
  const posted = scope.groups.find((group) => group.key === 'posted');
  const turns = posted ? scope.turns.filter(({ facet }) => posted.facets.includes(facet)) : scope.turns;
  const { few, margins } = scope.groups.length === 1 && !scope.words ? CERTAIN : UNCERTAIN;
  if (density * sum(turns) < few * cap) return { steps: [], rest: sql`` };

  const steps: number[][] = [];
  let read = 0;
  let held = 0;
  for (const margin of margins) {
    const step: number[] = [];
    for (; held < (margin * cap) / density && read < turns.length; read++) {
      const turn = turns[read];
      if (!turn) break;
      step.push(turn.facet);
      held += turn.offers;
    }
    if (step.length > 0) steps.push(step);
    if (held > sum(turns) / 2) break;
  }
  const left = turns.slice(read).map(({ facet }) => facet);
  const last = turns[read - 1];
  if (posted || !last) return { steps, rest: sql`and facets && ${intArray(left)}` };
  const { from, featured } = spanOfTurn(last.facet);
  const before = sql`published < ${from.toISOString()}`;
  return {
    steps,
    rest: featured ? sql`and (not featured or ${before})` : sql`and not featured and ${before}`,
  };
}

function sum(turns: Turn[]): number {
  return turns.reduce((total, turn) => total + turn.offers, 0);
}
