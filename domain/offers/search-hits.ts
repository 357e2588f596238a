import { type SQL, sql } from 'drizzle-orm';
import { FEATURED } from './facets';
import { COUNT_CAP } from './search-counts';
import { conditionsOf, intArray, type Scope, tableOf } from './search-scope';

export const NEWEST_FIRST = sql`featured desc, published desc, id desc`;

/** Below so many expected offers it does not pay to look at the newest days first. */
const FEW = 3 * COUNT_CAP;
/** How many more offers than needed are expected in the chosen days, since expectations err. */
const MARGIN = 1.3;
/** From this share of all offers on, they are found soonest by going through all in order. */
const BROAD = 0.15;

/**
 * CTE `name`: the newest offers in `scope`, one more than the cap at most, with `columns`. Where many are
 * expected, only the newest days are read (and featured offers, which come first whatever their day), and
 * everything only if those days turn out to hold too few.
 */
export function newestHits(name: string, scope: Scope, columns: SQL): SQL {
  const id = sql.identifier(name);
  const hits = (condition: SQL) => sql`
    select ${columns} from ${tableOf(scope)} where ${conditionsOf(scope)} ${condition}
    order by ${NEWEST_FIRST} limit ${COUNT_CAP + 1}`;
  const days = newestDays(scope);
  if (!days) return sql`${id} as materialized (${hits(sql``)})`;
  const recent = sql.identifier(`${name}_recent`);
  const enough = sql`(select count(*) > ${COUNT_CAP}::int from ${recent})`;
  return sql`
    ${recent} as materialized (${hits(sql`and facets && ${intArray([FEATURED, ...days])}`)}),
    ${id} as materialized (
      select * from ${recent} where ${enough}
      union all
      (select * from (${hits(sql``)}) everything where not ${enough})
    )`;
}

/** Facets of the newest days that should hold more offers of `scope` than are counted, if far from all do. */
function newestDays(scope: Scope): number[] | undefined {
  const size = scope.days.reduce((sum, day) => sum + day.offers, 0);
  if (scope.publishedAfter || size === 0) return undefined;
  const share = (offers: number) => Math.min(1, offers / size);
  const groups = scope.groups.reduce((product, group) => product * share(group.offers), 1);
  const expected = size * groups * (scope.words ? share(scope.words.offers) : 1);
  if (expected < FEW || (!scope.words && expected > size * BROAD)) return undefined;
  const wanted = (size * MARGIN * COUNT_CAP) / expected;
  const days: number[] = [];
  let covered = 0;
  for (const day of scope.days) {
    if (covered >= wanted) break;
    days.push(day.facet);
    covered += day.offers;
  }
  return covered < size / 2 ? days : undefined;
}
