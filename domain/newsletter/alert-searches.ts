import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { idArray, jsonRows } from '@/domain/offers/changes';
import { numberedFacet, PAY_STATED, payBandsFrom } from '@/domain/offers/facets';
import type { OfferFilters } from '@/domain/offers/input';
import {
  findNamed,
  NAMED_KEYS,
  type NamedKey,
  partWords,
  textQuery,
  wordsQuery,
} from '@/domain/offers/search-scope';
import { mendWords } from '@/domain/offers/search-words';
import { parseAlertQuery } from './input';
import { ruledOut } from './traits';

/** What alerts look for, in the form in which new offers are matched with it. */

const BATCH = 5_000;
/** A facet that every offer has. */
export const EVERY_OFFER = 0;

const NUMBERED_KEYS = ['seniority', 'workplace', 'contract'] as const;

/**
 * Derives the search of every active alert that has none yet, and those that are stale: something that they name
 * has changed. Equal searches share a row. Safe to repeat and to run beside itself.
 */
export async function deriveSearches(db: Db): Promise<void> {
  for (;;) {
    const alerts = await db.execute<{ id: number; query: string }>(sql`
      select id, query from subscription
      where kind = 'alert' and state = 'active' and search_id is null order by id limit ${BATCH}`);
    const stale = await db.execute<{ query: string }>(sql`
      select query from alert_search where stale order by id limit ${BATCH}`);
    if (alerts.length + stale.length === 0) return;
    // In one order, so that two workers wait for each other in no circle.
    const queries = [...new Set([...alerts, ...stale].map(({ query }) => query))].sort();
    await db.transaction(async (tx) => {
      await saveSearches(tx, queries);
      await tx.execute(sql`
        update subscription s set search_id = a.id from alert_search a
        where s.id = any(${idArray(alerts.map(({ id }) => id))}) and a.query = s.query`);
    });
  }
}

type Derived = Record<NamedKey, number[] | null> & {
  query: string;
  filters: OfferFilters;
  text: string | null;
};

/** `tree`: the part of its words that an index could look up, as Postgres writes it. */
type Saved = { id: number; query: string; tree: string | null };

async function saveSearches(db: Db, queries: string[]): Promise<void> {
  const asked = queries.map((query) => ({ query, filters: parseAlertQuery(query) }));
  const named = await findNames(
    db,
    asked.map(({ filters }) => filters),
  );
  const derived = asked.map(({ query, filters }) => derive(query, filters, named));
  const lists = sql.raw(NAMED_KEYS.join(', '));
  const types = sql.raw(NAMED_KEYS.map((key) => `${key} int[]`).join(', '));
  const anew = sql.raw(NAMED_KEYS.map((key) => `${key} = excluded.${key}`).join(', '));
  const saved = await db.execute<Saved>(sql`
    insert into alert_search as a (query, ${lists}, words)
    select query, ${lists}, ${wordsQuery(sql`text`)} from ${jsonRows(derived)} as v (query text, ${types}, text text)
    on conflict (query) do update set ${anew}, words = excluded.words, stale = false where a.stale
    returning id, query, querytree(words) as tree`);
  const ids = idArray(saved.map(({ id }) => id));
  await db.execute(sql`delete from alert_anchor where search_id = any(${ids})`);
  await db.execute(sql`delete from alert_word where search_id = any(${ids})`);
  const trees = await mendSearches(db, saved);
  const byQuery = new Map(derived.map((search) => [search.query, search]));
  await addAnchors(
    db,
    saved.flatMap(({ id, query }) => {
      const search = byQuery.get(query);
      return search ? [{ id, search, tree: trees.get(id) ?? null }] : [];
    }),
  );
}

function derive(query: string, filters: OfferFilters, named: Map<string, number>): Derived {
  const lists = NAMED_KEYS.map((key) => {
    if (filters[key].length === 0) return [key, null];
    // Two skills may have become one.
    return [key, [...new Set(filters[key].flatMap((value) => named.get(`${key} ${value}`) ?? []))]];
  });
  return {
    ...(Object.fromEntries(lists) as Record<NamedKey, number[] | null>),
    query,
    filters,
    text: filters.q === undefined ? null : partWords(filters.q),
  };
}

/** Facets of all that is named in those searches. */
async function findNames(db: Db, searches: OfferFilters[]): Promise<Map<string, number>> {
  const union = (key: NamedKey) => [...new Set(searches.flatMap((filters) => filters[key]))];
  const wanted = Object.fromEntries(NAMED_KEYS.map((key) => [key, union(key)])) as Record<NamedKey, string[]>;
  const named = await findNamed(db, wanted);
  return new Map(named.map(({ key, value, facet }) => [`${key} ${value}`, facet]));
}

/**
 * Where nothing on the list has the words of a search, its page shows what has them corrected, or continued: then
 * that passes too. Gives the tree of each search with words.
 */
async function mendSearches(db: Db, saved: readonly Saved[]): Promise<Map<number, string>> {
  const trees = new Map(saved.flatMap(({ id, tree }) => (tree === null ? [] : [[id, tree] as const])));
  if (trees.size === 0) return trees;
  const idle = await db.execute<{ id: number; query: string }>(sql`
    select id, query from alert_search a
    where id = any(${idArray([...trees.keys()])}) and not exists (select from offer_text t where t.tsv @@ a.words)`);
  for (const { id, query } of idle) {
    const mended = await mendWords(db, parseAlertQuery(query).q ?? '');
    if (!mended) continue;
    const [row] = await db.execute<{ tree: string }>(sql`
      update alert_search set words = words || ${textQuery(mended)} where id = ${id}
      returning querytree(words) as tree`);
    if (row) trees.set(id, row.tree);
  }
  return trees;
}

