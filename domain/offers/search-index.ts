import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { askForRecount } from './changes';
import {
  FACET_BASE,
  FEATURED_TURN_SECONDS,
  FEATURED_TURNS,
  LAST_PAY_BAND,
  PAY_BAND_EUR,
  PAY_STATED,
  TURN_SECONDS,
} from './facets';
import { CONTRACTS, SENIORITIES, WORKPLACES } from './input';
import { CONTRACT_LABELS, SENIORITY_LABELS, WORKPLACE_LABELS } from './rules';
import { type CountChange, changeCounts, countedFacets, recount } from './search-counts';

/** Characters of the description (tags included) whose words are searched, in IT and outside; see ADR 0004. */
const DESCRIPTION_CHARACTERS = 2_000;
const DESCRIPTION_CHARACTERS_OUTSIDE = 500;
const REBUILD_BATCH = 1_000;

const SEARCH_COLUMNS = sql`id, company, published, expires, salary, featured, outside_it, facets`;
const DESCRIPTION_WORDS = sql`to_tsvector('rolecall', search_words(beginning))`;

/**
 * Brings the search tables in step with the offers of those ids, whatever has become of them: live ones
 * are found from now on, others no longer. Runs in the caller's transaction and should be its last
 * step, one call for all offers that the transaction changed, because the counts stay locked until its
 * end; so ordered, any number of writers get by without a deadlock. Whether a live offer is past its
 * date is for the search to say, which knows the time.
 */
export async function indexOffers(db: Db, offerIds: number[]): Promise<void> {
  if (offerIds.length === 0) return;
  const ids = intArray(offerIds);
  // Nobody changes these offers, and so their search rows, between here and the end of the transaction.
  await db.execute(sql`select 1 from offer where id = any(${ids}) order by id for no key update`);
  const [change] = await db.execute<CountChange>(sql`
    with ${searchRows(ids)},
    before as materialized (
      select s.id, s.facets, s.outside_it, s.company, t.words
      from offer_search s join offer_text t using (id) where id = any(${ids})
    ),
    gone_search as (delete from offer_search where id = any(${ids}) and id not in (select id from live)),
    gone_text as (delete from offer_text where id = any(${ids}) and id not in (select id from live)),
    put_search as (
      insert into offer_search (${SEARCH_COLUMNS}) select ${SEARCH_COLUMNS} from live
      on conflict (id) do update set ${taken('company', 'published', 'expires', 'salary', 'featured', 'outside_it', 'facets')}
    ),
    put_text as (
      insert into offer_text (${SEARCH_COLUMNS}, head, words, tsv)
      select ${SEARCH_COLUMNS}, head, words, head || setweight(${DESCRIPTION_WORDS}, 'D') from live
      on conflict (id) do update set ${taken('company', 'published', 'expires', 'salary', 'featured', 'outside_it', 'facets', 'head', 'words', 'tsv')}
    ),
    facet_change as (
      select facet, sum(change)::int as change from (
        select unnest(${countedFacets()}) as facet, 1 as change from live
        union all select unnest(${countedFacets()}), -1 from before
      ) changed group by facet having sum(change) <> 0
    ),
    word_change as (
      select word, sum(change)::int as change from (
        select unnest(words) as word, 1 as change from live
        union all select unnest(words), -1 from before
      ) changed group by word having sum(change) <> 0
    )
    select (select json_agg(json_build_array(facet, change)) from facet_change) as facets,
      (select json_agg(json_build_array(word, change)) from word_change) as words,
      (select json_agg(facets::text) from live where not outside_it
        and not exists (select from before b where b.id = live.id and b.facets = live.facets)) as gained,
      (select json_agg(facets::text) from before where not outside_it
        and not exists (select from live where live.id = before.id and live.facets = before.facets)) as lost`);
  if (change) await changeCounts(db, change);
  await askForRecount(db);
}

/** Builds all search state anew, in one transaction that keeps other writers (not readers) waiting. */
export async function rebuildSearch(db: Db): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`lock table offer_search, offer_text in exclusive mode`);
    await tx.execute(sql`delete from offer_search`);
    await tx.execute(sql`delete from offer_text`);
    const live = await tx.execute<{ id: number }>(sql`select id from offer where state = 'live' order by id`);
    for (let from = 0; from < live.length; from += REBUILD_BATCH) {
      const ids = live.slice(from, from + REBUILD_BATCH).map(({ id }) => id);
      await fillSearch(tx, ids, DESCRIPTION_WORDS);
    }
    await recount(tx);
  });
}

/**
 * To be called after many changes at once, outside their transactions: new words wait in a list that every
 * search goes through until they are merged into the index, and the planner knows nothing of them. Postgres
 * would see to both itself within some minutes.
 */
export async function settleSearch(db: Db): Promise<void> {
  await db.execute(sql`
    select gin_clean_pending_list('offer_search_facets'), gin_clean_pending_list('offer_text_words')`);
  await db.execute(sql`analyze offer_search, offer_text, facet_count, facet_pair, term`);
}

/**
 * Writes the search rows of live offers that have none, without counting them; `description` is SQL for
 * the words of the description of a row of `live`.
 */
