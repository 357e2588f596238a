import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { skill } from '@/db/schema/roles';
import { skillRedirect } from '@/db/schema/texts';
import { useTestDatabase } from '@/dev/testing/database';
import { TEXT_KINDS, type TextKind } from './input';
import { listPublishedTexts } from './queries';
import { loadTextNames, readTypedText, type TextNames, textFields, toTypedText } from './text-form';

const database = useTestDatabase();
let names: TextNames;
beforeAll(async () => {
  names = await loadTextNames(database.db);
});

/** A role's form with what is said of the rest. */
const role = (fields: Record<string, string>) =>
  readTypedText('role', { summary: 'A role.', ...fields }, names);

describe('the form of a text', () => {
  it.each(TEXT_KINDS)(
    'begins with every shipped text of a %s and reads the same from it',
    async (kind: TextKind) => {
      const texts = await listPublishedTexts(database.db, kind);
      expect(texts.length).toBeGreaterThan(2);
      for (const { slug, content } of texts) {
        const typed = toTypedText(kind, content, names);
        expect(Object.keys(typed), slug).toEqual(textFields(kind).map(({ name }) => name));
        expect(readTypedText(kind, typed, names), slug).toEqual({ content });
        // As a browser sends it.
        const sent = Object.fromEntries(
          Object.entries(typed).map(([k, v]) => [k, v.replaceAll('\n', '\r\n')]),
        );
        expect(readTypedText(kind, sent, names), slug).toEqual({ content });
      }
    },
  );

  it('takes skills and roles by name, spelling or slug, each once', () => {
    const { content } = role({
      'tools-languages': ' java ,GOLANG; c-plus-plus\nJava,, C++',
      related: 'Frontend developer, devops, Frontend',
    });
    expect(content?.tools.languages).toEqual(['java', 'go', 'c-plus-plus']);
    expect(content?.related).toEqual(['frontend', 'devops']);
  });

  it('shows a skill that was merged by the name of the other, and keeps that', async () => {
    const [java] = await database.db.select().from(skill).where(eq(skill.slug, 'java'));
    await database.db.insert(skillRedirect).values({ slug: 'oak', skillId: java?.id ?? 0 });
    const later = await loadTextNames(database.db);
    const text = role({ 'tools-languages': 'Java' }).content;
    if (!text) throw new Error('It was not read.');
    const former = { ...text, tools: { ...text.tools, languages: ['oak', 'java', 'go'] } };
    const typed = toTypedText('role', former, later);
    expect(typed['tools-languages']).toBe('Java, Go');
    expect(readTypedText('role', typed, later).content?.tools.languages).toEqual(['java', 'go']);
    expect(
      readTypedText('role', { ...typed, 'tools-languages': 'oak' }, later).content?.tools.languages,
    ).toEqual(['java']);
  });

  it.each([
    ['summary', '', 'Summary is empty.'],
    ['summary', 'x'.repeat(221), 'Summary is longer than 220 characters.'],
    ['tools-tools', 'Docker, Abacus, Slide rule', 'Nothing is called “Abacus”, “Slide rule”.'],
    ['related', 'Astronaut', 'Nothing is called “Astronaut”.'],
    ['work', 'One\n\n## Two', 'The work has a heading of its own (##): use ###.'],
    ['questions', 'Who?', 'Questions does not begin with a question (###).'],
  ])('names %s at fault', (field, typed, sentence) => {
    expect(role({ [field]: typed })).toEqual({ faults: { [field]: sentence } });
  });

  it('tells all faults at once, in the order of the fields', () => {
    expect(
      Object.keys(role({ related: 'Astronaut', summary: '', 'tools-databases': 'Abacus' }).faults ?? {}),
    ).toEqual(['summary', 'tools-databases', 'related']);
  });

  it('knows what the portal fills in', () => {
    const read = (body: string) => readTypedText('page', { title: 'Imprint', body }, names);
    expect(read('{{siteName}} is run by {{ ownerName }}.').content).toBeDefined();
    expect(read('{{siteName}} is run by {{owner}}.').faults).toEqual({
      body: 'There is no {{owner}} to fill in.',
    });
  });
});
