import { cached } from '@/app/cached';
import { database } from '@/db/pool';
import { readSettings } from '@/domain/settings/settings';
import { SERVICE_SLUGS, type ServiceSlug, textsTag, textTag } from '@/domain/texts/input';
import { findPublishedText, listPublishedTexts } from '@/domain/texts/queries';
import { type Html, type Question, renderQuestions } from '@/domain/texts/render';
import { markdownToHtml } from '@/lib/markdown';

export type ServiceLine = { slug: ServiceSlug; title: string; summary: string; fromPrice: string };

/** Every change of what is offered, and whether anything is. */
const TAGS = ['services', textsTag('service')];

/** The services in their order, and within how many working days an enquiry is answered; null if none is offered. */
export function loadServices(): Promise<{ services: ServiceLine[]; answerDays: number } | null> {
  return cached(['services'], TAGS, async () => {
    const db = database();
    const [{ showServices, enquiryAnswerDays }, texts] = await Promise.all([
      readSettings(db),
      listPublishedTexts(db, 'service'),
    ]);
    const services = SERVICE_SLUGS.flatMap((slug) => {
      const content = texts.find((text) => text.slug === slug)?.content;
      if (!content) return [];
      const { title, summary, fromPrice } = content;
      return [{ slug, title, summary, fromPrice }];
    });
    return showServices && services.length > 0 ? { services, answerDays: enquiryAnswerDays } : null;
  });
}

export type ServicePage = ServiceLine & { work: Html; steps: Html; price: Html; questions: Question[] };

/** What the page of a service says; null if there is no such service or none is offered. */
export async function loadService(slug: string): Promise<ServicePage | null> {
  const known = SERVICE_SLUGS.find((one) => one === slug);
  if (!known) return null;
  return cached(['service', known], [...TAGS, textTag('service', known)], async () => {
    const db = database();
    const [{ showServices }, text] = await Promise.all([
      readSettings(db),
      findPublishedText(db, 'service', known),
    ]);
    if (!showServices || !text) return null;
    const { title, summary, fromPrice, work, steps, price, questions } = text.content;
    return {
      slug: known,
      title,
      summary,
      fromPrice,
      work: markdownToHtml(work),
      steps: markdownToHtml(steps),
      price: markdownToHtml(price),
      questions: renderQuestions(questions),
    };
  });
}
