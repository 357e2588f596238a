import { Editor } from '@tiptap/core';
import { Markdown } from '@tiptap/markdown';
import StarterKit from '@tiptap/starter-kit';

export type Tool = 'heading' | 'bold' | 'bulletList' | 'orderedList';

export type RichText = {
  use: (tool: Tool) => void;
  /** Address of the link at the cursor, or ''. */
  link: () => string;
  /** '' takes the link away. */
  setLink: (address: string) => void;
  /** Takes over what was typed into the textarea. */
  read: () => void;
  close: () => void;
};

type Options = {
  labelledBy: string;
  describedBy: string;
  /** Told the tools in use at the cursor. */
  onChange: (active: ReadonlySet<string>) => void;
};

const HEADING = { level: 3 } as const;

/**
 * An editor in `place` on the Markdown of `textarea`, which it rewrites only when something is typed into the
 * editor. Pasted text keeps the headings, lists and links that the schema has; nothing else comes in.
 */
export function openRichText(
  place: HTMLElement,
  textarea: HTMLTextAreaElement,
  { labelledBy, describedBy, onChange }: Options,
): RichText {
  const editor = new Editor({
    element: place,
    extensions: [
      StarterKit.configure({
        heading: { levels: [3, 4] },
        link: { openOnClick: false, defaultProtocol: 'https', protocols: ['mailto'] },
        underline: false,
        strike: false,
        horizontalRule: false,
      }),
      Markdown.configure({ markedOptions: { gfm: true, breaks: true } }),
    ],
    content: textarea.value,
    contentType: 'markdown',
    editorProps: {
      attributes: {
        class: 'prose input',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': labelledBy,
        'aria-describedby': describedBy,
        'aria-invalid': textarea.getAttribute('aria-invalid') ?? 'false',
      },
      // Pages and word processors begin with h1 and h2, which an offer's description does not have.
      transformPastedHTML: (html) =>
        html.replaceAll(/<(\/?)h[12]\b/gi, '<$1h3').replaceAll(/<(\/?)h[56]\b/gi, '<$1h4'),
    },
    onUpdate({ editor: changed }) {
      textarea.value = changed.getMarkdown();
      textarea.dispatchEvent(new Event('input', { bubbles: true }));
    },
    onTransaction: ({ editor: moved }) => onChange(toolsInUse(moved)),
  });
  return {
    use(tool) {
      const chain = editor.chain().focus();
      if (tool === 'heading') chain.toggleHeading(HEADING).run();
      else if (tool === 'bold') chain.toggleBold().run();
      else if (tool === 'bulletList') chain.toggleBulletList().run();
      else chain.toggleOrderedList().run();
    },
    link: () => String(editor.getAttributes('link').href ?? ''),
    setLink(address) {
      const chain = editor.chain().focus().extendMarkRange('link');
      const href = address.trim();
      if (href === '') chain.unsetLink().run();
      else chain.setLink({ href: /^[a-z][a-z0-9+.-]*:/i.test(href) ? href : `https://${href}` }).run();
    },
    read: () => editor.commands.setContent(textarea.value, { contentType: 'markdown', emitUpdate: false }),
    close: () => editor.destroy(),
  };
}

function toolsInUse(editor: Editor): ReadonlySet<string> {
  return new Set(
    ['heading', 'bold', 'bulletList', 'orderedList', 'link'].filter((name) => editor.isActive(name)),
  );
}
