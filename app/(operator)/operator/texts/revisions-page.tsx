import { notFound } from 'next/navigation';
import { ConsoleHead } from '@/components/operator/console-head';
import { Moment } from '@/components/operator/moment';
import { TextLinks, writerName } from '@/components/operator/text-state';
import { Blank } from '@/components/ui/blank';
import { Status } from '@/components/ui/status';
import { database } from '@/db/pool';
import { findSubject, findWriters } from '@/domain/operator/texts';
import type { TextKind } from '@/domain/texts/input';
import { listRevisions } from '@/domain/texts/queries';
import { textPath } from './paths';

/** Every state that was kept of a text, with who wrote it and when. */
export async function TextRevisionsPage({ kind, slug }: { kind: TextKind; slug: string }) {
  const subject = await findSubject(database(), kind, slug);
  if (!subject) notFound();
  const revisions = await listRevisions(database(), kind, slug);
  const writers = await findWriters(database(), revisions);
  const path = textPath(kind, slug);
  const current = revisions.find(({ publishedAt }) => publishedAt !== null)?.id;
  return (
    <>
      <ConsoleHead
        title={`Revisions: ${subject.title}`}
        note="The latest first. Any of them can be published again."
      />
      <TextLinks links={[{ href: path, label: 'Back to the text' }]} />
      {revisions.length === 0 && <Blank title="Nothing was written yet." />}
      {revisions.length > 0 && (
        <table className="ledger ledger-stack">
          <thead>
            <tr>
              <th scope="col">When, UTC</th>
              <th scope="col">By</th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {revisions.map((revision) => (
              <tr key={revision.id}>
                <th scope="row">
                  <a href={`${path}/revisions/${revision.id}`}>
                    <Moment at={revision.publishedAt ?? revision.updatedAt} />
                  </a>
                </th>
                <td data-label="By">{writerName(revision, writers)}</td>
                <td data-label="State">
                  {revision.publishedAt === null && <Status kind="warn">Draft</Status>}
                  {revision.id === current && <Status kind="good">Published now</Status>}
                  {revision.publishedAt !== null && revision.id !== current && <Status>Earlier</Status>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
