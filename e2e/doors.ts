import { type Actor, type Estate, TEXT } from './actors';

/** Everybody but those who belong to the company. */
const OUTSIDERS: Actor[] = [
  'signed out',
  'without a company',
  'of another company',
  'operator of yesterday',
  'operator',
];
const NOT_OWNERS: Actor[] = [...OUTSIDERS, 'recruiter'];
const NOT_OPERATORS: Actor[] = [
  'signed out',
  'without a company',
  'of another company',
  'recruiter',
  'owner',
  'operator of yesterday',
];
const NOBODY: Actor[] = ['signed out'];
const WITHOUT_COMPANY: Actor[] = ['signed out', 'without a company', 'operator of yesterday', 'operator'];

/** Who may not come in, by the file of the page or route, and the address to try. */
export const ROUTES: Record<string, { path: (estate: Estate) => string; closedTo: Actor[] }> = {
  '(employer)/employer/page.tsx': { path: () => '/employer', closedTo: WITHOUT_COMPANY },
  '(employer)/employer/account/page.tsx': { path: () => '/employer/account', closedTo: NOBODY },
  '(employer)/employer/account/delete/page.tsx': { path: () => '/employer/account/delete', closedTo: NOBODY },
  '(employer)/employer/company/page.tsx': { path: () => '/employer/company', closedTo: WITHOUT_COMPANY },
  '(employer)/employer/company/new/page.tsx': { path: () => '/employer/company/new', closedTo: NOBODY },
  '(employer)/employer/people/page.tsx': { path: () => '/employer/people', closedTo: WITHOUT_COMPANY },
  '(employer)/employer/offers/[id]/page.tsx': {
    path: ({ live }) => `/employer/offers/${live.id}`,
    closedTo: OUTSIDERS,
  },
  '(employer)/employer/offers/[id]/edit/page.tsx': {
    path: ({ live }) => `/employer/offers/${live.id}/edit`,
    closedTo: OUTSIDERS,
  },
  '(employer)/employer/offers/[id]/publish/page.tsx': {
    path: ({ draftOffer }) => `/employer/offers/${draftOffer.id}/publish`,
    closedTo: OUTSIDERS,
  },
  '(employer)/employer/orders/page.tsx': { path: () => '/employer/orders', closedTo: WITHOUT_COMPANY },
  '(employer)/employer/orders/[id]/page.tsx': {
    path: ({ order }) => `/employer/orders/${order.id}`,
    closedTo: OUTSIDERS,
  },
  '(employer)/employer/orders/[id]/pay/page.tsx': {
    path: ({ order }) => `/employer/orders/${order.id}/pay`,
    closedTo: OUTSIDERS,
  },
  '(employer)/employer/offers/[id]/duplicate/route.ts': {
    path: ({ live }) => `/employer/offers/${live.id}/duplicate`,
    closedTo: OUTSIDERS,
  },
  '(operator)/operator/page.tsx': { path: () => '/operator', closedTo: NOT_OPERATORS },
  '(operator)/operator/audit/page.tsx': { path: () => '/operator/audit', closedTo: NOT_OPERATORS },
  '(operator)/operator/audit/export/route.ts': {
    path: () => '/operator/audit/export',
    closedTo: NOT_OPERATORS,
  },
  '(operator)/operator/claims/page.tsx': { path: () => '/operator/claims', closedTo: NOT_OPERATORS },
  '(operator)/operator/companies/page.tsx': { path: () => '/operator/companies', closedTo: NOT_OPERATORS },
  '(operator)/operator/companies/[id]/page.tsx': {
    path: ({ company }) => `/operator/companies/${company.id}`,
    closedTo: NOT_OPERATORS,
  },
  '(operator)/operator/enquiries/page.tsx': { path: () => '/operator/enquiries', closedTo: NOT_OPERATORS },
  '(operator)/operator/enquiries/export/route.ts': {
    path: () => '/operator/enquiries/export',
    closedTo: NOT_OPERATORS,
  },
  '(operator)/operator/enquiries/[id]/page.tsx': {
    path: ({ enquiry }) => `/operator/enquiries/${enquiry}`,
    closedTo: NOT_OPERATORS,
  },
  '(operator)/operator/exchange-rates/page.tsx': {
    path: () => '/operator/exchange-rates',
    closedTo: NOT_OPERATORS,
  },
  '(operator)/operator/newsletter/page.tsx': { path: () => '/operator/newsletter', closedTo: NOT_OPERATORS },
  '(operator)/operator/newsletter/new/page.tsx': {
    path: () => '/operator/newsletter/new',
    closedTo: NOT_OPERATORS,
  },
  '(operator)/operator/newsletter/[id]/page.tsx': {
    path: ({ issues }) => `/operator/newsletter/${issues.draft}`,
    closedTo: NOT_OPERATORS,
  },
  '(operator)/operator/newsletter/[id]/preview/page.tsx': {
    path: ({ issues }) => `/operator/newsletter/${issues.draft}/preview`,
    closedTo: NOT_OPERATORS,
  },
  '(operator)/operator/offers/page.tsx': { path: () => '/operator/offers', closedTo: NOT_OPERATORS },
  '(operator)/operator/offers/[id]/page.tsx': {
    path: ({ live }) => `/operator/offers/${live.id}`,
    closedTo: NOT_OPERATORS,
  },
  '(operator)/operator/orders/page.tsx': { path: () => '/operator/orders', closedTo: NOT_OPERATORS },
  '(operator)/operator/orders/money/page.tsx': {
    path: () => '/operator/orders/money',
    closedTo: NOT_OPERATORS,
  },
  '(operator)/operator/orders/[id]/page.tsx': {
    path: ({ order }) => `/operator/orders/${order.id}`,
    closedTo: NOT_OPERATORS,
  },
  '(operator)/operator/plans/page.tsx': { path: () => '/operator/plans', closedTo: NOT_OPERATORS },
  '(operator)/operator/plans/[code]/page.tsx': {
    path: () => '/operator/plans/basic',
    closedTo: NOT_OPERATORS,
  },
  '(operator)/operator/promotions/page.tsx': { path: () => '/operator/promotions', closedTo: NOT_OPERATORS },
  '(operator)/operator/review/page.tsx': { path: () => '/operator/review', closedTo: NOT_OPERATORS },
  '(operator)/operator/review/[id]/page.tsx': {
    path: ({ inReview }) => `/operator/review/${inReview.id}`,
    closedTo: NOT_OPERATORS,
  },
  '(operator)/operator/reports/page.tsx': { path: () => '/operator/reports', closedTo: NOT_OPERATORS },
  '(operator)/operator/roles/page.tsx': {
    path: () => '/operator/roles',
    closedTo: NOT_OPERATORS,
  },
  '(operator)/operator/roles/[slug]/page.tsx': {
    path: () => '/operator/roles/network',
    closedTo: NOT_OPERATORS,
  },
  '(operator)/operator/roles/[slug]/preview/page.tsx': {
    path: () => '/operator/roles/network/preview',
    closedTo: NOT_OPERATORS,
  },
  '(operator)/operator/roles/[slug]/revisions/page.tsx': {
    path: () => '/operator/roles/network/revisions',
    closedTo: NOT_OPERATORS,
  },
  '(operator)/operator/roles/[slug]/revisions/[id]/page.tsx': {
    path: ({ textDraft }) => `/operator/roles/network/revisions/${textDraft}`,
    closedTo: NOT_OPERATORS,
  },
  '(operator)/operator/services/page.tsx': {
    path: () => '/operator/services',
    closedTo: NOT_OPERATORS,
  },
  '(operator)/operator/services/[slug]/page.tsx': {
    path: () => '/operator/services/it-recruitment',
    closedTo: NOT_OPERATORS,
  },
  '(operator)/operator/services/[slug]/preview/page.tsx': {
    path: () => '/operator/services/it-recruitment/preview',
    closedTo: NOT_OPERATORS,
  },
  '(operator)/operator/services/[slug]/revisions/page.tsx': {
    path: () => '/operator/services/it-recruitment/revisions',
    closedTo: NOT_OPERATORS,
  },
  '(operator)/operator/services/[slug]/revisions/[id]/page.tsx': {
    path: ({ published }) => `/operator/services/it-recruitment/revisions/${published.service}`,
    closedTo: NOT_OPERATORS,
  },
  '(operator)/operator/pages/page.tsx': {
    path: () => '/operator/pages',
    closedTo: NOT_OPERATORS,
  },
  '(operator)/operator/pages/[slug]/page.tsx': {
    path: () => '/operator/pages/terms',
    closedTo: NOT_OPERATORS,
  },
  '(operator)/operator/pages/[slug]/preview/page.tsx': {
    path: () => '/operator/pages/terms/preview',
    closedTo: NOT_OPERATORS,
  },
  '(operator)/operator/pages/[slug]/revisions/page.tsx': {
    path: () => '/operator/pages/terms/revisions',
    closedTo: NOT_OPERATORS,
  },
  '(operator)/operator/pages/[slug]/revisions/[id]/page.tsx': {
    path: ({ published }) => `/operator/pages/terms/revisions/${published.page}`,
    closedTo: NOT_OPERATORS,
  },
  '(operator)/operator/skills/page.tsx': { path: () => '/operator/skills', closedTo: NOT_OPERATORS },
  '(operator)/operator/skills/new/page.tsx': { path: () => '/operator/skills/new', closedTo: NOT_OPERATORS },
  '(operator)/operator/skills/[id]/page.tsx': {
    path: ({ skill }) => `/operator/skills/${skill}`,
    closedTo: NOT_OPERATORS,
  },
  '(operator)/operator/skills/[id]/merge/page.tsx': {
    path: ({ skill }) => `/operator/skills/${skill}/merge?into=Java`,
    closedTo: NOT_OPERATORS,
  },
  '(operator)/operator/settings/page.tsx': { path: () => '/operator/settings', closedTo: NOT_OPERATORS },
  '(operator)/operator/subscribers/page.tsx': {
    path: () => '/operator/subscribers',
    closedTo: NOT_OPERATORS,
  },
  '(operator)/operator/subscribers/[id]/page.tsx': {
    path: ({ subscriber }) => `/operator/subscribers/${subscriber.id}`,
    closedTo: NOT_OPERATORS,
  },
  '(operator)/operator/subscribers/export/route.ts': {
    path: () => '/operator/subscribers/export',
    closedTo: NOT_OPERATORS,
  },
  '(operator)/operator/users/page.tsx': { path: () => '/operator/users', closedTo: NOT_OPERATORS },
  '(operator)/operator/users/[id]/page.tsx': {
    path: ({ ownerId }) => `/operator/users/${ownerId}`,
    closedTo: NOT_OPERATORS,
  },
};

