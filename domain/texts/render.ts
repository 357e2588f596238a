import { markdownToHtml } from '@/lib/markdown';
import { toSlug } from '@/lib/slug';
import type { RoleText } from './input';
import { splitAtHeadings } from './rules';

/** HTML of the allowlist of lib/sanitise-html.ts; '' for a section that says nothing. */
export type Html = string;

export type Question = { question: string; answer: Html };
/** What a `##` or `###` heading heads. */
export type Section = { id: string; heading: string; html: Html };

/** The questions of a section in which each is a `###` heading. One without an answer is left out. */
export function renderQuestions(markdown: string): Question[] {
  return splitAtHeadings(markdown, 3)
    .parts.map(({ heading, text }) => ({ question: heading, answer: markdownToHtml(text) }))
    .filter(({ question, answer }) => question !== '' && answer !== '');
}

/** A text in sections: what stands before the first heading of `level`, and each of them with an id of its own. */
export function renderSections(markdown: string, level: 2 | 3): { before: Html; sections: Section[] } {
  const { before, parts } = splitAtHeadings(markdown, level);
  const used = new Map<string, number>();
  return {
    before: markdownToHtml(before),
    sections: parts.map(({ heading, text }) => {
      const id = toSlug(heading, 60) || 'section';
      const times = (used.get(id) ?? 0) + 1;
      used.set(id, times);
      return { id: times === 1 ? id : `${id}-${times}`, heading, html: markdownToHtml(text) };
    }),
  };
}

export type RenderedRole = {
  summary: string;
  introduction: Html;
  work: Html;
  responsibilities: Html;
  skills: Html;
  plus: Html;
  bar: { before: Html; sections: Section[] };
  questions: Question[];
};

/** A role's sections as its page shows them; the lists of tools and related roles are looked up (tools.ts). */
export function renderRole(text: RoleText): RenderedRole {
  return {
    summary: text.summary,
    introduction: markdownToHtml(text.introduction),
    work: markdownToHtml(text.work),
    responsibilities: markdownToHtml(text.responsibilities),
    skills: markdownToHtml(text.skills),
    plus: markdownToHtml(text.plus),
    bar: renderSections(text.bar, 3),
    questions: renderQuestions(text.questions),
  };
}
