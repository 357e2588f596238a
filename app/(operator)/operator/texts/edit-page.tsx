import { notFound } from 'next/navigation';
import { ActForm } from '@/components/operator/act-form';
import { ConsoleHead } from '@/components/operator/console-head';
import { TextForm } from '@/components/operator/text-form';
import { TextLinks, TextState } from '@/components/operator/text-state';
import { Confirm } from '@/components/ui/confirm';
import { Notice } from '@/components/ui/notice';
import { database } from '@/db/pool';
import { type Params, textParam } from '@/domain/operator/input';
import { findSubject, findWriters } from '@/domain/operator/texts';
import type { TextKind } from '@/domain/texts/input';
import { PLACEHOLDERS } from '@/domain/texts/placeholders';
import { findText, listRevisions } from '@/domain/texts/queries';
import { loadTextNames, textFields, toTypedText } from '@/domain/texts/text-form';
import { discard, save } from './actions';
import { LISTS, publicPath, textPath } from './paths';

const SAVED: Record<string, string> = {
  draft: 'The draft was saved. Its page says what it said until the draft is published.',
  published: 'Published. The page says so from now on.',
  discarded: 'The draft was thrown away.',
  nothing: 'It says that already, so nothing was changed.',
};

/** A text as a form. */
export async function TextEditPage({ kind, slug, params }: { kind: TextKind; slug: string; params: Params }) {
  const subject = await findSubject(database(), kind, slug);
  if (!subject) notFound();
  const [held, revisions, names] = await Promise.all([
    findText(database(), kind, slug),
    listRevisions(database(), kind, slug),
    loadTextNames(database()),
  ]);
  const [draft, published] = [
    revisions.find(({ publishedAt }) => publishedAt === null) ?? null,
    revisions.find(({ publishedAt }) => publishedAt !== null) ?? null,
  ];
  const writers = await findWriters(database(), [draft, published]);
  const path = textPath(kind, slug);
  const saved = SAVED[textParam(params, 'saved') ?? ''];
  return (
    <>
      <ConsoleHead
        title={subject.title}
        note={<TextState draft={draft} published={published} writers={writers} />}
      />
      <TextLinks
        links={[
          { href: LISTS[kind].path, label: LISTS[kind].title },
          ...(published ? [{ href: publicPath(kind, slug), label: 'The page' }] : []),
          ...(draft ? [{ href: `${path}/preview`, label: 'Preview of the draft' }] : []),
          { href: `${path}/revisions`, label: `Revisions (${revisions.length})` },
        ]}
      />
      {saved && (
        <Notice kind="good" role="status" className="mb-6 max-w-160">
          <p>{saved}</p>
        </Notice>
      )}
      {kind === 'page' && <Placeholders />}
      <TextForm
        key={textParam(params, 'at')}
        action={save}
        of={{ kind, slug }}
        base={held?.base ?? null}
        fields={textFields(kind)}
        values={held ? toTypedText(kind, held.content, names) : {}}
      />
      {draft && (
        <div className="mt-8">
          <Confirm label="Throw the draft away">
            <p className="mb-3">
              What it says is lost. {published ? 'What is published stays.' : 'The page has no text then.'}
            </p>
            <ActForm action={discard} about={{ kind, slug, id: String(draft.id) }} small>
              Throw it away
            </ActForm>
          </Confirm>
        </div>
      )}
    </>
  );
}

/** Names that stand for what the portal knows. */
function Placeholders() {
  return (
    <details className="confirm mb-6 max-w-160">
      <summary className="link-button">What can be filled in</summary>
      <dl className="mt-2 grid gap-x-6 border-t border-ink text-sm md:grid-cols-[12rem_1fr]">
        {Object.entries(PLACEHOLDERS).map(([name, what]) => (
          <div key={name} className="contents">
            <dt className="pt-2 font-mono text-xs md:border-b md:border-rule md:py-2">{`{{${name}}}`}</dt>
            <dd className="border-b border-rule pb-2 text-ink-2 md:py-2">{what}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
