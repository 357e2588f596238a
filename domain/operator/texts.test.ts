import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { createUser } from '@/db/factories';
import { event } from '@/db/schema/portal';
import { useTestDatabase } from '@/dev/testing/database';
import { findPublishedText, findText } from '@/domain/texts/queries';
import { writeText } from './text-acts';
import { findSubject, listTexts } from './texts';

const test = useTestDatabase();

const of = { kind: 'page', slug: 'imprint' } as const;
const shown = async () => (await findPublishedText(test.db, 'page', 'imprint'))?.content.body;
const heldText = async () => {
  const held = await findText(test.db, 'page', 'imprint');
  if (!held) throw new Error('There is no imprint.');
  return held;
};

describe('texts in the operator’s hands', () => {
  it('list every page with who wrote it last', async () => {
    const anna = await createUser(test.db, { email: 'anna@portal.example' });
    const by = { actor: `user:${anna.id}`, now: new Date('2037-11-21T12:00:00Z') };
    const { base, content } = await heldText();
    await writeText(
      test.db,
      { ...of, content: { ...content, title: 'Who we are' }, base, publish: false },
      by,
    );
    const { lines, writers } = await listTexts(test.db, 'page');
    expect(lines.map(({ slug }) => slug)).toEqual(['privacy', 'terms', 'imprint']);
    expect(lines[2]).toMatchObject({
      title: 'Who we are',
      published: { actor: 'system' },
      draft: { actor: by.actor },
    });
    expect(writers).toEqual({ [by.actor]: 'anna@portal.example' });
    expect((await listTexts(test.db, 'role')).lines).toHaveLength(26);
    expect((await listTexts(test.db, 'service')).lines).toHaveLength(5);
  });

  it('are of pages that there are', async () => {
    const slugs = { role: 'backend', service: 'it-recruitment', page: 'terms' } as const;
    for (const kind of ['role', 'service', 'page'] as const) {
      for (const [other, slug] of Object.entries(slugs))
        expect((await findSubject(test.db, kind, slug))?.slug).toBe(other === kind ? slug : undefined);
    }
    expect(await findSubject(test.db, 'role', 'other')).toBeNull();
  });

  it('are published at once or kept as a draft, and what is published already is not published again', async () => {
    const by = { actor: 'user:bela', now: new Date('2037-11-21T13:00:00Z') };
    const write = async (body: string, publish: boolean) => {
      const { base, content } = await heldText();
      return writeText(test.db, { ...of, content: { ...content, body }, base, publish }, by);
    };
    const before = await shown();
    expect(await write('One', false)).toBe(true);
    expect(await shown()).toBe(before);
    expect(await write('Two', true)).toBe(true);
    expect(await shown()).toBe('Two');
    const events = async () => (await test.db.select().from(event).where(eq(event.subject, 'text'))).length;
    const happened = await events();
    expect(await write('Two', true)).toBe(false);
    expect(await write('Two', false)).toBe(false);
    expect(await events()).toBe(happened);
    const { content } = await heldText();
    const late = writeText(
      test.db,
      { ...of, content: { ...content, body: 'Three' }, base: 1, publish: true },
      by,
    );
    await expect(late).rejects.toMatchObject({ code: 'text_changed' });
    expect(await shown()).toBe('Two');
  });
});
