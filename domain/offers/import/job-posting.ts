import { createHash } from 'node:crypto';
import { companyDomain, companyWebsite } from '@/domain/companies/rules';
import type { Gazetteer } from '@/domain/places/gazetteer';
import type { SkillMatcher } from '@/domain/roles/skill-matcher';
import { classifyTitle, decideSeniority } from '@/domain/roles/title-rules';
import { readPublicUrl } from '@/lib/public-url';
import { htmlToText, sanitiseOfferHtml } from '@/lib/sanitise-html';
import { truncate } from '@/lib/truncate';
import type { Rates } from '../pay';
import type { OfferRecord, RecordPay } from '../record';
import { readDate } from './dates';
import { readEmployment } from './employment';
import { isOfType, type JsonObject, listOf, objectOf, textOf } from './json';
import { readSalary } from './salary';
import { readLine, repairText } from './text';
import { readWorkplace } from './workplace';

/** What the portal takes of a text; longer lines are cut, longer descriptions refused. In characters. */
export const LIMITS = {
  title: 200,
  company: 250,
  source: 60,
  sourceId: 300,
  /** Of HTML as it comes, and sanitised: to_tsvector and readers have an end. */
  rawDescription: 300_000,
  description: 200_000,
  about: 2_000,
  skills: 30,
} as const;

export type ImportContext = {
  now: Date;
  /** Name of the source for every posting; without it, that of each posting's identifier. */
  source?: string | undefined;
  /** Name of the source where the posting gives none. */
  fallbackSource: string;
  gazetteer: Gazetteer;
  skills: SkillMatcher;
  rates: Rates;
};

export type Normalised =
  | { ok: true; record: OfferRecord; warnings: string[] }
  | { ok: false; reason: string };

/** A refusal of the posting; `message` is the reason as the operator reads it. */
class Rejection extends Error {}

/**
 * One schema.org JobPosting (any JSON value; https://schema.org/JobPosting) as an offer ready to be stored,
 * with what was left out or changed on the way, or the reason why it cannot be shown. Pure but for the
 * clock in `context`; never throws for what the posting holds.
 */
export function normaliseJobPosting(json: unknown, context: ImportContext): Normalised {
  try {
    const warnings: string[] = [];
    return { ok: true, record: readPosting(findPosting(json), context, warnings), warnings };
  } catch (error) {
    if (error instanceof Rejection) return { ok: false, reason: error.message };
    throw error;
  }
}

function findPosting(json: unknown): JsonObject {
  const outer = objectOf(json);
  const candidates = [outer, ...listOf(outer['@graph']).map(objectOf)];
  const posting = candidates.find((candidate) => isOfType(candidate, 'JobPosting'));
  if (!posting) throw new Rejection('not a JobPosting');
  return posting;
}

function readPosting(posting: JsonObject, context: ImportContext, warnings: string[]): OfferRecord {
  const { now, gazetteer, skills } = context;
  const title = readLine(textOf(posting.title ?? posting.name), LIMITS.title);
  if (title === null) throw new Rejection('no title');
  const company = readCompany(posting);
  const { descriptionHtml, text } = readDescription(posting);
  const apply = readApply(posting);
  const { publishedAt, expiresAt } = readDates(posting, now);
  const salary = readSalary(posting, context.rates);
  if (salary.kind === 'contradiction') throw new Rejection('salary: minimum above maximum');
  if ('warning' in salary && salary.warning) warnings.push(salary.warning);

  const employment = readEmployment(posting, title);
  if (employment.guessed) warnings.push('employment type not stated: shown as employment');
  const { workplace, note, places } = readWorkplace(posting, title, text, gazetteer);
  if (places.length === 0) warnings.push('no known place');

  const listed = skills.fromList(listedSkills(posting));
  const { role, slugs } = readRole(title, text, listed, skills);

  const stated = salary.kind === 'stated' ? salary.pay : null;
  const pay = employment.contracts.map(
    (contract): RecordPay => ({
      contract,
      min: stated?.min ?? null,
      max: stated?.max ?? null,
      currency: stated?.currency ?? null,
      period: stated?.period ?? null,
      tax: null,
    }),
  );
  return {
    ...readIdentity(posting, context, [company.name, title, ...places.map(({ countryCode }) => countryCode)]),
    company,
    title,
    descriptionHtml,
    role,
    seniority: decideSeniority(title, experienceOf(posting)),
    workplace,
    workplaceNote: note,
    partTime: employment.partTime,
    featured: false,
    skills: slugs.slice(0, LIMITS.skills).map((slug) => ({ slug, required: null, level: null })),
    places,
    pay,
    apply,
    publishedAt,
    expiresAt,
  };
}

/** More skills than any rule asks for: what is outside IT with these is so whatever the text says. */
const ANY_SKILLS = { skills: Array.from({ length: 25 }, (_, n) => `any-${n}`) };

/**
 * The role by the title, and by the skills where the title leaves it open. An offer outside IT has the skills
 * that its source lists and no more: in running text, words of the trade are somebody else's trade.
 */
