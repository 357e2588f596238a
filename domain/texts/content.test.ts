import { describe, expect, it } from 'vitest';
import { ROLE_SLUGS } from '@/db/seed/roles';
import { useTestDatabase } from '@/dev/testing/database';
import type { RoleText } from './input';
import { listPublishedTexts } from './queries';
import { renderRole } from './render';

// What content/roles ships. That each file is read without a fault, the database of every test has shown.

const database = useTestDatabase();
const roles = ROLE_SLUGS.filter((slug) => slug !== 'other');
/** Those that most people look for have more to say. */
const BIG = new Set(
  'backend frontend full-stack mobile devops data-engineer qa ux-ui security machine-learning'.split(' '),
);

async function texts(): Promise<{ slug: string; content: RoleText }[]> {
  return listPublishedTexts(database.db, 'role');
}

function proseOf({ introduction, work, responsibilities, skills, plus, bar, questions }: RoleText): string {
  return [introduction, work, responsibilities, skills, plus, bar, questions].join('\n\n');
}

describe('the shipped texts of roles', () => {
  it('are there for every role but “other”', async () => {
    expect((await texts()).map(({ slug }) => slug).sort()).toEqual([...roles].sort());
  });

  it('are as long as their readers need', async () => {
    for (const { slug, content } of await texts()) {
      const words = proseOf(content).match(/\p{L}[\p{L}\p{N}’'-]*/gu)?.length ?? 0;
      const [least, most] = BIG.has(slug) ? [700, 1_200] : [450, 900];
      expect(words, slug).toBeGreaterThanOrEqual(least);
      expect(words, slug).toBeLessThanOrEqual(most);
    }
  });

  it('say something in every part, and answer five questions or more', async () => {
    for (const { slug, content } of await texts()) {
      const { bar, questions, ...parts } = renderRole(content);
      for (const [part, text] of Object.entries(parts)) expect(text, `${slug} ${part}`).not.toBe('');
      for (const list of [parts.responsibilities, parts.skills, parts.plus]) {
        expect(list, slug).toMatch(/^<ul>(<li>.*<\/li>){4,}<\/ul>$/);
      }
      expect(bar.sections.length, slug).toBeGreaterThanOrEqual(2);
      expect(questions.length, slug).toBeGreaterThanOrEqual(5);
      for (const { question } of questions) expect(question, slug).toMatch(/\?$/);
      expect(Object.values(content.tools).flat().length, slug).toBeGreaterThanOrEqual(4);
      expect(content.related.length, slug).toBeGreaterThanOrEqual(2);
      expect(content.related, slug).not.toContain(slug);
    }
  });

  it('are prose: no HTML, links or pictures', async () => {
    for (const { slug, content } of await texts()) {
      expect(proseOf(content), slug).not.toMatch(/<[a-z/!]|\]\(|https?:|!\[/i);
    }
  });

  it('say nothing twice', async () => {
    const seen = new Map<string, string>();
    for (const { slug, content } of await texts()) {
      for (const sentence of proseOf(content).split(/(?<=[.?])\s+|\n+/)) {
        if (sentence.split(' ').length < 8) continue;
        expect(seen.get(sentence), `${slug}: ${sentence}`).toBeUndefined();
        seen.set(sentence, slug);
      }
    }
  });
});
