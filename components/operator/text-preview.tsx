import type { ReactNode } from 'react';
import { Prose } from '@/components/texts/prose';
import { Questions } from '@/components/texts/questions';

type TextPreviewProps = {
  title: string;
  summary?: string;
  /** Such as the price. */
  line?: string;
  before?: string;
  sections?: { id: string; heading: string; html: string }[];
  questions?: { question: string; answer: string }[];
  children?: ReactNode;
};

/** A text in the parts of its page, without what is counted there. */
export function TextPreview({
  title,
  summary,
  line,
  before,
  sections = [],
  questions = [],
  children,
}: TextPreviewProps) {
  return (
    <article aria-label={title} className="border-y border-ink py-8">
      <p className="font-serif text-3xl leading-tight">{title}</p>
      {summary && <p className="lede mt-4">{summary}</p>}
      {line && <p className="num mt-4 font-serif text-xl">{line}</p>}
      {before && <Prose html={before} className="mt-5" />}
      {children}
      {sections
        .filter(({ html }) => html !== '')
        .map(({ id, heading, html }) => (
          <section key={id} className="mt-12">
            <h2>{heading}</h2>
            <Prose html={html} className="mt-3" />
          </section>
        ))}
      {questions.length > 0 && (
        <section className="mt-12">
          <h2 className="mb-3">Questions</h2>
          <Questions questions={questions} />
        </section>
      )}
    </article>
  );
}
