import { Parser } from 'htmlparser2';

/**
 * HTML of offers, from strangers, made safe and tidy: htmlparser2 reads it, whatever state it is in, and a
 * flat run of headings, paragraphs and lists is written from what it meant. Nothing is let through. The
 * writer knows the allowlist's tags and no others, escapes all text, and writes one attribute, which it has
 * checked. (sanitize-html, on the same parser, would have to be followed by the same rebuilding: twice the time.)
 */

/** What each element that may come in is read as; `break` and `gap` only part text. All others are dropped. */
const READ_AS = new Map(
  `h1 h3, h2 h3, h3 h3, h4 h4, h5 h4, h6 h4, b strong, strong strong, i em, em em, ul ul, menu ul, dir ul, ol ol,
  li li, a a, code code, pre pre, blockquote blockquote, br br, td gap, th gap`
    .split(',')
    .map((pair) => pair.trim().split(' ') as [string, string]),
);
const BREAKS =
  'p div section article header footer main aside nav table caption thead tbody tfoot tr dl dt dd figure figcaption address center details summary fieldset form hr';
for (const tag of BREAKS.split(' ')) READ_AS.set(tag, 'break');

const BLOCK_TAG =
  /<(?:p|div|ul|ol|dl|li|h[1-6]|table|section|article|header|footer|main|blockquote|pre|figure)[\s/>]/i;

/** Elements whose text is not for reading. */
const UNREADABLE = new Set(
  'script style textarea select option noscript noembed noframes xmp title svg math iframe object template'.split(
    ' ',
  ),
);
/** Deeper lists, quotations and emphases are read as if they were not there. */
const MAX_DEPTH = 40;

/** A heading longer than this is a paragraph that someone made bold. */
const MAX_HEADING = 160;

/**
 * Offer HTML reduced to h3 h4 p ul ol li strong em a code pre blockquote br (DESIGN §8). Other headings
 * move to h3 and h4, b and i become strong and em, links keep an http(s) or mailto address only and get
 * rel="nofollow ugc noopener". Empty blocks and repeated line breaks go; text that comes without block
 * elements, or twice escaped, becomes paragraphs, and its "•" or "-" lines become lists. Control and
 * direction-override characters are dropped. Sanitising the result again changes nothing.
 */
export function sanitiseOfferHtml(html: string): string {
  let result = sanitiseOnce(html);
  // Taking a tag out can join the halves of an entity that was escaped twice.
  for (let turn = 0; turn < 5 && TWICE_ESCAPED.test(result); turn++) result = sanitiseOnce(result);
  return result;
}

function sanitiseOnce(html: string): string {
  let input = unescapeTwiceEscaped(html);
  // Without block elements the line breaks of the text are all the structure there is.
  if (!BLOCK_TAG.test(input)) input = input.replaceAll(/\r\n?|\n/g, '<br>');
  return writeBlocks(readBlocks(input));
}

