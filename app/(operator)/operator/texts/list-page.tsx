import { ConsoleHead } from '@/components/operator/console-head';
import { WrittenBy } from '@/components/operator/text-state';
import { Status } from '@/components/ui/status';
import { database } from '@/db/pool';
import { listTexts } from '@/domain/operator/texts';
import type { TextKind } from '@/domain/texts/input';
import { LISTS, textPath } from './paths';

const NOTES: Record<TextKind, string> = {
  role: 'What is written about each role. The figures on its page are counted, not written.',
  service: 'What you sell, each on a page of its own.',
  page: 'Privacy, terms and imprint.',
};

/** The texts of a kind, with what is published and what waits. */
export async function TextListPage({ kind }: { kind: TextKind }) {
  const { lines, writers } = await listTexts(database(), kind);
  return (
    <>
      <ConsoleHead title={LISTS[kind].title} note={NOTES[kind]} />
      <table className="ledger ledger-stack">
        <thead>
          <tr>
            <th scope="col">Page</th>
            <th scope="col">Published</th>
            <th scope="col">Draft</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ slug, title, published, draft }) => (
            <tr key={slug}>
              <th scope="row">
                <a href={textPath(kind, slug)}>{title}</a>
              </th>
              <td data-label="Published">
                {published ? (
                  <WrittenBy revision={published} writers={writers} />
                ) : (
                  <Status kind="warn">Not written</Status>
                )}
              </td>
              <td data-label="Draft">{draft ? <WrittenBy revision={draft} writers={writers} /> : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
