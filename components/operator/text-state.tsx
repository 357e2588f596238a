import { Moment } from './moment';

type Written = { actor: string; updatedAt: string; publishedAt: string | null };
/** Addresses by actor, such as `user:17`. */
type Writers = Record<string, string>;

export function writerName({ actor }: Pick<Written, 'actor'>, writers: Writers): string {
  if (actor === 'system') return 'the portal';
  return writers[actor] ?? 'somebody who has left';
}

/** When a state of a text was written, and by whom. */
export function WrittenBy({
  revision,
  writers,
  saying,
}: {
  revision: Written;
  writers: Writers;
  saying?: string;
}) {
  return (
    <span>
      {saying && `${saying} `}
      <Moment at={revision.publishedAt ?? revision.updatedAt} />{' '}
      <span className="break-words text-ink-3">by {writerName(revision, writers)}</span>
    </span>
  );
}

/** What is published of a text, and what waits. */
export function TextState({
  draft,
  published,
  writers,
}: {
  draft: Written | null;
  published: Written | null;
  writers: Writers;
}) {
  return (
    <>
      {published ? (
        <WrittenBy saying="Published" revision={published} writers={writers} />
      ) : (
        'Nothing is published yet.'
      )}
      {draft && (
        <span className="block">
          <WrittenBy saying="Draft, saved" revision={draft} writers={writers} />
        </span>
      )}
    </>
  );
}

/** Where to go from a text. */
export function TextLinks({ links }: { links: { href: string; label: string }[] }) {
  return (
    <nav aria-label="This text" className="-mt-3 mb-7 flex flex-wrap gap-x-6 text-sm">
      {links.map(({ href, label }) => (
        <a key={href} href={href} className="py-1.5">
          {label}
        </a>
      ))}
    </nav>
  );
}