type Fields = Record<string, string>;
/** A request that is no page: method, body, and who gets nowhere with it. */
export const POSTED: Record<
  string,
  { path: string; json?: boolean; fields: (estate: Estate) => Fields; closedTo: Actor[] }
> = {
  '(employer)/employer/company/logo/route.ts': {
    path: '/employer/company/logo',
    fields: ({ company }) => ({ company: company.slug, logo: 'none' }),
    closedTo: NOT_OWNERS,
  },
};

type Door = {
  /** The page that the form is on. */
  at: (estate: Estate) => string;
  fields: (estate: Estate) => Fields;
  /** A form that can come back with faults sends its state along. */
  state?: true;
  closedTo: Actor[];
  /** The form comes back to them with what is wrong: that it is another company's. */
  unmoved?: Actor[];
};

const offerActs = (field: keyof Estate & ('live' | 'paused' | 'draftOffer')): Door => ({
  at: () => '/employer',
  fields: (estate) => ({ offer: String(estate[field].id), back: '/employer' }),
  closedTo: OUTSIDERS,
});
const peopleActs = (fields: Door['fields'], state?: true): Door => ({
  at: () => '/employer/people',
  fields,
  ...(state && { state }),
  closedTo: NOT_OWNERS,
});
const operatorActs = (at: string, fields: Door['fields'], state?: true): Door => ({
  at: () => at,
  fields,
  ...(state && { state }),
  closedTo: NOT_OPERATORS,
});
const textActs = (fields: Door['fields']): Door =>
  operatorActs(`/operator/roles/${TEXT.slug}`, (estate) => ({ ...TEXT, ...fields(estate) }), true);
