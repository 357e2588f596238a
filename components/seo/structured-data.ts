import type { BreadcrumbList, Organization, WithContext } from 'schema-dts';

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
