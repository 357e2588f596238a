import { Glyph } from '@/components/ui/glyphs';
import { formatDate, formatShortDate } from '@/domain/offers/labels';
import type { LogEntry } from './answer-log';

type AnswersProps = {
  title: string;
  log: LogEntry[];
  note?: string;
  /** Whether to lead on to how the roll call works. */
  more?: boolean;
};

/** The roll of one offer: a tick or a dash, what was answered, and the day. */
export function Answers({ title, log, note, more }: AnswersProps) {
  if (log.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2 text-lg leading-7">{title}</h2>
      {/* biome-ignore lint/a11y/noRedundantRoles: without numbers Safari no longer takes it for a list */}
      <ol role="list" className="text-sm leading-5">
        {log.map((entry) => (
          <li
            key={`${entry.at} ${entry.text}`}
            className="grid grid-cols-[1.5rem_1fr_auto] gap-2 border-b border-rule py-1.5"
          >
            <Glyph name={entry.mark} className={entry.mark === 'dash' ? 'text-ink-3' : 'text-accent'} />
            <span>{entry.text}</span>
            <time
              dateTime={entry.at.slice(0, 10)}
              title={formatDate(entry.at)}
              className="text-xs text-ink-3"
            >
              {formatShortDate(entry.at)}
            </time>
          </li>
        ))}
      </ol>
      {note && <p className="mt-2 text-xs text-ink-3">{note}</p>}
      {more && (
        <p className="mt-1 text-xs">
          <a href="/how-it-works" className="inline-block py-1">
            How the roll call works
          </a>
        </p>
      )}
    </section>
  );
}
