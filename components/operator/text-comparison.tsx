type Compared = { field: { name: string; label: string }; before: string; after: string; differs: boolean };

type TextComparisonProps = {
  fields: Compared[];
  /** What the two are. */
  sides: [string, string];
  /** One text alone, all of it. */
  whole?: boolean;
};

/** Two states of a text, field by field: those that differ side by side, their differing lines marked. */
export function TextComparison({ fields, sides: [left, right], whole }: TextComparisonProps) {
  if (whole) {
    return fields
      .filter(({ after }) => after !== '')
      .map(({ field, after }) => (
        <section key={field.name} className="mb-8 max-w-200">
          <h2 className="text-lg">{field.label}</h2>
          <Lines text={after} other={after} as="ins" />
        </section>
      ));
  }
  const differing = fields.filter(({ differs }) => differs);
  const same = fields.filter(({ differs }) => !differs);
  return (
    <>
      {differing.length === 0 && <p className="max-w-160">Both say the same.</p>}
      {differing.map(({ field, before, after }) => (
        <section key={field.name} className="mb-8 border-t border-ink pt-3">
          <h2 className="text-lg">{field.label}</h2>
          <div className="mt-2 grid gap-x-8 gap-y-4 md:grid-cols-2">
            <div className="min-w-0">
              <h3 className="font-sans text-xs font-normal text-ink-3">{left}</h3>
              <Lines text={before} other={after} as="del" />
            </div>
            <div className="min-w-0">
              <h3 className="font-sans text-xs font-normal text-ink-3">{right}</h3>
              <Lines text={after} other={before} as="ins" />
            </div>
          </div>
        </section>
      ))}
      {differing.length > 0 && same.length > 0 && (
        <p className="text-sm text-ink-3">
          The same in both: {same.map(({ field }) => field.label).join(', ')}.
        </p>
      )}
    </>
  );
}

/** The lines of a text; those that the other has not got are marked. */
function Lines({ text, other, as: Mark }: { text: string; other: string; as: 'ins' | 'del' }) {
  if (text === '') return <p className="mt-1 text-sm text-ink-3">Nothing.</p>;
  const others = new Set(other.split('\n'));
  // An empty line is the same wherever it stands.
  const lines = text.split('\n').map((line) => ({ line, marked: line.trim() !== '' && !others.has(line) }));
  return (
    <div className="mt-1 text-sm leading-6 break-words whitespace-pre-wrap">
      {lines.map(({ line, marked }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have nothing else, and never move
        <div key={index} className="min-h-3">
          {marked ? (
            <Mark className={Mark === 'ins' ? 'bg-good-wash no-underline' : 'bg-accent-wash no-underline'}>
              {line}
            </Mark>
          ) : (
            line
          )}
        </div>
      ))}
    </div>
  );
}
