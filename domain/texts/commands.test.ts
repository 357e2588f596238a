import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { cacheInvalidation, event } from '@/db/schema/portal';
import { textRevision } from '@/db/schema/texts';
import { useTestDatabase } from '@/dev/testing/database';
import { discardDraft, publishDraft, restoreRevision, saveDraft } from './commands';
import type { PageText } from './input';
import {
  findDraft,
  findPublishedText,
  findRevision,
  findText,
  listRevisions,
  listTextStates,
} from './queries';

const database = useTestDatabase();
const ANNA = (minute = 0) => ({ actor: 'user:anna', now: new Date(Date.UTC(2026, 10, 2, 9, minute)) });
const BELA = (minute = 0) => ({ ...ANNA(minute), actor: 'user:bela' });

const page = { kind: 'page', slug: 'imprint' } as const;
const text = (body: string): PageText => ({ title: 'Imprint', body });
const save = (body: string, base: number | null, by = ANNA()) =>
  saveDraft(database.db, { ...page, content: text(body), base }, by);
const publish = (id: number, by = ANNA()) => publishDraft(database.db, { ...page, id }, by);
const shown = async () => (await findPublishedText(database.db, 'page', 'imprint'))?.content.body;
const happened = async () =>
  (await database.db.select().from(event).where(eq(event.subject, 'text')).orderBy(event.id)).map(
    (row) => row.type,
  );

beforeEach(async () => {
  await database.db.execute(sql`truncate text_revision, event, cache_invalidation`);
});

describe('a text that is edited', () => {
  it('is shown once its draft is published', async () => {
    const first = await save('One', null);
    expect(await shown()).toBeUndefined();
    const id = await save('Two', first, ANNA(1));
    await publish(id, ANNA(2));
    expect(await findPublishedText(database.db, 'page', 'imprint')).toEqual({
      id,
      slug: 'imprint',
      content: text('Two'),
      publishedAt: ANNA(2).now.toISOString(),
      firstPublishedAt: ANNA(2).now.toISOString(),
    });
    expect(await findDraft(database.db, 'page', 'imprint')).toBeNull();
    expect(await happened()).toEqual(['text.drafted', 'text.drafted', 'text.published']);
  });

  it('keeps its draft apart from what is shown', async () => {
    await publish(await save('One', null));
    const { base } = (await findText(database.db, 'page', 'imprint')) ?? { base: null };
    const draft = await save('Two', base, BELA(1));
    expect(await shown()).toBe('One');
    expect(await findText(database.db, 'page', 'imprint')).toEqual({
      content: text('Two'),
      base: draft,
      isDraft: true,
    });
    expect(await discardDraft(database.db, { ...page, id: draft }, ANNA())).toBe(true);
    expect(await discardDraft(database.db, { ...page, id: draft }, ANNA())).toBe(false);
    expect(await findText(database.db, 'page', 'imprint')).toMatchObject({
      content: text('One'),
      isDraft: false,
    });
  });

  it('is stale on its page and where its kind is listed, when it is published and not before', async () => {
    const tags = async () =>
      (await database.db.select().from(cacheInvalidation).orderBy(cacheInvalidation.id)).map(
        ({ tag }) => tag,
      );
    const id = await save('One', null);
    expect(await tags()).toEqual([]);
    await publish(id);
    expect(await tags()).toEqual(['text:page:imprint', 'texts:page']);
  });

  it('does not mind being saved or published twice', async () => {
    const id = await save('One', null);
    expect(await save('One', null)).toBe(id);
    await publish(id);
    await publish(id, BELA(5));
    expect(await listRevisions(database.db, 'page', 'imprint')).toMatchObject([{ id, actor: 'user:anna' }]);
    expect(await happened()).toEqual(['text.drafted', 'text.published']);
  });
});

