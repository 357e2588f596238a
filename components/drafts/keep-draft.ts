import type { SaveAnswer, SaveRefusal } from './answer';
import { dropCopy, type Fields, fieldsOfForm, keepCopy } from './saved-copy';

export type SaveState =
  /** `at`: ISO 8601; null before the first save. */
  | { kind: 'saved'; at: string | null }
  /** Tried, and will be tried again. */
  | { kind: 'failed' }
  | { kind: 'conflict'; at: string }
  | { kind: 'refused'; why: 'missing' | 'limit' | 'sent'; href?: string };

export type Keeper = {
  /** Saves over what another window saved. */
  keepMine: () => void;
  /** Saves `fields` instead of what the page shows, and loads the page anew. */
  putBack: (fields: Fields) => Promise<void>;
  stop: () => void;
};

const SAVE_URL = '/post-a-job/save';
const PAUSE_MS = 600;
const LONGEST_MS = 2_000;
const TIMEOUT_MS = 10_000;
const RETRY_MS = [1_000, 2_000, 4_000, 8_000, 15_000];

/**
 * Saves the form as it is typed: soon after the last key, while typing goes on every two seconds, at once when a
 * field or the page is left. One save is under way at a time; until the server has said that it has the text, a
 * copy stays in the browser.
 */
export function keepDraft(
  form: HTMLFormElement,
  onState: (state: SaveState) => void,
  onAnswer: (answer: SaveAnswer) => void,
): Keeper {
  const hidden = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
  const draft = hidden('draft').value;
  const events = new AbortController();
  let typed = 0;
  let savedUpTo = 0;
  let underWay = false;
  let halted = false;
  let failures = 0;
  /** What another window saved, as the server counts. */
  let conflicting = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueBy = 0;

  /** A body to save `fields`, under the next number of this page. */
  function makeBody(fields: Fields): string {
    hidden('sequence').value = String(Number(hidden('sequence').value) + 1);
    return JSON.stringify({
      draft,
      revision: Number(hidden('revision').value),
      writer: hidden('writer').value,
      sequence: Number(hidden('sequence').value),
      form: fields,
    });
  }

  function post(fields: Fields): Promise<Response> {
    return fetch(SAVE_URL, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: makeBody(fields),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  }

  function schedule(wait: number): void {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  }

  function noteTyping(): void {
    typed += 1;
    keepCopy(draft, fieldsOfForm(form));
    if (halted || failures > 0) return;
    if (typed - savedUpTo === 1 || dueBy === 0) dueBy = Date.now() + LONGEST_MS;
    schedule(Math.max(0, Math.min(PAUSE_MS, dueBy - Date.now())));
  }

  async function save(): Promise<void> {
    clearTimeout(timer);
    if (halted || underWay || typed === savedUpTo) return;
    underWay = true;
    dueBy = 0;
    const upTo = typed;
    try {
      const response = await post(fieldsOfForm(form));
      if (response.status >= 500) throw new Error(String(response.status));
      if (response.ok) accept((await response.json()) as SaveAnswer, upTo);
      else refuse((await response.json().catch(() => ({ refused: 'missing' }))) as SaveRefusal);
    } catch {
      failures += 1;
      onState({ kind: 'failed' });
      timer = setTimeout(save, RETRY_MS[Math.min(failures, RETRY_MS.length) - 1]);
    } finally {
      underWay = false;
    }
    if (failures === 0 && typed > savedUpTo) schedule(PAUSE_MS);
  }

  function accept(answer: SaveAnswer, upTo: number): void {
    failures = 0;
    savedUpTo = upTo;
    hidden('revision').value = String(answer.revision);
    if (typed === upTo) dropCopy(draft);
    onState({ kind: 'saved', at: answer.savedAt });
    onAnswer(answer);
  }

  function refuse(refusal: SaveRefusal): void {
    failures = 0;
    halted = true;
    if (refusal.refused === 'conflict') {
      conflicting = refusal.revision;
      onState({ kind: 'conflict', at: refusal.savedAt });
    } else
      onState({
        kind: 'refused',
        why: refusal.refused,
        href: refusal.refused === 'sent' ? refusal.href : undefined,
      });
  }

  const listen = { signal: events.signal };
  form.addEventListener('input', noteTyping, listen);
  form.addEventListener('focusout', () => void save(), listen);
  form.addEventListener(
    'submit',
    (event) => {
      // Enter in a field: saving is all that it does, and for that nobody has to leave the page.
      if (event.submitter?.id === 'save-by-enter') {
        event.preventDefault();
        void save();
        return;
      }
      // The form itself carries what was typed, and is the newest of this page's saves.
      halted = true;
      clearTimeout(timer);
      hidden('sequence').value = String(Number(hidden('sequence').value) + 1);
      keepCopy(draft, fieldsOfForm(form));
    },
    listen,
  );
  function leave(): void {
    if (halted || typed === savedUpTo) return;
    navigator.sendBeacon(SAVE_URL, new Blob([makeBody(fieldsOfForm(form))], { type: 'application/json' }));
  }
  window.addEventListener('pagehide', leave, listen);
  document.addEventListener('visibilitychange', () => document.hidden && void save(), listen);
  window.addEventListener('online', () => failures > 0 && void save(), listen);
  // Back from the page that the form led to: writing goes on.
  window.addEventListener('pageshow', ({ persisted }) => persisted && location.reload(), listen);

  // What was typed before this script had loaded.
  if (isTouched(form)) noteTyping();

  return {
    keepMine() {
      hidden('revision').value = String(conflicting);
      typed += 1;
      halted = false;
      void save();
    },
    async putBack(fields) {
      halted = true;
      const response = await post(fields);
      if (!response.ok) throw new Error(String(response.status));
      dropCopy(draft);
      location.reload();
    },
    stop() {
      clearTimeout(timer);
      leave();
      events.abort();
    },
  };
}

/** Whether anything differs from what the server sent. */
function isTouched(form: HTMLFormElement): boolean {
  return [...form.elements].some((field) => {
    if (field instanceof HTMLSelectElement) return field.value !== defaultOf(field);
    if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
    if (!(field instanceof HTMLInputElement) || field.type === 'hidden') return false;
    return field.type === 'radio' || field.type === 'checkbox'
      ? field.checked !== field.defaultChecked
      : field.value !== field.defaultValue;
  });
}

/** The first option where none is marked. */
function defaultOf(select: HTMLSelectElement): string | undefined {
  const options = [...select.options];
  return (options.find(({ defaultSelected }) => defaultSelected) ?? options[0])?.value;
}
