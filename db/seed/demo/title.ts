import { pickOne, type Random } from './random';
import type { CompanySource, Flavour, Seniority, Team } from './types';

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const MANAGERS: Record<string, string> = {
  'product-manager': 'Head of product',
  'it-support': 'Service desk manager',
};

/** "developer (TypeScript)" and "developer, PostgreSQL" already carry a second part. */
function withArea(random: Random, title: string, area: string): string {
  if (title.includes('(')) return `${title}, ${area}`;
  if (title.includes(',')) return `${title} (${area})`;
  return random() < 0.8 ? `${title}, ${area}` : `${title} (${area})`;
}

function withLevel(random: Random, title: string, seniority: Seniority, country: string): string {
  if (seniority === 'intern') return random() < 0.5 ? `Intern, ${title}` : `${capitalise(title)} intern`;
  if (seniority === 'junior') return `Junior ${title}`;
  if (seniority === 'lead') return random() < 0.6 ? `Lead ${title}` : `Principal ${title}`;
  if (seniority === 'senior') {
    const staff = ['US', 'CA', 'GB', 'IE'].includes(country) && random() < 0.15;
    return `${staff ? 'Staff' : 'Senior'} ${title}`;
  }
  return capitalise(title);
}

export function composeTitle(
  random: Random,
  {
    company,
    team,
    role,
    flavour,
    seniority,
  }: { company: CompanySource; team: Team; role: string; flavour: Flavour; seniority: Seniority },
): string {
  const manager = seniority === 'manager' ? MANAGERS[role] : undefined;
  const level = manager ?? withLevel(random, flavour.title, seniority, company.country);
  const title = random() < 0.78 ? withArea(random, level, team.area) : level;
  const suffix: Record<string, string[]> = { DE: ['(m/w/d)', '(all genders)'], FR: ['(F/H)'] };
  const forms = suffix[company.country];
  return forms && random() < 0.4 ? `${title} ${pickOne(random, forms)}` : title;
}
