import { type SQL, sql } from 'drizzle-orm';
import { FACET_BASE } from '@/domain/offers/facets';
import { CONTRACTS, type OfferFilters, SENIORITIES, WORKPLACES } from '@/domain/offers/input';
import { asksOutsideIt } from '@/domain/offers/search-scope';

/**
 * What there is only a handful of, each a bit of one number: an offer has one level, one workplace, one set of
 * contracts, and so on; a search rules some of them out. One comparison tells whether an offer has none of those.
 */

/** Levels and workplaces are numbered from 1, as facets are; 0 is "not stated". */
const LEVEL_BIT = 0;
const WORKPLACE_BIT = LEVEL_BIT + SENIORITIES.length + 1;
/** One bit for each set of contracts, which is a number itself: a bit of it for each contract. */
const CONTRACTS_BIT = WORKPLACE_BIT + WORKPLACES.length + 1;
const OUTSIDE_IT_BIT = CONTRACTS_BIT + 2 ** CONTRACTS.length;
const PAY_NOT_STATED_BIT = OUTSIDE_IT_BIT + 1;

/** The traits with which an offer does not pass `filters`. */
export function ruledOut(filters: OfferFilters): number {
  let bits = 0;
  const ruleOut = (bit: number) => {
    bits |= 1 << bit;
  };
  const oneOf = (first: number, all: readonly string[], asked: readonly string[]) => {
    if (asked.length === 0) return;
    ruleOut(first);
    for (const [n, value] of all.entries()) if (!asked.includes(value)) ruleOut(first + n + 1);
  };
  oneOf(LEVEL_BIT, SENIORITIES, filters.seniority);
  oneOf(WORKPLACE_BIT, WORKPLACES, filters.workplace);
  if (filters.contract.length > 0) {
    const asked = filters.contract.reduce((set, contract) => set | (1 << CONTRACTS.indexOf(contract)), 0);
    for (let set = 0; set < 2 ** CONTRACTS.length; set++)
      if ((set & asked) === 0) ruleOut(CONTRACTS_BIT + set);
  }
  if (!asksOutsideIt(filters)) ruleOut(OUTSIDE_IT_BIT);
  if (filters.payStated) ruleOut(PAY_NOT_STATED_BIT);
  return bits;
}

/** SQL for the traits of a row of `offer_search`. Level and workplace are the second and third of its facets. */
export function traitsOf(row: SQL): SQL {
  const { seniority, workplace, contract } = FACET_BASE;
  const facets = sql`${row}.facets`;
  const contracts = sql`(
    select coalesce(sum(distinct 1 << (facet - ${raw(contract + 1)})), 0)::int from unnest(${facets}) facet
    where facet between ${raw(contract + 1)} and ${raw(contract + CONTRACTS.length)})`;
  return sql`(
    (1 << (${raw(LEVEL_BIT - seniority)} + ${facets}[2])) | (1 << (${raw(WORKPLACE_BIT - workplace)} + ${facets}[3]))
    | (1 << (${raw(CONTRACTS_BIT)} + ${contracts})) | (${row}.outside_it::int << ${raw(OUTSIDE_IT_BIT)})
    | ((${row}.salary is null)::int << ${raw(PAY_NOT_STATED_BIT)}))`;
}

function raw(value: number): SQL {
  return sql.raw(String(value));
}
