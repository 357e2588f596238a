import type { Article, BreadcrumbList, FAQPage, Organization, Service, WithContext } from 'schema-dts';

/** The portal itself; `url` is its origin, without a trailing slash. */
type Site = { name: string; url: string };

/** The way from the front page to this one; paths begin with a slash. */
export function toBreadcrumbs(
  site: Site,
  steps: { name: string; path: string }[],
): WithContext<BreadcrumbList> {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: `${site.url}${path}`,
    })),
  };
}

/** Who runs the portal, for the front page. */
export function toOrganization(site: Site): WithContext<Organization> {
  return {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    name: site.name,
    url: site.url,
    logo: `${site.url}/icon.svg`,
  };
}

/** Questions and their answers, as HTML. */
export function toQuestionsPage(questions: { question: string; answer: string }[]): WithContext<FAQPage> {
  return {
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    mainEntity: questions.map(({ question, answer }) => ({
      '@type': 'Question',
      name: question,
      acceptedAnswer: { '@type': 'Answer', text: answer },
    })),
  };
}

type ArticleFacts = {
  path: string;
  title: string;
  summary: string;
  /** ISO 8601. */
  publishedAt: string;
  changedAt: string;
};

/** A page of prose; the portal is its author. */
export function toArticle(site: Site, facts: ArticleFacts): WithContext<Article> {
  const publisher = { '@type': 'Organization', name: site.name, url: site.url } as const;
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: facts.title,
    description: facts.summary,
    datePublished: facts.publishedAt,
    dateModified: facts.changedAt,
    inLanguage: 'en',
    mainEntityOfPage: `${site.url}${facts.path}`,
    author: publisher,
    publisher,
  };
}

/** Something that the portal's owner does for money. The price is in words, so it is left out. */
export function toService(
  site: Site,
  { path, title, summary }: { path: string; title: string; summary: string },
): WithContext<Service> {
  return {
    '@context': 'https://schema.org',
    '@type': 'Service',
    name: title,
    description: summary,
    url: `${site.url}${path}`,
    provider: { '@type': 'Organization', name: site.name, url: site.url },
  };
}
