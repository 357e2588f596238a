import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { textRevision } from '@/db/schema/texts';
import { PAGE_SLUGS, SERVICE_SLUGS, type TextKind } from './input';
import { loadKnownSlugs } from './slugs';
import { readTextFile } from './text-file';

const FOLDERS = { role: 'roles', service: 'services', page: 'pages' } as const;

/** Any number that nothing else locks. */
const LOCK = 7_265_003;

/** Names each fault of each file with its line and field. */
export class BrokenTexts extends Error {
  override name = 'BrokenTexts';
}

/**
 * Publishes the texts in the folder `content` (roles/SLUG.md, services/SLUG.md, pages/SLUG.md) that were never
 * written in this portal: once loaded, they are edited in the portal only. Files of texts that are there are
 * not read. Safe to repeat and to run from several processes. Throws `BrokenTexts`, and loads none, if a file
 * that is read has a fault.
 */
export async function loadFirstTexts(db: Db, now: Date, content: string): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
    const there = await tx
      .selectDistinct({ kind: textRevision.kind, slug: textRevision.slug })
      .from(textRevision);
    const written = new Set(there.map(({ kind, slug }) => `${kind} ${slug}`));
    const files = listFiles(content).filter(({ kind, slug }) => !written.has(`${kind} ${slug}`));
    if (files.length === 0) return;

    const known = await loadKnownSlugs(tx);
    const places = {
      role: known.roles,
      service: new Set<string>(SERVICE_SLUGS),
      page: new Set<string>(PAGE_SLUGS),
    };
    const faults: string[] = [];
    const rows: (typeof textRevision.$inferInsert)[] = [];
    for (const { kind, slug, file } of files) {
      const shown = join(basename(content), relative(content, file));
      if (!places[kind].has(slug)) faults.push(`${shown}: there is no ${kind} "${slug}"`);
      const reading = readTextFile(kind, readFileSync(file, 'utf8'), known);
      for (const { line, field, message } of reading.faults ?? []) {
        faults.push(`${shown}:${line}: ${field} ${message}`);
      }
      const dates = { createdAt: now, updatedAt: now, publishedAt: now };
      rows.push({ kind, slug, content: reading.content, actor: 'system', ...dates });
    }
    if (faults.length > 0) throw new BrokenTexts(faults.join('\n'));
    await tx.insert(textRevision).values(rows);
  });
}

function listFiles(content: string): { kind: TextKind; slug: string; file: string }[] {
  return (Object.keys(FOLDERS) as TextKind[]).flatMap((kind) => {
    const folder = join(content, FOLDERS[kind]);
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => ({ kind, slug: basename(name, '.md'), file: join(folder, name) }));
  });
}
