import { and, asc, desc, eq, isNull, ne, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { company } from '@/db/schema/companies';
import { offerDraft } from '@/db/schema/drafts';
import { role, skill, skillAlias } from '@/db/schema/roles';
import { readRates } from '@/domain/offers/exchange-rates';
import type { OfferDetail } from '@/domain/offers/rules';
import { loadGazetteer } from '@/domain/places/gazetteer';
import { readLocations } from '@/domain/places/locations';
import { OTHER_ROLE } from '@/domain/roles/queries';
import { readSettings } from '@/domain/settings/settings';
import { type TypedForm, typedForm } from './input';
import { type FormLookup, skillKey } from './read-form';
import { type DraftScope, inScope } from './scope';

export type Draft = {
  id: string;
  form: TypedForm;
  revision: number;
  savedAt: Date;
  companyId: number | null;
  offerId: number | null;
  /** What another window wanted to save into an older copy, and was kept from; gone with the next save. */
  aside: { form: TypedForm; at: string } | null;
};

/** The draft of that id; `free` where there is none yet, `missing` where it is somebody else's. */
export async function findDraft(db: Db, scope: DraftScope, id: string): Promise<Draft | 'free' | 'missing'> {
  const [found] = await db
    .select()
    .from(offerDraft)
    .where(and(eq(offerDraft.id, id), inScope(scope)));
  if (found) return toDraft(found);
  const [other] = await db.select({ id: offerDraft.id }).from(offerDraft).where(eq(offerDraft.id, id));
  return other ? 'missing' : 'free';
}

export function toDraft(row: typeof offerDraft.$inferSelect): Draft {
  const aside = row.form.aside as { form?: unknown; at?: unknown } | undefined;
  return {
    id: row.id,
    form: typedForm.parse(row.form),
    revision: row.revision,
    savedAt: row.updatedAt,
    companyId: row.companyId,
    offerId: row.offerId,
    aside: aside ? { form: typedForm.parse(aside.form ?? {}), at: String(aside.at) } : null,
  };
}

export type DraftLine = { id: string; title: string; savedAt: Date };

const MOST_DRAFTS = 50;

/** The drafts of offers to be, the newest first; changes of offers that exist are not among them. */
export async function listDrafts(db: Db, scope: DraftScope): Promise<DraftLine[]> {
  const rows = await db
    .select({ id: offerDraft.id, form: offerDraft.form, savedAt: offerDraft.updatedAt })
    .from(offerDraft)
    .where(and(inScope(scope), isNull(offerDraft.offerId)))
    .orderBy(desc(offerDraft.updatedAt))
    .limit(MOST_DRAFTS);
  return rows.map(({ id, form, savedAt }) => ({ id, savedAt, title: typedForm.parse(form).title.trim() }));
}

/** The company of a preview as the offer's page shows it; null where there is none. */
export async function findPreviewCompany(db: Db, companyId: number): Promise<OfferDetail['company'] | null> {
  const [found] = await db
    .select({
      id: company.id,
      slug: company.slug,
      name: company.name,
      website: company.website,
      logoUrl: company.logoUrl,
      about: company.about,
      liveOffers: sql<number>`(select count(*)::int from offer_search s where s.company = ${company.id})`,
    })
    .from(company)
    .where(eq(company.id, companyId));
  return found ?? null;
}

export type FormChoices = {
  /** In the order of the taxonomy. */
  roles: { slug: string; title: string }[];
  /** By name. */
  skills: string[];
  /** ISO 4217, EUR first. */
  currencies: string[];
};

/** What a form is read against, and what it offers to choose from. */
export async function loadFormLookup(db: Db): Promise<FormLookup & { choices: FormChoices }> {
  const [roles, skills, aliases, rates, { payRequiredIn }] = await Promise.all([
    db
      .select({ slug: role.slug, title: role.title })
      .from(role)
      .where(ne(role.slug, OTHER_ROLE))
      .orderBy(asc(role.position), asc(role.id)),
    db.select({ id: skill.id, slug: skill.slug, name: skill.name }).from(skill),
    db.select({ skillId: skillAlias.skillId, alias: skillAlias.alias }).from(skillAlias),
    readRates(db),
    readSettings(db),
  ]);
  const byId = new Map(skills.map(({ id, slug, name }) => [id, { slug, name }]));
  const byName = new Map<string, { slug: string; name: string }>();
  for (const { skillId, alias } of aliases) {
    const named = byId.get(skillId);
    if (named) byName.set(skillKey(alias), named);
  }
  // Last, so that a skill's own name is never another one's alias.
  for (const named of byId.values()) byName.set(skillKey(named.name), named);
  return {
    roles: new Map(roles.map((named) => [named.slug, named])),
    skills: byName,
    rates,
    payRequiredIn,
    findPlaces: (text) => readLocations(loadGazetteer(), text),
    choices: {
      roles,
      skills: [...byId.values()].map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'en')),
      currencies: ['EUR', ...[...rates.keys()].filter((code) => code !== 'EUR').sort()],
    },
  };
}
