export type ContentsEntry = {
  /** Id of the section. */
  id: string;
  label: string;
  /** A figure beside it. */
  note?: string;
};

/** Browsers that know this mark the section that is being read. Apart, because our CSS compiler does not know it. */
const CURRENT = `
.contents-list { scroll-target-group: auto }
.contents-list a:target-current { font-weight: 600; box-shadow: inset 0 -2px 0 var(--color-accent) }
@media (width >= 64rem) {
  .contents-list a:target-current { padding-left: .625rem; box-shadow: inset 3px 0 0 var(--color-accent) }
}`;

/** The sections of a long page, for the margin. */
export function Contents({ entries }: { entries: ContentsEntry[] }) {
  return (
    <nav aria-label="On this page" className="contents-list">
      <style>{CURRENT}</style>
      <ul>
        {entries.map(({ id, label, note }) => (
          <li key={id}>
            <a href={`#${id}`}>
              {label}
              {note && <span>{note}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
