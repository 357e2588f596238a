import { notFound } from 'next/navigation';
import { ActForm } from '@/components/operator/act-form';
import { ConsoleHead } from '@/components/operator/console-head';
import { TextComparison } from '@/components/operator/text-comparison';
import { TextLinks, WrittenBy } from '@/components/operator/text-state';
import { database } from '@/db/pool';
import { idParam } from '@/domain/operator/input';
import { findSubject, findWriters } from '@/domain/operator/texts';
import type { TextKind } from '@/domain/texts/input';
import { findPublishedText, findRevision } from '@/domain/texts/queries';
import { compareTexts, loadTextNames, toTypedText } from '@/domain/texts/text-form';
import { publish, restore } from './actions';
import { textPath } from './paths';

/** One state of a text beside what is published now. */
export async function TextRevisionPage({ kind, slug, id }: { kind: TextKind; slug: string; id: string }) {
  const [subject, revision, published, names] = await Promise.all([
    findSubject(database(), kind, slug),
    findRevision(database(), kind, slug, idParam(id) ?? 0),
    findPublishedText(database(), kind, slug),
    loadTextNames(database()),
  ]);
  if (!subject || !revision) notFound();
  const writers = await findWriters(database(), [revision]);
  const isDraft = revision.publishedAt === null;
  const isCurrent = revision.id === published?.id;
  const path = textPath(kind, slug);
  const about = { kind, slug, id: String(revision.id) };
  const said = toTypedText(kind, revision.content, names);
  const now = published ? toTypedText(kind, published.content, names) : {};
  return (
    <>
      <ConsoleHead
        title={`${isDraft ? 'Draft' : 'Revision'}: ${subject.title}`}
        note={<WrittenBy revision={revision} writers={writers} saying={isDraft ? 'Saved' : 'Published'} />}
      >
        {isDraft && (
          <ActForm action={publish} about={about} kind="go">
            Publish
          </ActForm>
        )}
        {!isDraft && !isCurrent && (
          <ActForm action={restore} about={about} kind="go">
            Publish this again
          </ActForm>
        )}
      </ConsoleHead>
      <TextLinks
        links={[
          { href: path, label: 'Back to the text' },
          { href: `${path}/revisions`, label: 'Revisions' },
          { href: `${path}/preview?revision=${revision.id}`, label: 'As its page shows it' },
        ]}
      />
      {isCurrent ? (
        <TextComparison fields={compareTexts(kind, said, said)} sides={['Now', 'Now']} whole />
      ) : (
        <TextComparison
          fields={isDraft ? compareTexts(kind, now, said) : compareTexts(kind, said, now)}
          sides={isDraft ? ['Published now', 'The draft'] : ['Then', 'Published now']}
        />
      )}
    </>
  );
}
