export type Part = {
  heading: string;
  /** Of the heading, from 1. */
  line: number;
  /** Markdown below it, up to the next heading of the same level. */
  text: string;
};

const FENCE = /^ {0,3}(`{3,}|~{3,})/;

export type Split = {
  /** Markdown above the first heading. */
  before: string;
  parts: Part[];
  /** False if a code block was begun that has no end. */
  isWhole: boolean;
};

/** Markdown parted at its headings of `level`; what stands in a code block is no heading. */
export function splitAtHeadings(markdown: string, level: 2 | 3): Split {
  const mark = `${'#'.repeat(level)} `;
  const before: string[] = [];
  const parts: (Omit<Part, 'text'> & { lines: string[] })[] = [];
  let fence: string | undefined;
  for (const [index, line] of markdown.split('\n').entries()) {
    const opened = FENCE.exec(line)?.[1];
    if (opened && fence === undefined) fence = opened;
    else if (opened && fence && opened[0] === fence[0] && opened.length >= fence.length) fence = undefined;
    if (fence === undefined && line.startsWith(mark)) {
      parts.push({ heading: line.slice(mark.length).trim(), line: index + 1, lines: [] });
    } else (parts.at(-1)?.lines ?? before).push(line);
  }
  return {
    before: before.join('\n').trim(),
    parts: parts.map(({ lines, ...part }) => ({ ...part, text: lines.join('\n').trim() })),
    isWhole: fence === undefined,
  };
}
