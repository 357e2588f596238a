import { asc, eq, inArray, or, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { recordEvent } from '@/db/events';
import { invalidateTags } from '@/db/invalidation';
import { company, companyLogo, companyPlace, companySkill } from '@/db/schema/companies';
import { place } from '@/db/schema/places';
import { skill, skillAlias } from '@/db/schema/roles';
import { findVerifiedEmail } from '@/domain/accounts/account';
import { savePlaces } from '@/domain/places/commands';
import { loadGazetteer } from '@/domain/places/gazetteer';
import { readLocations } from '@/domain/places/locations';
import { DomainError } from '@/lib/errors';
import { ownDomain } from './create';
import type { ProfileInput } from './forms';
import type { CompanyId } from './input';

/** A company's profile as its form shows it. */
export type EditedProfile = {
  slug: string;
  name: string;
  website: string | null;
  about: string | null;
  size: string | null;
  foundedYear: number | null;
  benefits: string[];
  /** Such as "Kraków, Poland". */
  places: string[];
  skills: string[];
  logoHash: string | null;
};

export async function getProfile(db: Db, companyId: CompanyId): Promise<EditedProfile> {
  const [[found], places, skills] = await Promise.all([
    db
      .select({
        slug: company.slug,
        name: company.name,
        website: company.website,
        about: company.about,
        size: company.size,
        foundedYear: company.foundedYear,
        benefits: company.benefits,
        logoHash: companyLogo.hash,
      })
      .from(company)
      .leftJoin(companyLogo, eq(companyLogo.companyId, company.id))
      .where(eq(company.id, companyId)),
    listPlaces(db, companyId),
    db
      .select({ name: skill.name })
      .from(companySkill)
      .innerJoin(skill, eq(skill.id, companySkill.skillId))
      .where(eq(companySkill.companyId, companyId))
      .orderBy(asc(sql`lower(${skill.name})`)),
  ]);
  if (!found) throw new Error(`There is no company ${companyId}`);
  return {
    ...found,
    places: places.map(({ label }) => label),
    skills: skills.map(({ name }) => name),
  };
}

/**
 * Stores a profile as an owner typed it; its page and the pages of its offers follow. A website becomes the
 * company's domain where the owner's own verified address is there. The key by which imports recognise a company
 * stays: a company cannot take over another's offers by taking its name. Throws DomainError `unknown_place` or
 * `unknown_skill` (the message names it), or `company_exists` where another of that name has the domain.
 * Resolves to whether the name is another: then offers and search have to follow.
 */
export async function updateProfile(
  db: Db,
  companyId: CompanyId,
  { places, skills, ...fields }: ProfileInput,
  { now, userId }: { now: Date; userId: string },
): Promise<{ isRenamed: boolean }> {
  return db.transaction(async (tx) => {
    const placeIds = await findPlaceIds(tx, companyId, places);
    const skillIds = await findSkillIds(tx, skills);
    const [before] = await tx
      .select({ name: company.name, nameKey: company.nameKey, domain: company.domain })
      .from(company)
      .where(eq(company.id, companyId))
      .for('no key update');
    if (!before) throw new Error(`There is no company ${companyId}`);
    const domain = ownDomain(fields.website, await findVerifiedEmail(tx, userId)) ?? before.domain;
    if (domain !== before.domain) {
      const [other] = await tx
        .select({ id: company.id })
        .from(company)
        .where(sql`name_key = ${before.nameKey} and domain = ${domain}`);
      if (other) throw new DomainError('company_exists');
    }
    await tx
      .update(company)
      .set({ ...fields, domain, updatedAt: now })
      .where(eq(company.id, companyId));
    await tx.delete(companyPlace).where(eq(companyPlace.companyId, companyId));
    if (placeIds.length > 0)
      await tx.insert(companyPlace).values(placeIds.map((placeId) => ({ companyId, placeId })));
    await tx.delete(companySkill).where(eq(companySkill.companyId, companyId));
    if (skillIds.length > 0)
      await tx.insert(companySkill).values(skillIds.map((skillId) => ({ companyId, skillId })));
    const isRenamed = before.name !== fields.name;
    await recordEvent(tx, {
      at: now,
      actor: `user:${userId}`,
      type: 'company.updated',
      subject: 'company',
      subjectId: companyId,
      data: isRenamed ? { name: { before: before.name, after: fields.name } } : undefined,
    });
    await invalidateTags(tx, [`company:${companyId}`]);
    return { isRenamed };
  });
}

const countryNames = new Intl.DisplayNames('en-GB', { type: 'region' });

async function listPlaces(db: Db, companyId: CompanyId): Promise<{ id: number; label: string }[]> {
  const rows = await db
    .select({ id: place.id, kind: place.kind, name: place.name, countryCode: place.countryCode })
    .from(companyPlace)
    .innerJoin(place, eq(place.id, companyPlace.placeId))
    .where(eq(companyPlace.companyId, companyId))
    .orderBy(asc(place.name));
  return rows.map(({ id, kind, name, countryCode }) => ({
    id,
    label: kind === 'country' ? name : `${name}, ${countryNames.of(countryCode) ?? countryCode}`,
  }));
}

/** What the form showed before is known as it is; the rest is looked up in the gazetteer. */
async function findPlaceIds(db: Db, companyId: CompanyId, labels: string[]): Promise<number[]> {
  if (labels.length === 0) return [];
  const known = new Map((await listPlaces(db, companyId)).map(({ id, label }) => [label, id]));
  const unread = labels.filter((label) => !known.has(label));
  const read = unread.map((label) => {
    const { places, note } = readLocations(loadGazetteer(), label);
    const [only] = places;
    if (!only || places.length > 1 || note !== null) throw new DomainError('unknown_place', label);
    const { countryCode, city } = only;
    return { countryCode, city: city && { name: city.name, geonameId: city.geonameId } };
  });
  const ids = read.length > 0 ? await savePlaces(db, read) : [];
  return [
    ...new Set([...labels.flatMap((label) => known.get(label) ?? []), ...ids.flatMap((id) => id ?? [])]),
  ];
}

/** Skills by their name, slug or one of their other spellings. */
async function findSkillIds(db: Db, names: string[]): Promise<number[]> {
  if (names.length === 0) return [];
  const keys = names.map((name) => name.toLowerCase());
  const rows = await db
    .select({ id: skill.id, name: skill.name, slug: skill.slug, alias: skillAlias.alias })
    .from(skill)
    .leftJoin(skillAlias, eq(skillAlias.skillId, skill.id))
    .where(
      or(
        inArray(sql`lower(${skill.name})`, keys),
        inArray(skill.slug, keys),
        inArray(sql`lower(${skillAlias.alias})`, keys),
      ),
    );
  const ids = names.map((name, n) => {
    const key = keys[n];
    const found =
      rows.find((row) => row.name.toLowerCase() === key) ??
      rows.find(({ slug, alias }) => slug === key || alias?.toLowerCase() === key);
    if (!found) throw new DomainError('unknown_skill', name);
    return found.id;
  });
  return [...new Set(ids)];
}
