import { america } from './companies-america';
import { britain } from './companies-britain';
import { czechiaSweden } from './companies-czechia-sweden';
import { franceEast } from './companies-france-east';
import { germany } from './companies-germany';
import { iberia } from './companies-iberia';
import { ireland } from './companies-ireland';
import { netherlands } from './companies-netherlands';
import { polandOne } from './companies-poland-1';
import { polandTwo } from './companies-poland-2';
import type { CompanySource, DemoCompany } from './types';

export const companySources: CompanySource[] = [
  ...polandOne,
  ...polandTwo,
  ...germany,
  ...britain,
  ...ireland,
  ...netherlands,
  ...iberia,
  ...czechiaSweden,
  ...franceEast,
  ...america,
];

export function domainOf(company: CompanySource): string {
  return `${company.key}.example`;
}

export function presentCompany(company: CompanySource): DemoCompany {
  return {
    key: company.key,
    name: company.name,
    website: `https://${domainOf(company)}`,
    domain: domainOf(company),
    about: company.about,
    size: company.size,
    founded: company.founded,
    countryCode: company.country,
    cities: company.cities,
    stack: company.stack.split(' '),
    benefits: company.benefits,
  };
}
