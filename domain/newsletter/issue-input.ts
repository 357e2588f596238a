import { z } from 'zod';
import type { ListFooter, MailOffer } from '@/domain/mail/input';
import { type OfferFilters, offerFiltersToQuery, parseOfferFilters } from '@/domain/offers/input';
import type { OfferRow } from '@/domain/offers/rules';

const MAX_BODY = 50_000;

export const issueForm = z.object({
  subject: z
    .string()
    .transform((text) => text.replaceAll(/[\p{C}\s]+/gu, ' ').trim())
    .pipe(
      z.string().min(3, 'Give it a subject.').max(150, 'At most 150 characters; inboxes show about sixty.'),
    ),
  preview: z
    .string()
    .transform((text) => text.replaceAll(/[\p{C}\s]+/gu, ' ').trim())
    .pipe(z.string().max(200, 'At most 200 characters; inboxes show about ninety.')),
  body: z
    .string()
    .transform((text) => text.replaceAll(/\r\n?/g, '\n').replaceAll('\u0000', ''))
    .pipe(
      z
        .string()
        .refine((text) => text.trim() !== '', 'Write something, or put in a block.')
        .refine((text) => text.length <= MAX_BODY, `At most ${MAX_BODY.toLocaleString('en-GB')} characters.`),
    ),
});
export type IssueForm = z.output<typeof issueForm>;

/** An issue's body, as it is written. */
export type Block =
  | { kind: 'text'; markdown: string }
  | { kind: 'latest'; count: number; filters: OfferFilters }
  | { kind: 'featured' }
  | { kind: 'offer'; slug: string }
  | { kind: 'figures'; role: string };

/** Offers that one block shows at most. */
export const MOST_OFFERS = 20;
const USUAL_OFFERS = 5;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The blocks that there are, as they are explained beside the field. */
export const BLOCK_HELP: { line: string; gives: string }[] = [
  {
    line: '::latest-offers 5 role=backend',
    gives:
      'The newest offers: how many (five, if you say nothing; twenty at most), and any filters of the offers’ addresses, such as workplace=remote or salary_min=60000.',
  },
  { line: '::featured-offers', gives: 'The featured offers. Without this line they stand at the end.' },
  {
    line: '::offer backend-developer-at-kvarnen-123',
    gives: 'One offer: the end of its address, or its number.',
  },
  { line: '::role-figures backend', gives: 'What a role pays, and how many offers there are.' },
];

export type BlockFault = { line: number; text: string };

/**
 * The blocks of a body: a line that begins with `::` is one, all between is Markdown. Lines that are no block of
 * ours are listed, counted from 1, with what to do about them.
 */
export function parseIssueBody(body: string): { blocks: Block[]; faults: BlockFault[] } {
  const blocks: Block[] = [];
  const faults: BlockFault[] = [];
  let text: string[] = [];
  const endText = () => {
    const markdown = text.join('\n').trim();
    if (markdown !== '') blocks.push({ kind: 'text', markdown });
    text = [];
  };
  body.split('\n').forEach((line, index) => {
    if (!/^::/.test(line)) {
      text.push(line);
      return;
    }
    endText();
    const read = readBlock(line);
    if (typeof read === 'string') faults.push({ line: index + 1, text: read });
    else blocks.push(read);
  });
  endText();
  return { blocks, faults };
}

/** A block, or what is wrong with its line. */
function readBlock(line: string): Block | string {
  const [name = '', ...words] = line.slice(2).trim().split(/\s+/);
  const [first = ''] = words;
  switch (name) {
    case 'latest-offers':
      return readLatest(words);
    case 'featured-offers':
      return words.length === 0 ? { kind: 'featured' } : '::featured-offers stands alone on its line.';
    case 'offer': {
      const slug = first.replace(/^.*\/offers\//, '').toLowerCase();
      if (words.length !== 1 || !SLUG.test(slug)) {
        return 'Say which offer, by the end of its address: ::offer backend-developer-at-kvarnen-123.';
      }
      return { kind: 'offer', slug };
    }
    case 'role-figures':
      if (words.length !== 1 || !SLUG.test(first)) return 'Say which role: ::role-figures backend.';
      return { kind: 'figures', role: first };
    default:
      return `There is no block ${name === '' ? 'without a name' : `::${name}`}. There are ${BLOCK_HELP.map(({ line }) => line.split(' ')[0]).join(', ')}.`;
  }
}

function readLatest(words: string[]): Block | string {
  const number = words.find((word) => /^\d+$/.test(word));
  const count = number === undefined ? USUAL_OFFERS : Number(number);
  if (count < 1 || count > MOST_OFFERS) return `Between 1 and ${MOST_OFFERS} offers.`;
  const params: Record<string, string[]> = {};
  for (const word of words) {
    if (word === number) continue;
    const [, key, value] = /^([a-z_]+)=(.+)$/.exec(word) ?? [];
    if (!key || !value) return `“${word}” is neither a number nor a filter such as role=backend.`;
    params[key] = [...(params[key] ?? []), value];
  }
  const filters: OfferFilters = { ...parseOfferFilters(params), sort: 'newest', page: 1 };
  const kept = offerFiltersToQuery({ ...filters, sort: undefined });
  const dropped = Object.keys(params).find((key) => !kept.has(key));
  if (dropped) return `“${dropped}=${params[dropped]?.join()}” is no filter of the offers’ list.`;
  return { kind: 'latest', count, filters };
}

/** A block with what it shows, looked up when the issue was rendered. */
export type ContentBlock =
  | { kind: 'text'; markdown: string }
  /** `href`: a path to all of them. */
  | { kind: 'offers'; which: 'latest' | 'featured'; offers: OfferRow[]; href: string }
  | { kind: 'offer'; offer: OfferRow }
  | {
      kind: 'figures';
      role: { slug: string; title: string; plural: string };
      offers: number;
      /** Whole EUR a year; null where too few offers speak for it. */
      pay: { p25: number; median: number; p75: number } | null;
    };

/** What is sent, and what the archive shows: made once, when sending begins. */
export type FrozenIssue = {
  subject: string;
  preview: string;
  content: ContentBlock[];
  /** With `ISSUE_MARKS` where each reader has an address of their own. */
  html: string;
  text: string;
};

/** The same as the mail says it: addresses complete, counted where they are to be. */
export type LetterBlock =
  | { kind: 'text'; markdown: string }
  | { kind: 'offers'; title: string | null; offers: MailOffer[]; allUrl: string | null }
  | { kind: 'figures'; title: string; offers: string; pay: string; url: string };

export type IssueLetter = {
  subject: string;
  preview: string;
  blocks: LetterBlock[];
  footer: ListFooter;
  /** The issue in the archive; null where it is not there yet. */
  webUrl: string | null;
  /** What an address in a text becomes on its way into the mail; undefined for what mail does not link to. */
  href: (url: string) => string | undefined;
};
/** Makes the mail of an issue (emails/newsletter-letter.tsx). */
export type RenderIssue = (letter: IssueLetter) => Promise<{ html: string; text: string }>;
