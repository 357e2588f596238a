import { inArray, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { company } from '@/db/schema/companies';
import { toSlug } from '@/lib/slug';
import { companyKey } from './rules';

/** A company as a posting describes it. */
export type CompanyRecord = {
  name: string;
  /** Host of its own site (`companyDomain`), or null. */
  domain: string | null;
  website: string | null;
  logoUrl: string | null;
  about?: string;
  size?: string;
  foundedYear?: number;
  benefits?: string[];
};

type Entry = {
  id: number | null;
  domain: string | null;
  key: string;
  fields: CompanyRecord;
  /** Whether somebody answers for it here: then it is told apart, and described, by them alone. */
  isOwned?: boolean;
};

const MAX_SLUG = 80;
const MAX_TURNS = 3;

/**
 * The companies of `records`, matched by name and domain or created; the ids are in the order of the
 * records. Records of the same name are one company unless their domains differ. What a stored company
 * lacks is filled in from the record, what it has is left, and one with an owner is left altogether. Safe to
 * repeat and beside other writers. Also tells which companies are new and which gained something.
 */
export async function saveCompanies(
  db: Db,
  records: readonly CompanyRecord[],
  now: Date,
): Promise<{ ids: number[]; created: number[]; changed: number[] }> {
  const keys = records.map(({ name }) => companyKey(name));
  const created: number[] = [];
  for (let turn = 0; turn < MAX_TURNS; turn++) {
    const { entries, entryOf } = await matchCompanies(db, records, keys);
    // In one order for all writers, so that none waits for another in a circle.
    const missing = entries.filter(({ id }) => id === null).sort((a, b) => (a.key < b.key ? -1 : 1));
    if (missing.length > 0) created.push(...(await insertCompanies(db, missing, now)));
    // Another writer was faster with some of them: they are found in the next turn.
    if (missing.some(({ id }) => id === null)) continue;
    const changed = await fillGaps(db, entries, new Set(created), now);
    return { ids: entryOf.map(({ id }) => id ?? 0), created, changed };
  }
  throw new Error('Companies could not be stored: other writers were faster each time');
}

async function matchCompanies(
  db: Db,
  records: readonly CompanyRecord[],
  keys: string[],
): Promise<{ entries: Entry[]; entryOf: Entry[] }> {
  const stored = await db
    .select({
      id: company.id,
      key: company.nameKey,
      domain: company.domain,
      isOwned: sql<boolean>`exists (select from company_member m where m.company_id = company.id and m.role = 'owner')`,
    })
    .from(company)
    .where(inArray(company.nameKey, [...new Set(keys)]))
    .orderBy(company.id);
  const known = Map.groupBy(stored, ({ key }) => key);
  const entries = new Map<string, Entry[]>();
  const used = new Set<Entry>();
  const entryOf = records.map((record, index) => {
    const key = keys[index] ?? '';
    let list = entries.get(key);
    if (!list) {
      const blank: CompanyRecord = { name: record.name, domain: null, website: null, logoUrl: null };
      list = (known.get(key) ?? []).map((row) => ({ ...row, fields: { ...blank } }));
      entries.set(key, list);
    }
    let entry = chooseEntry(list, record.domain);
    if (!entry) {
      entry = { id: null, domain: record.domain, key, fields: { ...record } };
      list.push(entry);
    }
    entry.domain ??= record.domain;
    entry.fields = mergeFields(entry.fields, record, entry.domain);
    used.add(entry);
    return entry;
  });
  return { entries: [...used], entryOf };
}

function chooseEntry(list: Entry[], domain: string | null): Entry | undefined {
  const exact = list.find((entry) => entry.domain === domain);
  if (exact) return exact;
  // A company without a domain takes the first one it is told, unless somebody made it here who did not show
  // that it is theirs; a record without one has to be unmistakable.
  if (domain !== null) return list.find((entry) => entry.domain === null && !entry.isOwned);
  return list.length === 1 ? list[0] : undefined;
}

function mergeFields(fields: CompanyRecord, record: CompanyRecord, domain: string | null): CompanyRecord {
  return {
    ...record,
    name: fields.name,
    domain,
    website: fields.website ?? record.website,
    logoUrl: fields.logoUrl ?? record.logoUrl,
    about: fields.about ?? record.about,
    size: fields.size ?? record.size,
    foundedYear: fields.foundedYear ?? record.foundedYear,
    benefits: fields.benefits?.length ? fields.benefits : record.benefits,
  };
}

/**
 * Inserts those that no company of the same key and domain stands in the way of, each under a slug of its own;
 * gives their entries the ids, and resolves to these.
 */
export async function insertCompanies(db: Db, entries: Entry[], now: Date): Promise<number[]> {
  const bases = entries.map(({ fields }) => toSlug(fields.name, MAX_SLUG) || 'company');
  const found = await db
    .select({ slug: company.slug })
    .from(company)
    .where(inArray(company.slug, [...new Set(bases)]));
  const taken = new Set(found.map(({ slug }) => slug));
  const ids = await db.execute<{ id: number }>(sql`
    select nextval(pg_get_serial_sequence('company', 'id'))::int as id
    from generate_series(1, ${entries.length}::int)`);
  const rows = entries.map(({ key, domain, fields }, index) => {
    const id = ids[index]?.id ?? 0;
    const base = bases[index] ?? 'company';
    const slug = taken.has(base) ? `${base}-${id}` : base;
    taken.add(slug);
    const { name, website, logoUrl, about, size, foundedYear, benefits } = fields;
    return {
      id,
      slug,
      name,
      key,
      domain,
      website,
      logoUrl,
      about,
      size,
      foundedYear,
      benefits: benefits ?? [],
    };
  });
  const at = sql`${now.toISOString()}::timestamptz`;
  const stored = await db.execute<{ id: number }>(sql`
    insert into company (id, slug, name, name_key, domain, website, logo_url, about, size, founded_year, benefits,
      created_at, updated_at)
    select id, slug, name, key, domain, website, "logoUrl", about, size, "foundedYear", benefits, ${at}, ${at}
    from json_to_recordset(${JSON.stringify(rows)}::json) as v(
      id int, slug text, name text, key text, domain text, website text, "logoUrl" text, about text, size text,
      "foundedYear" int, benefits text[])
    on conflict do nothing
    returning id`);
  const made = new Set(stored.map(({ id }) => id));
  entries.forEach((entry, index) => {
    const id = ids[index]?.id ?? 0;
    if (made.has(id)) entry.id = id;
  });
  return [...made];
}

async function fillGaps(db: Db, entries: Entry[], created: Set<number>, now: Date): Promise<number[]> {
  const rows = entries
    .filter(({ id, isOwned }) => id !== null && !isOwned && !created.has(id))
    .map(({ id, fields: { name: _, ...fields } }) => ({ id, ...fields }));
  if (rows.length === 0) return [];
  const filled = await db.execute<{ id: number }>(sql`
    update company c set
      domain = coalesce(c.domain, v.domain),
      website = coalesce(c.website, v.website),
      logo_url = coalesce(c.logo_url, v."logoUrl"),
      about = coalesce(c.about, v.about),
      size = coalesce(c.size, v.size),
      founded_year = coalesce(c.founded_year, v."foundedYear"),
      benefits = case when c.benefits = '{}' then coalesce(v.benefits, '{}') else c.benefits end,
      updated_at = ${now.toISOString()}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as v(
      id int, domain text, website text, "logoUrl" text, about text, size text, "foundedYear" int, benefits text[])
    where c.id = v.id and (
      c.domain is null and v.domain is not null or c.website is null and v.website is not null
      or c.logo_url is null and v."logoUrl" is not null or c.about is null and v.about is not null
      or c.size is null and v.size is not null or c.founded_year is null and v."foundedYear" is not null
      or c.benefits = '{}' and v.benefits <> '{}')
    returning c.id`);
  return filled.map(({ id }) => id);
}