type Found = { id: number; search: Derived; tree: string | null };

/** Finds the way in to each search: by its rarest condition, as far as the counts of what is on the list tell. */
async function addAnchors(db: Db, found: readonly Found[]): Promise<void> {
  const words = new Map(found.map(({ id, tree }) => [id, tree === null ? null : wordsNeeded(tree)]));
  const rarity = await readRarity(
    db,
    found.flatMap(({ search }) => facetLists(search).flat()),
    [...words.values()].flatMap((needed) => needed?.words ?? []),
  );
  const facets: (CheckedFirst & { facet: number })[] = [];
  const lexemes: (CheckedFirst & { word: string })[] = [];
  for (const { id, search } of found) {
    const first = { id, ruledOut: ruledOut(search.filters), salaryMin: search.filters.salaryMin ?? 0 };
    const rarest = facetLists(search)
      .map((list) => ({ list, offers: list.reduce((sum, facet) => sum + rarity.ofFacet(facet), 0) }))
      .sort((a, b) => a.offers - b.offers)[0];
    const byWords = rarestWords(words.get(id) ?? null, rarity.ofWord);
    if (byWords && (!rarest || byWords.offers < rarest.offers)) {
      lexemes.push(...byWords.words.map((word) => ({ ...first, word })));
    } else facets.push(...(rarest?.list ?? [EVERY_OFFER]).map((facet) => ({ ...first, facet })));
  }
  const columns = sql`search_id, ruled_out, salary_min`;
  const row = sql`id int, "ruledOut" int, "salaryMin" int`;
  await db.execute(sql`
    insert into alert_anchor (facet, ${columns}) select facet, id, "ruledOut", "salaryMin"
    from ${jsonRows(facets)} as v (facet int, ${row})`);
  await db.execute(sql`
    insert into alert_word (word, ${columns}) select word, id, "ruledOut", "salaryMin"
    from ${jsonRows(lexemes)} as v (word text, ${row})`);
}

type CheckedFirst = { id: number; ruledOut: number; salaryMin: number };

/** The lists of which an offer that passes carries at least one facet each. */
function facetLists({ filters, ...search }: Derived): number[][] {
  const lists = [
    ...NAMED_KEYS.flatMap((key) => (search[key] === null ? [] : [search[key]])),
    ...NUMBERED_KEYS.filter((key) => filters[key].length > 0).map((key) =>
      filters[key].map((value) => numberedFacet(key, value)),
    ),
  ];
  if (filters.payStated) lists.push([PAY_STATED]);
  if (filters.salaryMin !== undefined) lists.push(payBandsFrom(filters.salaryMin));
  return lists;
}

type WordsNeeded = {
  words: string[];
  /** Every one of them, or at least one. */
  all: boolean;
};

/**
 * The words without which no text passes, read from what `querytree` makes of a tsquery: the query without what it
 * rules out. Null where a text passes by what it does not have, or by the beginning of a word.
 */
export function wordsNeeded(tree: string): WordsNeeded | null {
  const quoted = /'((?:[^'\\]|''|\\.)*)'/g;
  const words = [...tree.matchAll(quoted)].map(([, word = '']) => word.replaceAll(/'(')|\\(.)/g, '$1$2'));
  const joints = tree.replaceAll(quoted, '');
  if (words.length === 0 || joints.includes('*')) return null;
  return { words: [...new Set(words)], all: !joints.includes('|') };
}

function rarestWords(
  needed: WordsNeeded | null,
  offersWith: (word: string) => number,
): { words: string[]; offers: number } | null {
  if (!needed) return null;
  const counted = needed.words.map((word) => ({ word, offers: offersWith(word) }));
  if (!needed.all) {
    return { words: needed.words, offers: counted.reduce((sum, { offers }) => sum + offers, 0) };
  }
  // Of words that are equally rare, as far as we know, the longest is the rarest.
  counted.sort((a, b) => a.offers - b.offers || b.word.length - a.word.length);
  return counted[0] ? { words: [counted[0].word], offers: counted[0].offers } : null;
}

type Rarity = { ofFacet: (facet: number) => number; ofWord: (word: string) => number };

/** How many live offers carry each facet, and how many the planner's statistics expect to have each word. */
async function readRarity(db: Db, facets: number[], words: string[]): Promise<Rarity> {
  const [row] = await db.execute<{
    facets: [number, number][] | null;
    words: [string, number][] | null;
    rarest: number | null;
  }>(sql`
    with word_share as (
      select unnest(most_common_elems::text::text[]) as word, unnest(most_common_elem_freqs) as share
      from pg_stats where schemaname = current_schema() and tablename = 'offer_text' and attname = 'tsv'
    ), size as (select greatest(reltuples, 0) as offers from pg_class where oid = 'offer_text'::regclass)
    select
      (select json_agg(json_build_array(facet, offers)) from facet_count
        where facet = any(${idArray([...new Set(facets)])})) as facets,
      (select json_agg(json_build_array(word, share * offers)) from word_share, size
        where word in (select json_array_elements_text(${JSON.stringify([...new Set(words)])}::json))) as words,
      (select min(share) * max(offers) from word_share, size where word is not null) as rarest`);
  const [counts, shares] = [new Map(row?.facets ?? []), new Map(row?.words ?? [])];
  // What is not among the common words is rarer than any of them.
  const rare = (row?.rarest ?? 0) / 2;
  return { ofFacet: (facet) => counts.get(facet) ?? 0, ofWord: (word) => shares.get(word) ?? rare };
}
