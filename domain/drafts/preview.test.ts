import { expect, it } from 'vitest';
import { createCompany } from '@/db/factories';
import { appUser } from '@/db/schema/accounts';
import { useTestDatabase } from '@/dev/testing/database';
import type { CompanyId } from '@/domain/companies/input';
import { publishOffer } from '@/domain/offers/lifecycle';
import { getOffer } from '@/domain/offers/queries';
import { loadOfferRows } from '@/domain/offers/rows';
import type { OfferDetail } from '@/domain/offers/rules';
import { saveDraft, sendDraft } from './commands';
import { EMPTY_FORM, type TypedForm } from './input';
import { toPreview, toPreviewRow } from './preview';
import { findPreviewCompany, loadFormLookup } from './queries';
import { readForm } from './read-form';

const test = useTestDatabase();
const now = new Date('2026-03-01T12:00:00Z');

const onSite: TypedForm = {
  ...EMPTY_FORM,
  title: 'Senior data engineer, timetables',
  workplace: 'hybrid',
  workplaceNote: '2 days a week',
  partTime: 'on',
  places: ['Kraków, Poland', 'Malmö'],
  pay: [
    { contract: 'b2b', min: '150', max: '180', currency: 'PLN', period: 'hour', tax: 'net_vat' },
    { contract: 'employment', min: '21 000', max: '25 000', currency: 'PLN', period: 'month', tax: 'gross' },
  ],
  skills: [
    { name: 'python', level: '5', need: 'required' },
    { name: 'Postgres', level: '', need: 'useful' },
  ],
  description: `## The work\n\n${'We time trains. '.repeat(20)}\n\n- <b>Python</b>\n- [us](https://a.example)`,
  apply: 'jobs@company.example',
};
const remote: TypedForm = {
  ...onSite,
  title: 'Data engineer',
  workplace: 'remote',
  homes: ['Switzerland', 'Bern, Switzerland', 'Worldwide'],
  pay: [{ contract: 'contract', min: '', max: '', currency: 'CHF', period: 'year', tax: '' }],
  payReason: 'Set by the tariff of the canton',
  apply: 'https://company.example/jobs',
};

it.each([
  ['at a desk', onSite],
  ['at home', remote],
])('shows what will be shown: %s', async (_, form) => {
  const company = await createCompany(test.db, { about: 'We time trains.' });
  const companyId = company.id as CompanyId;
  const [user] = await test.db
    .insert(appUser)
    .values({ email: `${company.slug}@company.example` })
    .returning();
  const scope = { author: null, userId: user?.id ?? '', companies: [companyId], actingFor: companyId };
  const lookup = await loadFormLookup(test.db);
  const shownCompany = await findPreviewCompany(test.db, companyId);
  if (!shownCompany) throw new Error('There is no such company');
  const { facts } = readForm(form, lookup, now);
  const preview = toPreview(facts, { company: shownCompany, rates: lookup.rates, now });

  const draft = crypto.randomUUID();
  await saveDraft(test.db, scope, { draft, revision: 0, writer: 'w', sequence: 1 }, form, now);
  const sent = await sendDraft(test.db, scope, draft, lookup, { now, actor: 'user:x' });
  if (sent.kind !== 'sent') throw new Error(JSON.stringify(sent));
  await publishOffer(test.db, sent.offerId, { now, actor: 'system', days: 30 });
  const published = await getOffer(test.db, sent.offerId);
  if (!published) throw new Error('There is no such offer');

  expect(comparable(preview)).toEqual(comparable(published));
  const [row] = await loadOfferRows(test.db, [sent.offerId]);
  const { id: _id, slug: _slug, expiresAt: _until, places: _places, ...shown } = toPreviewRow(preview);
  expect(row).toMatchObject(shown);
});

/** Without what an offer gets only when it is published: number, address, source, closing date. */
function comparable(offer: OfferDetail) {
  const { id, slug, sourceId, expiresAt, updatedAt, company, places, ...rest } = offer;
  return {
    ...rest,
    company: { ...company, liveOffers: 0 },
    places: places.map(({ slug: _, ...place }) => place),
  };
}
