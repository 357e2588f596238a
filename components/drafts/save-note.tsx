'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useDraft } from './draft-keeper';

/** When the draft was last saved, and plainly if it was not. Two lines high, so that nothing below it moves. */
export function SaveNote({ isChange = false }: { isChange?: boolean }) {
  const { state } = useDraft();
  return (
    <p className="min-h-11 text-sm text-ink-3" aria-live="polite">
      {state.kind === 'saved' &&
        (state.at === null ? (
          isChange ? (
            'Nothing changed yet. It is saved as you type.'
          ) : (
            'Nothing typed yet. It is saved as you type.'
          )
        ) : (
          <>
            {isChange ? 'Changes' : 'Draft'} saved at <Clock at={state.at} />.{' '}
            {isChange ? 'Nobody sees them yet.' : 'Nothing is charged for writing.'}
          </>
        ))}
      {state.kind === 'failed' && (
        <strong className="text-accent-deep">
          Not saved: the server does not answer. Your text is kept in this browser, and we keep trying.
        </strong>
      )}
      {(state.kind === 'conflict' || state.kind === 'refused') && (
        <strong className="text-accent-deep">Not saved.</strong>
      )}
    </p>
  );
}

/** What the writer has to decide before anything is saved again. */
export function SaveQuestion() {
  const { state, copy, keepMine, putBack, forget } = useDraft();
  const [failed, setFailed] = useState(false);
  if (state.kind === 'conflict')
    return (
      <Notice role="alert" kind="warn" className="mb-8">
        <p>
          Another window has saved this draft at <Clock at={state.at} />. Nothing was overwritten. Which one
          is to stay?
        </p>
        <p className="mt-3 flex flex-wrap gap-3">
          <Button type="button" small kind="ink" onClick={keepMine}>
            Keep what is on this page
          </Button>
          <Button
            type="button"
            small
            onClick={() => {
              forget();
              location.reload();
            }}
          >
            Load the other one
          </Button>
        </p>
      </Notice>
    );
  if (state.kind === 'refused')
    return (
      <Notice role="alert" kind="warn" className="mb-8">
        {state.why === 'sent' && (
          <p>
            This draft was sent meanwhile. What you type here is kept in this browser only;{' '}
            <a href={state.href}>go to the offer</a> to change it.
          </p>
        )}
        {state.why === 'limit' && (
          <p>So many new drafts from one place are more than we keep in an hour. Please try again later.</p>
        )}
        {state.why === 'missing' && (
          <p>
            This draft is not yours to save any more: you were signed out, or it was deleted. Your text is
            kept in this browser. “Save the draft” below keeps it as a draft of this browser.
          </p>
        )}
      </Notice>
    );
  if (copy)
    return (
      <Notice role="status" kind="warn" className="mb-8">
        <p>
          This browser has text of <Clock at={copy.at} /> that never reached the server.
        </p>
        <p className="mt-3 flex flex-wrap gap-3">
          <Button
            type="button"
            small
            kind="ink"
            onClick={() => {
              putBack().catch(() => setFailed(true));
            }}
          >
            Put it back
          </Button>
          <Button type="button" small onClick={forget}>
            Leave it
          </Button>
        </p>
        {failed && <p className="mt-2">That did not work. The text is still here; try again in a moment.</p>}
      </Notice>
    );
  return null;
}

/** Hour and minute: of the visitor's clock where scripts run, else in UTC. */
export function Clock({ at }: { at: string }) {
  const [zone, setZone] = useState<string | undefined>('UTC');
  useEffect(() => setZone(undefined), []);
  const [day, today] = [at.slice(0, 10), new Date().toISOString().slice(0, 10)];
  const text = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    ...(day !== today && { day: 'numeric', month: 'short' }),
    timeZone: zone,
    timeZoneName: zone ? 'short' : undefined,
  }).format(new Date(at));
  return (
    <time dateTime={at} suppressHydrationWarning>
      {text}
    </time>
  );
}
