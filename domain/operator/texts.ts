import { inArray } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { appUser } from '@/db/schema/accounts';
import { findRole, listRoles } from '@/domain/roles/queries';
import { PAGE_SLUGS, SERVICE_SLUGS, type TextKind } from '@/domain/texts/input';
import { findText, listTextStates, type Revision } from '@/domain/texts/queries';

/** Who wrote states of a text: addresses by actor; of those who have left, none. */
export type Writers = Record<string, string>;

export async function findWriters(db: Db, revisions: readonly (Revision | null)[]): Promise<Writers> {
  const ids = [...new Set(revisions.map((one) => one?.actor ?? ''))]
    .filter((actor) => actor.startsWith('user:'))
    .map((actor) => actor.slice('user:'.length));
  if (ids.length === 0) return {};
  const rows = await db
    .select({ id: appUser.id, email: appUser.email })
    .from(appUser)
    .where(inArray(appUser.id, ids));
  return Object.fromEntries(rows.map(({ id, email }) => [`user:${id}`, email]));
}

/** A page that has a text. */
export type TextSubject = { slug: string; title: string };
export type TextLine = TextSubject & { published: Revision | null; draft: Revision | null };

/** All pages of a kind in their order, written or not. */
export async function listTexts(db: Db, kind: TextKind): Promise<{ lines: TextLine[]; writers: Writers }> {
  const [subjects, states] = await Promise.all([listSubjects(db, kind), listTextStates(db, kind)]);
  const lines = subjects.map((subject) => ({
    ...subject,
    published: states[subject.slug]?.published ?? null,
    draft: states[subject.slug]?.draft ?? null,
  }));
  const writers = await findWriters(
    db,
    lines.flatMap(({ published, draft }) => [published, draft]),
  );
  return { lines, writers };
}

/** The page of a slug, or null if there is none. */
export async function findSubject(db: Db, kind: TextKind, slug: string): Promise<TextSubject | null> {
  if (kind === 'role') {
    const role = await findRole(db, slug);
    return role && { slug, title: role.title };
  }
  const slugs: readonly string[] = kind === 'service' ? SERVICE_SLUGS : PAGE_SLUGS;
  return slugs.includes(slug) ? { slug, title: await titleOf(db, kind, slug) } : null;
}

async function listSubjects(db: Db, kind: TextKind): Promise<TextSubject[]> {
  if (kind === 'role') return (await listRoles(db)).map(({ slug, title }) => ({ slug, title }));
  const slugs = kind === 'service' ? SERVICE_SLUGS : PAGE_SLUGS;
  return Promise.all(slugs.map(async (slug) => ({ slug, title: await titleOf(db, kind, slug) })));
}

async function titleOf(db: Db, kind: 'service' | 'page', slug: string): Promise<string> {
  return (await findText(db, kind, slug))?.content.title ?? slug;
}
