'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { RichText } from './rich-text';

type DescriptionEditorProps = {
  /** Id of the textarea among `children`, which stays the form's field. */
  field: string;
  labelledBy: string;
  describedBy: string;
  children: ReactNode;
};

const TOOLS = [
  { tool: 'heading', label: 'Heading', sign: 'H' },
  { tool: 'bold', label: 'Bold', sign: 'B' },
  { tool: 'bulletList', label: 'List', sign: '•' },
  { tool: 'orderedList', label: 'Numbered list', sign: '1.' },
  { tool: 'link', label: 'Link', sign: '' },
] as const;

/**
 * Sets an editor with a toolbar before the textarea, once it has loaded and unless somebody writes in the
 * textarea already. The textarea holds the same text as Markdown, and is what is sent.
 */
export function DescriptionEditor({ field, labelledBy, describedBy, children }: DescriptionEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<RichText>(null);
  const [plain, setPlain] = useState(true);
  const [ready, setReady] = useState(false);
  const [active, setActive] = useState<ReadonlySet<string>>(new Set());
  const [address, setAddress] = useState<string | null>(null);

  useEffect(() => {
    let gone = false;
    const textarea = document.getElementById(field);
    if (!(textarea instanceof HTMLTextAreaElement)) return;
    async function open(area: HTMLTextAreaElement): Promise<void> {
      const { openRichText } = await import('./rich-text');
      if (gone || !place.current || document.activeElement === area) return;
      editor.current = openRichText(place.current, area, { labelledBy, describedBy, onChange: setActive });
      setReady(true);
      setPlain(false);
    }
    // It is large: fetched when the description comes near. Without it the textarea does.
    const near = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        near.disconnect();
        open(textarea).catch(() => {});
      },
      { rootMargin: '400px' },
    );
    near.observe(textarea);
    return () => {
      gone = true;
      near.disconnect();
      editor.current?.close();
      editor.current = null;
    };
  }, [field, labelledBy, describedBy]);

  function use(tool: (typeof TOOLS)[number]['tool']): void {
    if (tool === 'link') setAddress(address === null ? (editor.current?.link() ?? '') : null);
    else editor.current?.use(tool);
  }

  function setLink(): void {
    editor.current?.setLink(address ?? '');
    setAddress(null);
  }

  return (
    <div>
      {ready && !plain && (
        <div role="toolbar" aria-label="Formatting" className="editor-tools">
          {TOOLS.map(({ tool, label, sign }) => (
            <button
              key={tool}
              type="button"
              aria-pressed={active.has(tool)}
              onClick={() => use(tool)}
              className={tool === 'bold' ? 'font-bold' : undefined}
            >
              {sign && <span aria-hidden="true">{sign}</span>}
              <span>{label}</span>
            </button>
          ))}
        </div>
      )}
      {address !== null && (
        <div className="flex gap-2 border-x border-edge bg-sheet p-2">
          <input
            aria-label="Address of the link"
            className="input input-small"
            placeholder="https://company.example"
            value={address}
            ref={(input) => input?.focus()}
            onChange={({ target }) => setAddress(target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setAddress(null);
              if (event.key !== 'Enter') return;
              event.preventDefault();
              setLink();
            }}
          />
          <Button type="button" small onClick={setLink}>
            Set
          </Button>
        </div>
      )}
      <div ref={place} hidden={plain} className="editor" />
      <div hidden={!plain}>{children}</div>
      {ready && (
        <button
          type="button"
          className="link-button mt-1 text-xs"
          onClick={() => {
            if (plain) editor.current?.read();
            setPlain(!plain);
          }}
        >
          {plain ? 'Write with the toolbar' : 'Write Markdown'}
        </button>
      )}
    </div>
  );
}
