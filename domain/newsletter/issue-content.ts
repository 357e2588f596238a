import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { getPayFigures } from '@/domain/market/queries';
import { ALL_LEVELS } from '@/domain/market/rules';
import { NO_FILTERS, offersHref } from '@/domain/offers/input';
import { loadOfferRows } from '@/domain/offers/rows';
import { type OfferRow, offerIdFromSlug } from '@/domain/offers/rules';
import { searchOffers } from '@/domain/offers/search';
import { findRole } from '@/domain/roles/queries';
import { type Block, type ContentBlock, MOST_OFFERS } from './issue-input';

export type IssueContent = {
  blocks: ContentBlock[];
  /** Blocks that show nothing, and why. */
  gaps: string[];
};

/**
 * Looks up what the blocks of an issue show at `now`: offers that are live, none of them twice. Featured offers have
 * paid for their place: where no block of theirs is, they stand at the end.
 */
export async function loadIssueContent(db: Db, asked: readonly Block[], now: Date): Promise<IssueContent> {
  const blocks = asked.some(({ kind }) => kind === 'featured')
    ? asked
    : [...asked, { kind: 'featured' } as const];
  const [featured, single] = await Promise.all([findFeatured(db, now), findSingle(db, asked, now)]);
  const shown = new Set([...featured, ...single.values()].map(({ id }) => id));
  const content: ContentBlock[] = [];
  const gaps: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'text') content.push(block);
    else if (block.kind === 'offer') {
      const offer = single.get(block.slug);
      if (offer) content.push({ kind: 'offer', offer });
      else gaps.push(`::offer ${block.slug}: no such offer is on the list.`);
    } else if (block.kind === 'figures') {
      const figures = await findFigures(db, block.role, now);
      if (figures) content.push(figures);
      else gaps.push(`::role-figures ${block.role}: there is no such role.`);
    } else if (block.kind === 'featured') {
      if (featured.length > 0) {
        content.push({ kind: 'offers', which: 'featured', offers: featured, href: '/offers' });
      } else if (asked.includes(block)) gaps.push('::featured-offers: no offer is featured now.');
    } else {
      const offers = await findLatest(db, block, shown, now);
      const href = offersHref({ ...block.filters, sort: undefined });
      if (offers.length > 0) content.push({ kind: 'offers', which: 'latest', offers, href });
      else gaps.push(`::latest-offers ${new URL(href, 'https://x.invalid').search.slice(1)}: no offer fits.`);
      for (const { id } of offers) shown.add(id);
    }
  }
  return { blocks: content, gaps };
}

async function findLatest(
  db: Db,
  { filters, count }: Extract<Block, { kind: 'latest' }>,
  shown: ReadonlySet<number>,
  now: Date,
): Promise<OfferRow[]> {
  const found: OfferRow[] = [];
  for (let page = 1, pages = 1; page <= pages && found.length < count; page++) {
    const result = await searchOffers(db, { ...filters, page }, now, { facets: false });
    found.push(...result.rows.filter(({ id }) => !shown.has(id)));
    pages = result.pages;
  }
  return found.slice(0, count);
}

async function findFeatured(db: Db, now: Date): Promise<OfferRow[]> {
  const rows = await db.execute<{ id: number }>(sql`
    select id from offer where featured and state = 'live' and leaves_at > ${now.toISOString()}::timestamptz
    order by published_at desc, id desc limit ${MOST_OFFERS}`);
  return loadOfferRows(
    db,
    rows.map(({ id }) => id),
  );
}

async function findSingle(db: Db, blocks: readonly Block[], now: Date): Promise<Map<string, OfferRow>> {
  const ids = new Map<string, number>();
  for (const block of blocks) {
    if (block.kind !== 'offer') continue;
    const id = /^\d{1,9}$/.test(block.slug) ? Number(block.slug) : offerIdFromSlug(block.slug);
    if (id !== null) ids.set(block.slug, id);
  }
  if (ids.size === 0) return new Map();
  const live = await db.execute<{ id: number }>(sql`
    select id from offer where id = any(${`{${[...ids.values()].join(',')}}`}::int[])
      and state = 'live' and leaves_at > ${now.toISOString()}::timestamptz`);
  const rows = await loadOfferRows(
    db,
    live.map(({ id }) => id),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    [...ids].flatMap(([slug, id]) => {
      const row = byId.get(id);
      return row ? [[slug, row] as const] : [];
    }),
  );
}

async function findFigures(
  db: Db,
  slug: string,
  now: Date,
): Promise<Extract<ContentBlock, { kind: 'figures' }> | null> {
  const role = await findRole(db, slug);
  if (!role) return null;
  const [{ total }, figures] = await Promise.all([
    searchOffers(db, { ...NO_FILTERS, role: [slug] }, now, { facets: false }),
    getPayFigures(db),
  ]);
  const pay = figures.byRole[slug]?.[ALL_LEVELS];
  return {
    kind: 'figures',
    role: { slug, title: role.title, plural: role.plural },
    offers: total,
    pay: pay ? { p25: pay.p25, median: pay.median, p75: pay.p75 } : null,
  };
}