describe('two people at one text', () => {
  const changed = expect.objectContaining({ code: 'text_changed' });

  it('do not overwrite each other’s draft', async () => {
    const base = await save('One', null);
    await save('Anna’s', base);
    await expect(save('Bela’s', base, BELA())).rejects.toEqual(changed);
    expect((await findDraft(database.db, 'page', 'imprint'))?.content.body).toBe('Anna’s');
  });

  it('do not both begin a draft, at the same instant either', async () => {
    const answers = await Promise.allSettled([save('Anna’s', null), save('Bela’s', null, BELA())]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const id = await save('More', (await findDraft(database.db, 'page', 'imprint'))?.id ?? null);
    const again = await Promise.allSettled([save('A', id), save('B', id, BELA()), save('C', id, BELA())]);
    expect(again.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('do not begin with a text that has been replaced', async () => {
    const old = await save('One', null);
    await publish(old);
    await publish(await save('Two', old, ANNA(1)), ANNA(1));
    await expect(save('Three', old, BELA(2))).rejects.toEqual(changed);
    await expect(save('Three', null, BELA(2))).rejects.toEqual(changed);
  });

  it('publish what they have read, and nothing else', async () => {
    const read = await save('One', null);
    await save('Two', read, BELA());
    await expect(publish(read)).rejects.toEqual(changed);
    expect(await shown()).toBeUndefined();
    expect(await discardDraft(database.db, { ...page, id: read }, ANNA())).toBe(false);
  });
});

describe('an earlier revision', () => {
  it('is published again as a copy, beside a draft', async () => {
    const one = await save('One', null);
    await publish(one);
    const two = await save('Two', one, ANNA(1));
    await publish(two, ANNA(1));
    const draft = await save('Three', two, BELA(2));
    expect(await restoreRevision(database.db, { ...page, id: one }, BELA(3))).toBe(true);
    expect(await shown()).toBe('One');
    expect(await listRevisions(database.db, 'page', 'imprint')).toMatchObject([
      { id: draft, publishedAt: null },
      { actor: 'user:bela', publishedAt: BELA(3).now.toISOString() },
      { id: two },
      { id: one },
    ]);
    expect(await findPublishedText(database.db, 'page', 'imprint')).toMatchObject({
      firstPublishedAt: ANNA().now.toISOString(),
    });
    await publish(await save('Four', draft, BELA(4)), BELA(4));
    expect(await shown()).toBe('Four');
  });

  it('is restored once', async () => {
    const one = await save('One', null);
    await publish(one);
    await publish(await save('Two', one), ANNA(1));
    expect(await restoreRevision(database.db, { ...page, id: one }, ANNA(2))).toBe(true);
    expect(await restoreRevision(database.db, { ...page, id: one }, ANNA(3))).toBe(false);
    expect(await happened()).toHaveLength(5);
  });

  it('is of its own text, and was published', async () => {
    const id = await save('One', null);
    const other = { kind: 'page', slug: 'terms', id } as const;
    expect(await restoreRevision(database.db, { ...page, id }, ANNA())).toBe(false);
    await publish(id);
    expect(await restoreRevision(database.db, other, ANNA())).toBe(false);
    await expect(publishDraft(database.db, other, ANNA())).rejects.toMatchObject({ code: 'text_changed' });
    expect(await discardDraft(database.db, other, ANNA())).toBe(false);
    expect(await findRevision(database.db, 'page', 'terms', id)).toBeNull();
    expect(await findRevision(database.db, 'page', 'imprint', id)).toMatchObject({ content: text('One') });
  });
});

it('lists what there is of a kind', async () => {
  const one = await save('One', null);
  await publish(one);
  const draft = await save('Two', one, ANNA(1));
  await saveDraft(database.db, { kind: 'page', slug: 'terms', content: text('T'), base: null }, BELA());
  expect(await listTextStates(database.db, 'page')).toMatchObject({
    imprint: { published: { id: one }, draft: { id: draft } },
    terms: { published: null, draft: { actor: 'user:bela' } },
  });
  expect(await listTextStates(database.db, 'service')).toEqual({});
  expect(await database.db.select().from(textRevision)).toHaveLength(3);
});
