import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { offer } from '@/db/schema/offers';
import type { CompanyId } from '@/domain/companies/input';
import { EDITABLE, findLastRevision } from '@/domain/offers/employer-offers';
import { countryName } from '@/domain/offers/labels';
import { getOffer } from '@/domain/offers/queries';
import type { OfferDetail } from '@/domain/offers/rules';
import { htmlToMarkdown } from '@/lib/markdown';
import { toMajorUnits } from '@/lib/money';
import { EMPTY_FORM, type TypedForm, typedForm } from './input';

export type OfferForm = {
  form: TypedForm;
  title: string;
  state: OfferDetail['state'];
  /** Number of the revision that the form is of; 0 where it was made of the offer itself. */
  base: number;
  editable: boolean;
};

/** The form of a company's offer: as it was last sent, or for one that was imported, made of what it says. */
export async function formOfOffer(db: Db, companyId: CompanyId, offerId: number): Promise<OfferForm | null> {
  const [own] = await db
    .select({ title: offer.title, state: offer.state, url: offer.applyUrl, email: offer.applyEmail })
    .from(offer)
    .where(and(eq(offer.id, offerId), eq(offer.companyId, companyId)));
  if (!own) return null;
  const { title, state } = own;
  const about = { title, state, editable: EDITABLE.includes(state) };
  const last = await findLastRevision(db, offerId);
  if (last) return { ...about, form: typedForm.parse(last.form), base: last.id };
  const detail = await getOffer(db, offerId);
  return detail && { ...about, form: toForm(detail, own.url ?? own.email ?? ''), base: 0 };
}

/** The form of a company's offer as the beginning of another one: without its closing date. */
export async function duplicateOffer(
  db: Db,
  companyId: CompanyId,
  offerId: number,
): Promise<TypedForm | null> {
  const found = await formOfOffer(db, companyId, offerId);
  return found && { ...found.form, closes: '' };
}

function toForm(detail: OfferDetail, apply: string): TypedForm {
  const placesOf = (use: 'workplace' | 'applicant') =>
    detail.places
      .filter((place) => place.use === use)
      .map(({ kind, name, countryCode }) =>
        kind === 'city' ? `${name}, ${countryName(countryCode)}` : name,
      );
  return {
    ...EMPTY_FORM,
    title: detail.title,
    role: detail.role.slug === 'other' ? '' : detail.role.slug,
    seniority: detail.seniority ?? '',
    workplace: detail.workplace,
    workplaceNote: detail.workplaceNote ?? '',
    partTime: detail.partTime ? 'on' : '',
    places: placesOf('workplace'),
    homes: placesOf('applicant'),
    pay: detail.pay.map(({ contract, statedMin, statedMax, currency, period, tax }) => ({
      contract,
      min: figure(statedMin, currency),
      max: figure(statedMax, currency),
      currency: currency ?? 'EUR',
      period: period ?? 'month',
      tax: tax ?? '',
    })),
    skills: detail.skills.map(({ name, level, required }) => ({
      name,
      level: level === null ? '' : String(level),
      need: required === false ? 'useful' : 'required',
    })),
    description: htmlToMarkdown(detail.descriptionHtml),
    apply,
  };
}

function figure(minor: number | null, currency: string | null): string {
  if (minor === null || currency === null) return '';
  return toMajorUnits(minor, currency)
    .toLocaleString('en-GB', { maximumFractionDigits: 2 })
    .replaceAll(',', '\u00a0');
}