export async function fillSearch(db: Db, offerIds: number[], description: SQL): Promise<void> {
  const ids = intArray(offerIds);
  await db.execute(sql`
    with ${searchRows(ids)},
    put_search as (
      insert into offer_search (${SEARCH_COLUMNS}) select ${SEARCH_COLUMNS} from live
    )
    insert into offer_text (${SEARCH_COLUMNS}, head, words, tsv)
    select ${SEARCH_COLUMNS}, head, words, head || setweight(${description}, 'D') from live`);
}

/** CTE `live`: the search row of each live offer among `ids`, as the offer tables have it. */
function searchRows(ids: SQL): SQL {
  return sql`
    pay as (
      select offer_id, max(yearly_eur_max) as salary,
        array_agg(${numbered(FACET_BASE.contract, CONTRACTS, sql`contract`)}) as facets,
        string_agg(${label(CONTRACT_LABELS, sql`contract`)}, ' ' order by contract) as words
      from offer_pay where offer_id = any(${ids}) group by offer_id
    ),
    place_of as (
      select op.offer_id, string_agg(distinct p.name, ' ') as words,
        array_agg(distinct ${raw(FACET_BASE.city)} + p.id) filter (where p.kind = 'city')
          || array_agg(distinct ${raw(FACET_BASE.country)} + (ascii(p.country_code) - 65) * 26
            + ascii(substr(p.country_code, 2)) - 65) as facets
      from offer_place op join place p on p.id = op.place_id
      where op.offer_id = any(${ids}) group by op.offer_id
    ),
    named_skill as materialized (
      select k.id, k.name,
        concat_ws(' ', k.name, (select string_agg(alias, ' ' order by alias) from skill_alias a where a.skill_id = k.id)) as words
      from skill k
      where k.id in (select skill_id from offer_skill where offer_id = any(${ids}))
    ),
    skill_of as (
      select os.offer_id, string_agg(k.name, ' ' order by os.position) as names,
        string_agg(k.words, ' ' order by os.position) as words,
        array_agg(${raw(FACET_BASE.skill)} + k.id) as facets
      from offer_skill os join named_skill k on k.id = os.skill_id
      where os.offer_id = any(${ids}) group by os.offer_id
    ),
    live as materialized (
      select o.id, o.company_id as company, o.published_at as published, o.leaves_at as expires,
        pay.salary, o.featured, r.slug = 'other' as outside_it,
        -- Role, level and workplace come first: counts of these three are taken by their place.
        array[${raw(FACET_BASE.role)} + o.role_id,
            ${numbered(FACET_BASE.seniority, SENIORITIES, sql`o.seniority`)},
            ${numbered(FACET_BASE.workplace, WORKPLACES, sql`o.workplace`)}]
          || pay.facets || place_of.facets || skill_of.facets
          || case when pay.salary is not null then array[${raw(PAY_STATED)},
              ${raw(FACET_BASE.payBand)} + least(pay.salary / ${raw(PAY_BAND_EUR)}, ${raw(LAST_PAY_BAND)})] end
          || array[${raw(FACET_BASE.company)} + o.company_id,
              ${raw(FACET_BASE.turn)} + case when o.featured
                then ${raw(FEATURED_TURNS)} + floor(extract(epoch from o.published_at) / ${raw(FEATURED_TURN_SECONDS)})::int
                else floor(extract(epoch from o.published_at) / ${raw(TURN_SECONDS)})::int end] as facets,
        setweight(to_tsvector('rolecall', search_words(o.title)), 'A')
          || setweight(to_tsvector('rolecall',
            search_words(concat_ws(' ', c.name, r.title, skill_of.words))), 'B')
          || setweight(to_tsvector('rolecall', search_words(concat_ws(' ', place_of.words, pay.words,
            ${label(SENIORITY_LABELS, sql`o.seniority`)}, ${label(WORKPLACE_LABELS, sql`o.workplace`)}))), 'C')
          as head,
        tsvector_to_array(to_tsvector('rolecall_words',
          search_words(concat_ws(' ', o.title, c.name, skill_of.names)))) as words,
        left(o.description_html, case when r.slug = 'other' then ${raw(DESCRIPTION_CHARACTERS_OUTSIDE)}
          else ${raw(DESCRIPTION_CHARACTERS)} end) as beginning
      from offer o
      join company c on c.id = o.company_id
      join role r on r.id = o.role_id
      left join pay on pay.offer_id = o.id
      left join place_of on place_of.offer_id = o.id
      left join skill_of on skill_of.offer_id = o.id
      where o.id = any(${ids}) and o.state = 'live'
    )`;
}

function numbered(base: number, values: readonly string[], column: SQL): SQL {
  return sql`${raw(base)} + coalesce(array_position(${textArray(values)}, ${column}::text), 0)`;
}

function label(labels: Record<string, string>, column: SQL): SQL {
  const position = sql`array_position(${textArray(Object.keys(labels))}, ${column}::text)`;
  return sql`(${textArray(Object.values(labels))})[${position}]`;
}

function taken(...columns: string[]): SQL {
  return sql.raw(columns.map((column) => `${column} = excluded.${column}`).join(', '));
}

function raw(value: number): SQL {
  return sql.raw(String(value));
}

/** Constants of ours; written into the statement, which stays the same from call to call. */
function textArray(values: readonly string[]): SQL {
  return sql.raw(`array[${values.map((value) => `'${value}'`).join(',')}]`);
}

function intArray(values: number[]): SQL {
  return sql`${`{${[...new Set(values)].join(',')}}`}::int[]`;
}