function readRole(title: string, text: string, listed: string[], skills: SkillMatcher) {
  if (classifyTitle(title, ANY_SKILLS).role === 'other') return { role: 'other', slugs: listed };
  const found = [...new Set([...listed, ...skills.fromText(`${title}\n${text}`)])];
  const { role } = classifyTitle(title, { skills: found });
  return { role, slugs: role === 'other' ? listed : found };
}

function readCompany(posting: JsonObject): OfferRecord['company'] {
  const given = posting.hiringOrganization;
  const organisation = objectOf(given);
  const name = readLine(textOf(organisation.name) ?? textOf(given), LIMITS.company);
  if (name === null) throw new Rejection('no company');
  const addresses = [...listOf(organisation.sameAs), ...listOf(organisation.url)];
  const domain = companyDomain(addresses, textOf(posting.url) ?? null);
  const logo = textOf(organisation.logo) ?? textOf(objectOf(organisation.logo).url) ?? '';
  const logoUrl = readPublicUrl(logo);
  const about = readLine(textOf(organisation.description), LIMITS.about);
  return {
    name,
    domain,
    website: companyWebsite(addresses, domain),
    logoUrl: logoUrl.ok ? logoUrl.href : null,
    ...(about && { about }),
  };
}

function readDescription(posting: JsonObject): { descriptionHtml: string; text: string } {
  const raw = textOf(posting.description) ?? '';
  if (raw.length > LIMITS.rawDescription) throw new Rejection('description too long');
  const descriptionHtml = sanitiseOfferHtml(repairText(raw));
  const text = htmlToText(descriptionHtml);
  if (!/[\p{L}\p{N}]/u.test(text)) throw new Rejection('no description');
  if (descriptionHtml.length > LIMITS.description) throw new Rejection('description too long');
  return { descriptionHtml, text };
}

/** Where to apply: the posting's own address, else its contact or action. */
function readApply(posting: JsonObject): OfferRecord['apply'] {
  const contact = objectOf(posting.applicationContact);
  const target = listOf(objectOf(posting.potentialAction).target)[0];
  const addresses = [posting.url, contact.url, textOf(target) ?? objectOf(target).urlTemplate];
  for (const address of addresses.map((value) => textOf(value)?.trim())) {
    if (!address || readLine(address, 10) === null) continue;
    const email = /^mailto:([^?]+)/i.exec(address)?.[1];
    if (email) return { email: readEmail(email) };
    const url = readPublicUrl(address);
    if (url.ok) return { url: url.href };
    throw new Rejection(url.fault === 'private' ? 'URL leads to a private address' : 'URL is not http(s)');
  }
  const email = textOf(contact.email)?.replace(/^mailto:/i, '');
  if (email?.trim()) return { email: readEmail(email) };
  throw new Rejection('no way to apply');
}

const EMAIL = /^[\w.!#$%&*+/=?^`{|}~-]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z][a-z0-9-]+$/i;

function readEmail(text: string): string {
  const email = text.trim();
  if (!EMAIL.test(email) || email.length > 254) throw new Rejection('no way to apply');
  return email;
}

function readDates(posting: JsonObject, now: Date): { publishedAt: Date; expiresAt: Date | null } {
  const posted = readDateOf(posting.datePosted, 'datePosted', false) ?? now;
  const closing = readDateOf(posting.validThrough, 'validThrough', true);
  if (closing && closing <= now) throw new Rejection('closed already: validThrough is past');
  return { publishedAt: posted < now ? posted : now, expiresAt: closing };
}

function readDateOf(value: unknown, field: string, endOfDay: boolean): Date | null {
  const [given] = listOf(value);
  if (given === undefined || (typeof given === 'string' && given.trim() === '')) return null;
  const date = typeof given === 'string' ? readDate(given, { endOfDay }) : null;
  if (!date) throw new Rejection(`${field} does not parse`);
  return date;
}

/** Text of `skills`: one text, or a list of texts or of objects with a name. */
function listedSkills(posting: JsonObject): string {
  const items = listOf(posting.skills).map((item) => textOf(item) ?? textOf(objectOf(item).name) ?? '');
  return items.map((item) => repairText(truncate(item, 5_000))).join('\n');
}

function experienceOf(posting: JsonObject): string {
  const given = listOf(posting.experienceRequirements);
  return given.map((item) => textOf(item) ?? textOf(objectOf(item).name) ?? '').join(', ');
}

/** Source and id there: the identifier, else the address, else a hash of what tells the offer from others. */
function readIdentity(
  posting: JsonObject,
  { source, fallbackSource }: ImportContext,
  distinctive: string[],
): { source: string; sourceId: string } {
  const identifier = objectOf(posting.identifier);
  const name = source ?? readLine(textOf(identifier.name), LIMITS.source) ?? fallbackSource;
  const id =
    readLine(textOf(identifier.value) ?? textOf(posting.identifier), 4 * LIMITS.sourceId) ??
    readLine(textOf(posting.url), 4 * LIMITS.sourceId) ??
    `sha256:${sha256(distinctive.join('\n'))}`;
  return { source: name, sourceId: id.length <= LIMITS.sourceId ? id : `sha256:${sha256(id)}` };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
