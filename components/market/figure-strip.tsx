export type Figure = { label: string; value: string; note?: string };

/** Large figures under their names, at most four. */
export function FigureStrip({ figures }: { figures: Figure[] }) {
  return (
    <dl className="figure-strip">
      {figures.map(({ label, value, note }) => (
        <div key={label} className="md:not-first:pl-4">
          <dt>{label}</dt>
          <dd>{value}</dd>
          {note && <dd>{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
