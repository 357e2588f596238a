'use client';

import { useSyncExternalStore } from 'react';
import { cx } from '@/components/ui/classes';
import { THEME_KEY, THEMES, type Theme } from './theme';

const CHANGED = 'themechange';

function subscribe(notify: () => void): () => void {
  addEventListener(CHANGED, notify);
  return () => removeEventListener(CHANGED, notify);
}

function current(): Theme {
  return THEMES.find((theme) => theme === document.documentElement.dataset.theme) ?? 'system';
}

function choose(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
  try {
    if (theme === 'system') localStorage.removeItem(THEME_KEY);
    else localStorage.setItem(THEME_KEY, theme);
  } catch {
    // Storage may be forbidden: the choice then holds for this page.
  }
  dispatchEvent(new Event(CHANGED));
}

/** Keeps its place but stays unseen until scripts run: without them the system's setting holds. */
export function ThemeSwitch() {
  const chosen = useSyncExternalStore<Theme | undefined>(subscribe, current, () => undefined);
  return (
    <fieldset className={cx('text-sm', !chosen && 'invisible')}>
      <legend className="mb-1 text-xs text-ink-3">Theme</legend>
      <div className="flex gap-4">
        {THEMES.map((theme) => (
          <button
            key={theme}
            type="button"
            className="link-button capitalize aria-pressed:font-semibold"
            aria-pressed={theme === chosen}
            onClick={() => choose(theme)}
          >
            {theme}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
