'use client';

import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import type { SaveAnswer } from './answer';
import { type Keeper, keepDraft, type SaveState } from './keep-draft';
import { dropCopy, type Fields, fieldsOfForm, readCopy, signatureOf } from './saved-copy';

type Draft = {
  state: SaveState;
  live: SaveAnswer['live'];
  /** What this browser has and the server has not. */
  copy: { fields: Fields; at: string } | null;
  keepMine: () => void;
  putBack: () => Promise<void>;
  forget: () => void;
};

const DraftContext = createContext<Draft | null>(null);

export function useDraft(): Draft {
  const draft = useContext(DraftContext);
  if (!draft) throw new Error('useDraft is for parts of a DraftKeeper');
  return draft;
}

type DraftKeeperProps = {
  /** Id of the form among `children`. */
  formId: string;
  draftId: string;
  /** ISO 8601; null before the first save. */
  savedAt: string | null;
  live: SaveAnswer['live'];
  children: ReactNode;
};

/** Keeps the form on the server as it is typed, and tells its parts how that went. */
export function DraftKeeper({ formId, draftId, savedAt, live: initial, children }: DraftKeeperProps) {
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: savedAt });
  const [live, setLive] = useState(initial);
  const [copy, setCopy] = useState<Draft['copy']>(null);
  const keeper = useRef<Keeper>(null);

  useEffect(() => {
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement)) return;
    const kept = readCopy(draftId);
    if (kept && signatureOf(kept.fields) !== signatureOf(fieldsOfForm(form))) setCopy(kept);
    else dropCopy(draftId);
    keeper.current = keepDraft(form, setState, (answer) => setLive(answer.live));
    return () => keeper.current?.stop();
  }, [formId, draftId]);

  const draft: Draft = {
    state,
    live,
    copy,
    keepMine: () => keeper.current?.keepMine(),
    async putBack() {
      if (copy) await keeper.current?.putBack(copy.fields);
    },
    forget() {
      dropCopy(draftId);
      setCopy(null);
    },
  };
  return <DraftContext value={draft}>{children}</DraftContext>;
}
