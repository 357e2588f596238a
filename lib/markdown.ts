import { Parser } from 'htmlparser2';
import { Marked } from 'marked';
import { sanitiseOfferHtml } from './sanitise-html';

/** Line ends count, as they do for people who do not know that they write Markdown. */
const marked = new Marked({
  gfm: true,
  breaks: true,
  async: false,
  renderer: {
    code: ({ text }) => `<pre>${escapeHtml(text)}</pre>\n`,
  },
});

/**
 * Markdown of strangers (GitHub's dialect, HTML in it too) as offer HTML: whatever it says, only the allowlist
 * of lib/sanitise-html.ts comes out.
 */
export function markdownToHtml(markdown: string): string {
  return sanitiseOfferHtml(parse(markdown) ?? escapeHtml(markdown));
}

/** More of what begins and ends emphasis, links, HTML and quotations than any text for people has. */
const MOST_MARKS = 2_000;
const MARKS_OF_MARKDOWN = /[*_~`[\]<>]/g;
/** A line that opens list in list in list, or quotation in quotation. */
const DEEP = /^(?:[ \t]*(?:[-+*][ \t]+|\d{1,9}[.)][ \t]+|>)){20}(?=.*[^\s*+-])/m;

/** Null for text written to keep the parser busy: its time grows with the square of the marks, its stack with their depth. */
function parse(markdown: string): string | null {
  if ((markdown.match(MARKS_OF_MARKDOWN)?.length ?? 0) > MOST_MARKS || DEEP.test(markdown)) return null;
  return marked.parse(markdown) as string;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

const BLOCKS = new Set(['h3', 'h4', 'p', 'ul', 'ol', 'li', 'pre', 'blockquote']);
const MARKS: Record<string, string> = { strong: '**', em: '*', code: '`' };

/**
 * Sanitised offer HTML as Markdown that `markdownToHtml` reads the same way, for offers that were not written
 * here and are now to be edited.
 */
export function htmlToMarkdown(html: string): string {
  let blocks: string[] = [];
  let text = '';
  let pre = false;
  let code = false;
  const outer: { blocks: string[]; tag: string; items: string[]; href?: string }[] = [];
  const links: string[] = [];

  function endBlock(prefix = ''): void {
    const block = pre ? text : text.trim().replaceAll(LINE_STARTS, escapeStart);
    if (block !== '') blocks.push(prefix + block);
    text = '';
  }

  const parser = new Parser({
    onopentag(tag, { href = '' }) {
      if (BLOCKS.has(tag)) {
        endBlock();
        if (tag === 'pre') pre = true;
        if (tag === 'ul' || tag === 'ol' || tag === 'li' || tag === 'blockquote') {
          outer.push({ blocks, tag, items: [] });
          blocks = [];
        }
      } else if (tag === 'br') text += pre ? '\n' : '\\\n';
      else if (tag === 'a') {
        links.push(href);
        text += '[';
      } else {
        if (tag === 'code') code = true;
        text += pre ? '' : (MARKS[tag] ?? '');
      }
    },
    ontext(part) {
      text += pre || code ? part : part.replaceAll(SPECIAL, '\\$&');
    },
    onclosetag(tag) {
      if (tag === 'a') text += `](<${links.pop() ?? ''}>)`;
      else if (tag === 'code') {
        code = false;
        text += pre ? '' : '`';
      } else if (tag in MARKS) text += pre ? '' : (MARKS[tag] ?? '');
      else if (tag === 'h3' || tag === 'h4') endBlock(tag === 'h3' ? '### ' : '#### ');
      else if (tag === 'pre') {
        text = `\`\`\`\n${text}\n\`\`\``;
        endBlock();
        pre = false;
      } else if (tag === 'ul' || tag === 'ol' || tag === 'li' || tag === 'blockquote') {
        endBlock();
        const frame = outer.pop();
        if (frame) closeFrame(frame);
      } else if (BLOCKS.has(tag)) endBlock();
    },
  });

  function closeFrame({ blocks: before, tag, items }: (typeof outer)[number]): void {
    const inner = blocks;
    blocks = before;
    if (tag === 'li') outer.at(-1)?.items.push(inner.join('\n'));
    else if (tag === 'blockquote') blocks.push(indent(inner.join('\n\n'), '> ', '> '));
    else {
      const lead = (index: number) => (tag === 'ol' ? `${index + 1}. ` : '- ');
      const written = items.map((item, i) => indent(item, lead(i), ' '.repeat(lead(i).length)));
      if (written.length > 0) blocks.push(written.join('\n'));
    }
  }

  parser.end(html);
  endBlock();
  return blocks.join('\n\n');
}

const SPECIAL = /[\\`*_[\]<>~|&]/g;
/** What would begin a heading, a list or a rule. */
const LINE_STARTS = /^(#{1,6}(?=\s)|[-+=](?=[\s=-]|$)|\d{1,9}[.)](?=\s))/gm;

function escapeStart(start: string): string {
  return /^\d/.test(start) ? `${start.slice(0, -1)}\\${start.slice(-1)}` : `\\${start}`;
}

function indent(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, i) => (i === 0 ? first : line === '' ? rest.trimEnd() : rest) + line)
    .join('\n');
}
