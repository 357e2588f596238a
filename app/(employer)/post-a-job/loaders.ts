import { loadPayFigures } from '@/app/(public)/offers/loaders';
import { utcDay } from '@/app/(public)/today';
import type { SaveAnswer } from '@/components/drafts/answer';
import { database } from '@/db/pool';
import type { TypedForm } from '@/domain/drafts/input';
import { toPreview, toPreviewRow } from '@/domain/drafts/preview';
import { type FormChoices, findPreviewCompany, loadFormLookup } from '@/domain/drafts/queries';
import { type Faults, readForm } from '@/domain/drafts/read-form';
import { hintsOf } from '@/domain/drafts/rules';
import type { PayFigures } from '@/domain/market/rules';
import type { OfferDetail } from '@/domain/offers/rules';

export type FormView = {
  choices: FormChoices;
  faults: Faults;
  offer: OfferDetail;
  pay: PayFigures;
  today: string;
  live: SaveAnswer['live'];
};

const NO_COMPANY: OfferDetail['company'] = {
  id: 0,
  slug: '',
  name: 'Your company',
  website: null,
  logoUrl: null,
  about: null,
  liveOffers: 0,
};

/** A form read against everything that it may name: what is wrong with it, and how it would look. */
export async function viewForm(
  form: TypedForm,
  draft: { id: string; companyId: number | null },
): Promise<FormView> {
  const [db, now] = [database(), new Date()];
  const [lookup, company, pay] = await Promise.all([
    loadFormLookup(db),
    draft.companyId === null ? null : findPreviewCompany(db, draft.companyId),
    loadPayFigures(),
  ]);
  const { facts, faults } = readForm(form, lookup, now);
  const offer = toPreview(facts, { company: company ?? NO_COMPANY, rates: lookup.rates, now });
  const today = utcDay(now);
  return {
    choices: lookup.choices,
    faults,
    offer,
    pay,
    today,
    live: {
      // Rows link to /offers/SLUG.
      row: { ...toPreviewRow(offer), slug: `../post-a-job/preview?draft=${draft.id}` },
      pay: figuresOfRole(pay, offer.role.slug),
      today,
      hints: hintsOf(form, facts.seniority !== null),
      guess: form.role === '' ? (facts.role?.title ?? null) : null,
    },
  };
}

/** What a row of that role needs of the figures. */
function figuresOfRole(pay: PayFigures, role: string): PayFigures {
  const figures = pay.byRole[role];
  return { scale: pay.scale, overall: {}, byRole: figures ? { [role]: figures } : {} };
}
