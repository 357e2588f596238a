'use client';

import { useDraft } from './draft-keeper';

/** What would make the offer better, as of the last save. */
export function HintList() {
  const { hints } = useDraft().live;
  if (hints.length === 0) return null;
  return (
    <section className="mt-8">
      <h2 className="text-lg leading-7 md:text-lg md:leading-7">Worth a second look</h2>
      <ul className="mt-2 border-t border-ink text-sm">
        {hints.map(({ field, text }) => (
          <li key={field + text} className="border-b border-rule py-2.5 text-ink-2">
            <a href={`#${field}`} className="no-underline">
              {text}
            </a>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-xs text-ink-3">Hints only: the offer can be sent as it is.</p>
    </section>
  );
}

/** The choice of no role, with the one that the job title speaks of. */
export function RoleByTitle() {
  const { guess } = useDraft().live;
  return <option value="">{guess === null ? 'As the title says' : `As the title says: ${guess}`}</option>;
}