const issueActs = (state: keyof Estate['issues'], fields: Fields = {}): Door => ({
  at: ({ issues }) => `/operator/newsletter/${issues[state]}`,
  fields: ({ issues }) => ({ issue: String(issues[state]), ...fields }),
  state: true,
  closedTo: NOT_OPERATORS,
});
const accountActs = (fields: Door['fields'], state?: true): Door => ({
  at: () => '/employer/account',
  fields,
  ...(state && { state }),
  closedTo: NOBODY,
});

/** Every server action of the pages for employers and for the operator, as `file#export`. */
export const ACTIONS: Record<string, Door> = {
  '(employer)/employer/offers/[id]/actions.ts#pause': offerActs('live'),
  '(employer)/employer/offers/[id]/actions.ts#resume': offerActs('paused'),
  '(employer)/employer/offers/[id]/actions.ts#fill': offerActs('live'),
  '(employer)/employer/offers/[id]/actions.ts#discard': offerActs('draftOffer'),
  '(employer)/employer/offers/[id]/actions.ts#answer': {
    at: () => '/employer',
    fields: ({ live }) => ({ offer: String(live.id), answer: 'closed', back: '/employer' }),
    closedTo: OUTSIDERS,
  },
  '(employer)/employer/offers/[id]/actions.ts#deleteWriting': {
    at: () => '/employer',
    fields: ({ draft }) => ({ draft, back: '/employer' }),
    closedTo: OUTSIDERS,
  },
  '(employer)/employer/orders/actions.ts#buy': {
    at: () => '/employer/orders',
    fields: ({ draftOffer }) => ({ offer: String(draftOffer.id), plan: 'basic' }),
    closedTo: OUTSIDERS,
  },
  '(employer)/employer/orders/actions.ts#spend': offerActs('draftOffer'),
  '(employer)/employer/orders/actions.ts#giveUp': {
    at: () => '/employer/orders',
    fields: ({ order }) => ({ order: String(order.id), back: '/employer' }),
    closedTo: OUTSIDERS,
  },
  '(employer)/employer/company/actions.ts#chooseCompany': {
    at: () => '/employer/account',
    fields: ({ company }) => ({ company: company.slug }),
    closedTo: OUTSIDERS,
  },
  '(employer)/employer/company/actions.ts#proposeCompany': {
    at: () => '/employer/company/new',
    fields: () => ({ name: '', website: '' }),
    state: true,
    closedTo: NOBODY,
  },
  '(employer)/employer/company/actions.ts#claim': {
    at: () => '/employer/company/new',
    fields: () => ({ company: 'no-such-company', message: 'It is ours, believe me.' }),
    state: true,
    closedTo: [...NOT_OWNERS, 'owner'],
  },
  '(employer)/employer/company/actions.ts#saveProfile': {
    at: () => '/employer/company',
    fields: ({ company }) => ({ company: company.slug, name: 'Taken over', website: '', about: '' }),
    state: true,
    closedTo: NOT_OWNERS.filter((actor) => actor !== 'of another company'),
    unmoved: ['of another company'],
  },
  '(employer)/employer/company/actions.ts#removeLogo': {
    at: () => '/employer/company',
    fields: ({ company }) => ({ company: company.slug }),
    closedTo: NOT_OWNERS,
  },
  '(employer)/employer/people/actions.ts#invite': {
    ...peopleActs(
      ({ company }) => ({ company: company.slug, email: 'evil@evil.example', role: 'owner' }),
      true,
    ),
    closedTo: NOT_OWNERS.filter((actor) => actor !== 'of another company'),
    unmoved: ['of another company'],
  },
  '(employer)/employer/people/actions.ts#resend': peopleActs(({ invitation }) => ({
    id: String(invitation),
  })),
  '(employer)/employer/people/actions.ts#withdraw': peopleActs(({ invitation }) => ({
    id: String(invitation),
  })),
  '(employer)/employer/people/actions.ts#setRole': peopleActs(({ recruiterId }) => ({
    user: recruiterId,
    role: 'owner',
  })),
  '(employer)/employer/people/actions.ts#remove': peopleActs(({ recruiterId }) => ({ user: recruiterId })),
  '(employer)/employer/people/actions.ts#leave': {
    at: () => '/employer/people',
    fields: ({ company }) => ({ company: company.slug }),
    closedTo: OUTSIDERS,
  },
  '(employer)/employer/people/actions.ts#decide': peopleActs(({ claim }) => ({
    id: String(claim),
    answer: 'owner',
  })),
  '(employer)/employer/account/actions.ts#saveName': accountActs(() => ({ name: 'Evil' }), true),
  '(employer)/employer/account/actions.ts#changeEmail': accountActs(
    () => ({ email: 'evil@evil.example' }),
    true,
  ),
  '(employer)/employer/account/actions.ts#dropChange': accountActs(() => ({})),
  '(employer)/employer/account/actions.ts#endOne': {
    ...accountActs(({ sessions }) => ({ session: sessions.owner })),
    closedTo: NOT_OWNERS,
  },
  '(employer)/employer/account/actions.ts#endOthers': accountActs(() => ({})),
  '(employer)/employer/account/actions.ts#leaveSession': accountActs(() => ({})),
  '(employer)/employer/account/delete/actions.ts#deleteOwnAccount': {
    at: () => '/employer/account/delete',
    fields: () => ({ email: 'owner@kvarnen.example' }),
    state: true,
    closedTo: NOBODY,
  },
  '(operator)/operator/claims/actions.ts#decide': operatorActs('/operator/claims', ({ claim }) => ({
    id: String(claim),
    decision: 'grant',
  })),
  '(operator)/operator/enquiries/actions.ts#answer': {
    ...operatorActs('', ({ enquiry }) => ({ id: String(enquiry), note: 'Done, believe me.' }), true),
    at: ({ enquiry }) => `/operator/enquiries/${enquiry}`,
  },
  '(operator)/operator/enquiries/actions.ts#reopen': {
    ...operatorActs('', ({ enquiry }) => ({ id: String(enquiry) })),
    at: ({ enquiry }) => `/operator/enquiries/${enquiry}`,
  },
  '(operator)/operator/enquiries/actions.ts#remove': {
    ...operatorActs('', ({ enquiry }) => ({ id: String(enquiry) })),
    at: ({ enquiry }) => `/operator/enquiries/${enquiry}`,
  },
  '(operator)/operator/exchange-rates/actions.ts#saveRate': operatorActs(
    '/operator/exchange-rates',
    () => ({ currency: 'PLN', perEur: '1', asOf: '2026-01-01', source: 'me', sure: 'yes' }),
    true,
  ),
  '(operator)/operator/exchange-rates/actions.ts#pasteRates': operatorActs(
    '/operator/exchange-rates',
    () => ({ pasted: 'PLN;1', pastedAsOf: '2026-01-01', pastedSource: 'me', pastedSure: 'yes' }),
    true,
  ),
  '(operator)/operator/newsletter/actions.ts#create': operatorActs(
    '/operator/newsletter/new',
    () => ({ subject: 'Buy this', preview: '', body: 'Now.' }),
    true,
  ),
  '(operator)/operator/newsletter/actions.ts#save': {
    ...issueActs('draft', { revision: '1', subject: 'Buy this', preview: '', body: 'Now.' }),
    at: ({ issues }) => `/operator/newsletter/${issues.draft}`,
  },
  '(operator)/operator/newsletter/actions.ts#discard': {
    ...issueActs('draft'),
    at: ({ issues }) => `/operator/newsletter/${issues.draft}`,
  },
  '(operator)/operator/newsletter/actions.ts#sendTest': {
    ...issueActs('draft'),
    at: ({ issues }) => `/operator/newsletter/${issues.draft}/preview`,
  },
  '(operator)/operator/newsletter/actions.ts#schedule': {
    ...issueActs('draft', { at: '2099-02-01T08:00' }),
    at: ({ issues }) => `/operator/newsletter/${issues.draft}/preview`,
  },
  '(operator)/operator/newsletter/actions.ts#unschedule': issueActs('scheduled'),
  '(operator)/operator/newsletter/actions.ts#pause': issueActs('sending'),
  '(operator)/operator/newsletter/actions.ts#resume': issueActs('paused'),
  '(operator)/operator/newsletter/actions.ts#cancel': issueActs('paused'),
  '(operator)/operator/offers/[id]/actions.ts#decide': {
    ...operatorActs(
      '',
      ({ live }) => ({
        id: String(live.id),
        act: 'remove',
        decision: 'remove',
        reason: 'Because I can do it.',
      }),
      true,
    ),
    at: ({ live }) => `/operator/offers/${live.id}`,
  },
  '(operator)/operator/offers/[id]/actions.ts#feature': {
    ...operatorActs('', ({ live }) => ({ id: String(live.id), featured: 'yes' })),
    at: ({ live }) => `/operator/offers/${live.id}`,
  },
  '(operator)/operator/orders/[id]/actions.ts#refund': {
    ...operatorActs(
      '',
      ({ order }) => ({ id: String(order.id), how: 'full', refundedBefore: '0', reason: 'Because I can.' }),
      true,
    ),
    at: ({ order }) => `/operator/orders/${order.id}`,
  },
  '(operator)/operator/orders/[id]/actions.ts#recheck': {
    ...operatorActs('', ({ order }) => ({ id: String(order.id) }), true),
    at: ({ order }) => `/operator/orders/${order.id}`,
  },
  '(operator)/operator/plans/actions.ts#savePlan': operatorActs(
    '/operator/plans/basic',
    () => ({ code: 'basic', name: 'Basic', price: '0.01', currency: 'EUR', days: '3650', active: 'on' }),
    true,
  ),
  '(operator)/operator/promotions/actions.ts#createCode': operatorActs(
    '/operator/promotions',
    () => ({ code: 'FREE', percent: '100', uses: '', endsAt: '' }),
    true,
  ),
  '(operator)/operator/promotions/actions.ts#endCode': operatorActs(
    '/operator/promotions',
    () => ({ id: 'promo_1' }),
    true,
  ),
  '(operator)/operator/review/actions.ts#decide': {
    ...operatorActs('', ({ inReview }) => ({ id: String(inReview.id), decision: 'approve' }), true),
    at: ({ inReview }) => `/operator/review/${inReview.id}`,
  },
  '(operator)/operator/reports/actions.ts#decide': operatorActs(
    '/operator/reports',
    ({ live, report }) => ({ offer: String(live.id), upTo: String(report), act: 'none', decision: 'none' }),
    true,
  ),
  '(operator)/operator/skills/actions.ts#add': operatorActs(
    '/operator/skills/new',
    () => ({ name: 'Forgery', slug: 'forgery', kind: 'practice', summary: 'A craft.', aliases: '' }),
    true,
  ),
  '(operator)/operator/skills/actions.ts#change': {
    ...operatorActs(
      '',
      ({ skill }) => ({
        id: String(skill),
        name: 'Forgery',
        slug: 'forgery',
        kind: 'practice',
        summary: 'A craft.',
        aliases: '',
        mark: '',
      }),
      true,
    ),
    at: ({ skill }) => `/operator/skills/${skill}`,
  },
  '(operator)/operator/skills/actions.ts#merge': {
    ...operatorActs('', ({ skill }) => ({ from: String(skill), into: '1' })),
    at: ({ skill }) => `/operator/skills/${skill}/merge`,
  },
  '(operator)/operator/texts/actions.ts#save': textActs(({ textDraft }) => ({
    base: String(textDraft),
    next: 'publish',
    summary: 'Taken over.',
  })),
  '(operator)/operator/texts/actions.ts#publish': textActs(({ textDraft }) => ({ id: String(textDraft) })),
  '(operator)/operator/texts/actions.ts#discard': textActs(({ textDraft }) => ({ id: String(textDraft) })),
  '(operator)/operator/texts/actions.ts#restore': textActs(({ textDraft }) => ({ id: String(textDraft) })),
  '(operator)/operator/settings/actions.ts#saveSettings': operatorActs(
    '/operator/settings',
    () => ({ offerLifetimeDays: '1', closedOfferDays: '1' }),
    true,
  ),
  '(operator)/operator/subscribers/[id]/actions.ts#end': {
    ...operatorActs('', ({ subscriber }) => ({
      subscriber: String(subscriber.id),
      subscription: String(subscriber.subscription),
    })),
    at: ({ subscriber }) => `/operator/subscribers/${subscriber.id}`,
  },
  '(operator)/operator/subscribers/[id]/actions.ts#endAll': {
    ...operatorActs('', ({ subscriber }) => ({ subscriber: String(subscriber.id) })),
    at: ({ subscriber }) => `/operator/subscribers/${subscriber.id}`,
  },
  '(operator)/operator/users/[id]/actions.ts#endSessions': {
    ...operatorActs('', ({ ownerId }) => ({ id: ownerId })),
    at: ({ ownerId }) => `/operator/users/${ownerId}`,
  },
  '(operator)/operator/users/[id]/actions.ts#grant': {
    ...operatorActs('', ({ strangerId }) => ({ id: strangerId })),
    at: ({ ownerId }) => `/operator/users/${ownerId}`,
  },
  '(operator)/operator/users/[id]/actions.ts#withdraw': {
    ...operatorActs('', ({ operatorId }) => ({ id: operatorId }), true),
    at: ({ ownerId }) => `/operator/users/${ownerId}`,
  },
};
