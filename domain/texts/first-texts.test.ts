import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSkill } from '@/db/factories';
import { skillRedirect } from '@/db/schema/texts';
import { useTestDatabase } from '@/dev/testing/database';
import { publishDraft, saveDraft } from './commands';
import { BrokenTexts, loadFirstTexts } from './first-texts';
import { ROLE_TEXT, TEXT_SECTIONS } from './input';
import { findPublishedText, listPublishedTexts, listRevisions } from './queries';
import { findNamed, loadKnownSlugs, unknownSlugs } from './slugs';
import { readTextFile } from './text-file';

const database = useTestDatabase();
const NOW = new Date('2026-11-02T09:00:00Z');
let folder: string;

beforeEach(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'texts-')), 'content');
  await database.db.execute(sql`truncate text_revision`);
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

function write(file: string, source: string): void {
  mkdirSync(join(folder, file, '..'), { recursive: true });
  writeFileSync(join(folder, file), source);
}

const roleFile = (summary: string, languages = 'java') =>
  `---\nsummary: ${summary}\ntools:\n  languages: [${languages}]\nrelated: [frontend]\n---\n\n${Object.values(
    TEXT_SECTIONS.role,
  )
    .map((heading) => `## ${heading}\n\n### Why?\n\nBecause.\n`)
    .join('\n')}`;

describe('the first texts', () => {
  it('are published once, by nobody', async () => {
    write('roles/backend.md', roleFile('One'));
    write('pages/imprint.md', '---\ntitle: Imprint\n---\n\nWho we are.\n');
    await Promise.all([loadFirstTexts(database.db, NOW, folder), loadFirstTexts(database.db, NOW, folder)]);
    expect(await findPublishedText(database.db, 'page', 'imprint')).toMatchObject({
      content: { title: 'Imprint', body: 'Who we are.' },
      publishedAt: NOW.toISOString(),
    });
    expect(await listRevisions(database.db, 'role', 'backend')).toMatchObject([{ actor: 'system' }]);
  });

  it('do not come back over what was written in the portal', async () => {
    write('roles/backend.md', roleFile('One'));
    await loadFirstTexts(database.db, NOW, folder);
    const [first] = await listPublishedTexts(database.db, 'role');
    if (!first) throw new Error('nothing was loaded');
    const by = { actor: 'user:anna', now: new Date('2026-11-03T09:00:00Z') };
    const content = { ...first.content, summary: 'Mine' };
    const id = await saveDraft(database.db, { kind: 'role', slug: 'backend', content, base: first.id }, by);
    await publishDraft(database.db, { kind: 'role', slug: 'backend', id }, by);
    write('roles/backend.md', roleFile('Two: broken: now'));
    write('roles/frontend.md', roleFile('Three'));
    await loadFirstTexts(database.db, new Date('2026-11-04T09:00:00Z'), folder);
    expect(
      (await listPublishedTexts(database.db, 'role')).map(({ content: { summary } }) => summary),
    ).toEqual(['Mine', 'Three']);
  });

  it('are refused with the file, line and field of each fault', async () => {
    write('roles/backend.md', roleFile('One', 'java, jaba'));
    write('roles/backend-developer.md', roleFile('One'));
    write('roles/frontend.md', roleFile('Three'));
    write('services/web.md', '# Web');
    const refusal = await loadFirstTexts(database.db, NOW, folder).catch((error) => error);
    expect(refusal).toBeInstanceOf(BrokenTexts);
    expect(refusal.message.split('\n')).toEqual([
      'content/roles/backend-developer.md: there is no role "backend-developer"',
      'content/roles/backend.md:4: tools.languages there is no skill "jaba"',
      'content/services/web.md: there is no service "web"',
      'content/services/web.md:1: front matter does not stand between two lines of ---',
    ]);
    expect(await listPublishedTexts(database.db, 'role')).toEqual([]);
  });

  it('may be missing', async () => {
    await loadFirstTexts(database.db, NOW, folder);
    expect(await listPublishedTexts(database.db, 'role')).toEqual([]);
  });
});

describe('what a text names', () => {
  it('is followed to the skill that it was merged into, and named once', async () => {
    const { db } = database;
    const java = await createSkill(db, { slug: 'jvm-java' });
    await db.insert(skillRedirect).values([
      { slug: 'old-java', skillId: java.id },
      { slug: 'older-java', skillId: java.id },
    ]);
    const text = ROLE_TEXT.parse({
      summary: 'A',
      tools: {
        languages: ['older-java', 'java', 'old-java', 'gone', 'jvm-java'],
        databases: ['gone'],
        tools: ['git', 'older-java'],
      },
      related: ['frontend', 'gone', 'qa'],
    });
    const { tools, related } = await findNamed(db, text);
    expect(tools.map(({ group, skills }) => [group, skills.map(({ slug }) => slug)])).toEqual([
      ['languages', ['jvm-java', 'java']],
      ['tools', ['git']],
    ]);
    expect(related.map(({ slug }) => slug)).toEqual(['frontend', 'qa']);
    expect(unknownSlugs('role', text, await loadKnownSlugs(db)).map(({ path }) => path)).toEqual([
      ['tools', 'languages', 3],
      ['tools', 'databases', 0],
      ['related', 1],
    ]);
    expect(await findNamed(db, ROLE_TEXT.parse({ summary: 'A' }))).toEqual({ tools: [], related: [] });
  });

  it('cannot be “other”, which has no page', async () => {
    const source = roleFile('One').replace('[frontend]', '[other]');
    const { faults } = readTextFile('role', source, await loadKnownSlugs(database.db));
    expect(faults).toMatchObject([{ field: 'related', message: 'there is no role "other"' }]);
  });
});