/** Control characters but tab and line ends, zero-width marks, and what turns the direction of text. */
const CONTROLS = /[^\P{Cc}\t\n\r]|[\u200b\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Text as HTML: without control characters and halves of characters, and escaped. */
function escapeText(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed().replaceAll('\ufffd', '');
  const clean = whole.replaceAll(CONTROLS, '');
  if (!/[&<>]/.test(clean)) return clean;
  return clean.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const HREF = /^(?:https?:\/\/|mailto:)[^\s]/i;

/** The opening tag of a link, or null for an address of another kind. */
function openLink(href: string | undefined): string | null {
  const address = escapeText(href ?? '').trim();
  if (!HREF.test(address)) return null;
  return `<a href="${address.replaceAll('"', '&quot;')}" rel="nofollow ugc noopener">`;
}

const ENTITY_NAMES =
  'amp|lt|gt|quot|apos|nbsp|ndash|mdash|lsquo|rsquo|ldquo|rdquo|bull|middot|hellip|eacute|euro|pound|trade|reg|copy';
const TWICE_ESCAPED = new RegExp(`&amp;(?:amp;)*(?=(?:${ENTITY_NAMES}|#\\d{2,6}|#x[0-9a-f]{2,5});)`, 'i');
const ALL_TWICE_ESCAPED = new RegExp(TWICE_ESCAPED, 'gi');
const REAL_TAG = /<[a-z][a-z0-9]*[\s/>]/i;
const ESCAPED_TAG = /&lt;\/?(?:p|div|ul|ol|li|h[1-6]|br|strong|b|em|i|span|a)(?:\s|\/|&gt;)/i;

function unescapeTwiceEscaped(html: string): string {
  const text = html.replaceAll(ALL_TWICE_ESCAPED, '&');
  if (REAL_TAG.test(text) || !ESCAPED_TAG.test(text)) return text;
  return text
    .replaceAll(/&lt;/gi, '<')
    .replaceAll(/&gt;/gi, '>')
    .replaceAll(/&quot;/gi, '"');
}

type Block =
  | { tag: 'p' | 'h3' | 'h4' | 'pre'; html: string }
  | { tag: 'ul' | 'ol'; items: Block[][]; implied?: true }
  | { tag: 'blockquote'; blocks: Block[] };

type Frame =
  | { kind: 'blocks'; tag: 'root' | 'blockquote' | 'li'; blocks: Block[] }
  | { kind: 'list'; tag: 'ul' | 'ol'; items: Block[][] };

type Inline = { tag: string; open: string; written: boolean };

/** What opening an element did, so that closing it undoes just that. */
type Opened = 'inline' | 'frame' | 'heading' | 'pre' | 'text' | 'unreadable' | null;

function readBlocks(html: string): Block[] {
  const root: Frame = { kind: 'blocks', tag: 'root', blocks: [] };
  const frames: Frame[] = [root];
  const inlines: Inline[] = [];
  const headings: ('h3' | 'h4')[] = [];
  let preDepth = 0;
  let leaf = '';
  let space = false;
  let breaks = 0;

  const top = (): Frame => frames.at(-1) ?? root;
  const inList = () => frames.some((frame) => frame.kind === 'list' || frame.tag === 'li');

  function addBlock(block: Block): void {
    const frame = top();
    if (frame.kind === 'blocks') frame.blocks.push(block);
    else if (frame.items.length > 0 && 'items' in block) frame.items.at(-1)?.push(block);
    else frame.items.push([block]);
  }

  function addItem(item: Block[]): void {
    const frame = top();
    if (item.length === 0) return;
    if (frame.kind === 'list') {
      frame.items.push(item);
      return;
    }
    const last = frame.blocks.at(-1);
    if (last?.tag === 'ul' && last.implied) last.items.push(item);
    else frame.blocks.push({ tag: 'ul', items: [item], implied: true });
  }

  function endLeaf(): void {
    for (const inline of inlines.toReversed()) {
      if (inline.written) leaf += `</${inline.tag}>`;
      inline.written = false;
    }
    if (preDepth > 0) {
      if (leaf.replaceAll(/<[^>]+>/g, '').trim() !== '') {
        addBlock({ tag: 'pre', html: leaf.replaceAll(/^\s*\n|\s+$/g, '') });
      }
    } else if (leaf !== '') {
      const heading = inList() ? undefined : headings.at(-1);
      addBlock({ tag: heading && leaf.length <= MAX_HEADING ? heading : 'p', html: leaf });
    }
    leaf = '';
    space = false;
    breaks = 0;
  }

  function writeText(text: string): void {
    if (preDepth > 0) {
      for (const inline of inlines) writeOpen(inline);
      leaf += text;
      return;
    }
    const words = text.trim().replaceAll(/\s\s+|[^\S ]/g, ' ');
    if (words === '') {
      space ||= text !== '';
      return;
    }
    if (leaf !== '' && breaks > 0) {
      if (headings.length > 0) leaf += ' ';
      else if (breaks > 1) endLeaf();
      else leaf += '<br>';
    } else if (leaf !== '' && (space || text.trimStart().length < text.length)) leaf += ' ';
    for (const inline of inlines) writeOpen(inline);
    leaf += words;
    breaks = 0;
    space = text.trimEnd().length < text.length;
  }

  function writeOpen(inline: Inline): void {
    // Bold headings are bold already.
    if (inline.written || (inline.tag === 'strong' && headings.length > 0)) return;
    leaf += inline.open;
    inline.written = true;
  }

  function openInline(tag: string, href: string | undefined): Opened {
    const open = tag === 'a' ? openLink(href) : `<${tag}>`;
    if (open === null || inlines.some((inline) => inline.tag === tag)) return null;
    inlines.push({ tag, open, written: false });
    return 'inline';
  }

  function closeInline(): void {
    const inline = inlines.pop();
    if (inline?.written) leaf += `</${inline.tag}>`;
  }

  function openFrame(frame: Frame): Opened {
    if (frames.length >= MAX_DEPTH) return null;
    frames.push(frame);
    return 'frame';
  }

  function closeFrame(): void {
    const frame = frames.pop();
    if (!frame) return;
    if (frame.kind === 'list') {
      if (frame.items.length > 0) addBlock({ tag: frame.tag, items: frame.items });
    } else if (frame.tag === 'li') addItem(frame.blocks);
    // A quotation inside a list item is only an indent.
    else if (inList()) for (const block of frame.blocks) addBlock(block);
    else if (frame.blocks.length > 0) addBlock({ tag: 'blockquote', blocks: frame.blocks });
  }

  function open(name: string, href: string | undefined): Opened {
    const tag = READ_AS.get(name);
    if (tag === undefined) return null;
    if (tag === 'strong' || tag === 'em' || tag === 'code' || tag === 'a') return openInline(tag, href);
    if (tag === 'br') {
      if (preDepth > 0) leaf += '\n';
      else breaks += 1;
      return null;
    }
    if (tag === 'gap') {
      if (preDepth === 0) space = true;
      return null;
    }
    endLeaf();
    if (tag === 'h3' || tag === 'h4') {
      headings.push(tag);
      return 'heading';
    }
    if (tag === 'pre') {
      preDepth += 1;
      return 'pre';
    }
    if (tag === 'ul' || tag === 'ol') return openFrame({ kind: 'list', tag, items: [] }) ?? 'text';
    if (tag === 'li' || tag === 'blockquote') {
      return openFrame({ kind: 'blocks', tag, blocks: [] }) ?? 'text';
    }
    return 'text';
  }

  function close(opened: Opened): void {
    if (opened === 'inline') closeInline();
    else if (opened !== null) endLeaf();
    if (opened === 'heading') headings.pop();
    else if (opened === 'pre') preDepth -= 1;
    else if (opened === 'frame') closeFrame();
  }

  const elements: Opened[] = [];
  let unreadable = 0;
  // Opening and closing calls come in pairs, the innermost first, for what was never closed too.
  const parser = new Parser({
    onopentag(name, { href }) {
      if (UNREADABLE.has(name)) unreadable += 1;
      elements.push(UNREADABLE.has(name) ? 'unreadable' : unreadable > 0 ? null : open(name, href));
    },
    ontext(text) {
      if (unreadable === 0) writeText(escapeText(text));
    },
    onclosetag() {
      const opened = elements.pop() ?? null;
      if (opened === 'unreadable') unreadable -= 1;
      else close(opened);
    },
  });
  parser.end(html);
  endLeaf();
  return root.blocks;
}

const BULLET =
  /^(?:((?:<(?:strong|em)>)+)(?=[•●▪◦‣∙·○■►➢*–—-]\s*[^<\s]))?(?:[•●▪◦‣∙·○■►➢]\s*|[*–—-]\s+)(?=\S)/;

/** Turns runs of two or more lines that begin with a bullet or a dash into a list. */
function listBullets(blocks: Block[]): Block[] {
  const result: Block[] = [];
  let lines: { text: string; from: Block }[] = [];
  const isBullet = (index: number) => BULLET.test(lines[index]?.text ?? '');

  function flush(): void {
    let index = 0;
    while (index < lines.length) {
      let end = index;
      if (isBullet(index)) while (isBullet(end)) end += 1;
      if (end - index > 1) {
        const items = lines
          .slice(index, end)
          .map(({ text }): Block[] => [{ tag: 'p', html: text.replace(BULLET, '$1') }]);
        result.push({ tag: 'ul', items });
        index = end;
        continue;
      }
      const from = lines[index]?.from;
      end = index + 1;
      while (lines[end]?.from === from && !(isBullet(end) && isBullet(end + 1))) end += 1;
      const html = lines
        .slice(index, end)
        .map(({ text }) => text)
        .join('<br>');
      result.push({ tag: 'p', html });
      index = end;
    }
    lines = [];
  }

  for (const block of blocks) {
    if (block.tag === 'p') for (const text of splitLines(block.html)) lines.push({ text, from: block });
    else {
      flush();
      result.push(block);
    }
  }
  flush();
  return result;
}

/** Splits at the line breaks that are not inside a link or an emphasis. */
function splitLines(html: string): string[] {
  if (!html.includes('<br>')) return [html];
  const lines: string[] = [];
  let depth = 0;
  let from = 0;
  for (const match of html.matchAll(/<(\/?)(br|strong|em|code|a)\b[^>]*>/g)) {
    if (match[2] !== 'br') depth += match[1] === '' ? 1 : -1;
    else if (depth === 0) {
      lines.push(html.slice(from, match.index));
      from = match.index + match[0].length;
    }
  }
  lines.push(html.slice(from));
  return lines;
}

function writeBlocks(blocks: Block[]): string {
  return listBullets(blocks).map(writeBlock).join('');
}

function writeBlock(block: Block): string {
  if ('html' in block) return `<${block.tag}>${block.html}</${block.tag}>`;
  if ('blocks' in block) return `<blockquote>${writeBlocks(block.blocks)}</blockquote>`;
  return `<${block.tag}>${block.items.map((item) => `<li>${writeItem(item)}</li>`).join('')}</${block.tag}>`;
}

/** Paragraphs of an item are its lines: a list reads better without the gaps. */
function writeItem(blocks: Block[]): string {
  return blocks
    .map((block, index) => {
      if (block.tag !== 'p' && block.tag !== 'h3' && block.tag !== 'h4') return writeBlock(block);
      return blocks[index - 1]?.tag === 'p' ? `<br>${block.html}` : block.html;
    })
    .join('');
}

/** A line of text that may hold markup or entities ("R&amp;D &#8211; <b>Lead</b>"), as the text alone. */
export function stripMarkup(line: string): string {
  if (!/[&<]/.test(line)) return line;
  let text = '';
  const parser = new Parser({
    ontext(part) {
      text += part;
    },
  });
  parser.end(unescapeTwiceEscaped(line));
  return text;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/** The words of sanitised HTML, one line per paragraph, heading or list item. Not for HTML of strangers. */
export function htmlToText(html: string): string {
  const text = html
    .replaceAll(/<(?:\/?(?:p|h3|h4|ul|ol|li|pre|blockquote)|br)>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/\n{2,}/g, '\n');
  return unescapeText(text).trim();
}

function unescapeText(escaped: string): string {
  if (!escaped.includes('&')) return escaped;
  return escaped.replaceAll(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => ENTITIES[name] ?? '');
}
