import { type Connection, connect, type Db } from '@/db/client';
import {
  createCompany,
  createMember,
  createOffer,
  createOrder,
  createSkill,
  createSubscriber,
  createSubscription,
  createUser,
} from '@/db/factories';
import { session } from '@/db/schema/accounts';
import { companyClaim, companyInvitation } from '@/db/schema/companies';
import { offerDraft } from '@/db/schema/drafts';
import { enquiry } from '@/db/schema/enquiries';
import { delivery, issue } from '@/db/schema/newsletter';
import { offerReport } from '@/db/schema/offers';
import { textRevision } from '@/db/schema/texts';
import { findPublishedText, findText } from '@/domain/texts/queries';
import { hashToken, makeToken } from '@/lib/secret';

/** Whoever may try a door, from nobody to the operator. */
export const ACTORS = [
  'signed out',
  'without a company',
  'of another company',
  'recruiter',
  'owner',
  'operator of yesterday',
  'operator',
] as const;
export type Actor = (typeof ACTORS)[number];

/** What the doors lead to: everything of one company, and of the portal. */
export type Estate = {
  company: { id: number; slug: string };
  ownerId: string;
  recruiterId: string;
  strangerId: string;
  operatorId: string;
  live: { id: number; slug: string };
  paused: { id: number; slug: string };
  draftOffer: { id: number };
  inReview: { id: number };
  /** Waits to be paid. */
  order: { id: number };
  draft: string;
  invitation: number;
  claim: number;
  report: number;
  enquiry: number;
  /** Gets the newsletter. */
  subscriber: { id: number; subscription: number };
  /** One in each of these states. */
  issues: Record<'draft' | 'scheduled' | 'sending' | 'paused', number>;
  skill: number;
  /** A draft of TEXT. */
  textDraft: number;
  /** What a service and a page say now. */
  published: { service: number; page: number };
  cookies: Record<Actor, string>;
  /** As the pages name them: hashes of their tokens. */
  sessions: Record<Actor, string>;
};

const DAY_MS = 86_400_000;

/** A text that no journey edits. */
export const TEXT = { kind: 'role', slug: 'network' } as const;

/** Builds an estate straight in the database of the portal under test. */
export async function buildEstate({ db }: Connection): Promise<Estate> {
  const mark = makeToken()
    .slice(0, 8)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, 'x');
  const fields = { slug: `estate-${mark}`, nameKey: `estate ${mark}`, name: `Estate ${mark}` };
  const company = await createCompany(db, fields);
  const other = await createCompany(db, { slug: `other-${mark}`, nameKey: `other ${mark}` });
  const email = (name: string) => ({ email: `${name}-${mark}@kvarnen.example` });
  const owner = await createMember(db, company.id, 'owner', email('owner'));
  const recruiter = await createMember(db, company.id, 'recruiter', email('recruiter'));
  const outsider = await createMember(db, other.id, 'owner', email('outsider'));
  const stranger = await createUser(db, email('stranger'));
  const operator = await createUser(db, { ...email('operator'), operatorSince: new Date() });
  const offers = { companyId: company.id, postedBy: owner.id };
  const live = await createOffer(db, { ...offers, slug: `live-${mark}-1` });
  const paused = await createOffer(db, {
    ...offers,
    slug: `paused-${mark}-2`,
    state: 'paused',
    pausedBy: 'employer',
  });
  const draftOffer = await createOffer(db, { ...offers, slug: `draft-${mark}-3`, state: 'draft' });
  const inReview = await createOffer(db, { ...offers, slug: `review-${mark}-4`, state: 'in_review' });
  const order = await createOrder(db, {
    companyId: company.id,
    offerId: draftOffer.id,
    sessionId: `cs_test_${mark}`,
    checkoutUrl: 'https://pay.example/session',
    expiresAt: new Date(Date.now() + DAY_MS),
  });
  const draft = crypto.randomUUID();
  const now = new Date();
  await db.insert(offerDraft).values({
    id: draft,
    userId: owner.id,
    companyId: company.id,
    form: { title: 'Secret plans' },
    createdAt: now,
    updatedAt: now,
  });
  const [invitation] = await db
    .insert(companyInvitation)
    .values({
      companyId: company.id,
      ...email('invited'),
      role: 'recruiter',
      token: hashToken(makeToken()),
      expiresAt: new Date(now.getTime() + DAY_MS),
    })
    .returning({ id: companyInvitation.id });
  const [claim] = await db
    .insert(companyClaim)
    .values({ companyId: company.id, userId: stranger.id, message: 'It is mine.' })
    .returning({ id: companyClaim.id });
  const [report] = await db
    .insert(offerReport)
    .values({ offerId: live.id, reason: 'fraud', message: 'They ask for money.', at: now })
    .returning({ id: offerReport.id });
  const [asked] = await db
    .insert(enquiry)
    .values({
      token: mark,
      service: 'web-development',
      name: 'Halina',
      email: `halina-${mark}@kvarnen.example`,
      company: '',
      budget: 'unknown',
      message: 'We need a website.',
      createdAt: now,
    })
    .returning({ id: enquiry.id });
  const skill = await createSkill(db, { slug: `estate-skill-${mark}`, name: `Estate skill ${mark}` });
  const text = await findText(db, TEXT.kind, TEXT.slug);
  await db
    .insert(textRevision)
    .values({ ...TEXT, content: text?.content, actor: 'system', createdAt: now, updatedAt: now })
    .onConflictDoNothing();
  const textDraft = (await findText(db, TEXT.kind, TEXT.slug))?.base ?? 0;
  const published = {
    service: (await findPublishedText(db, 'service', 'it-recruitment'))?.id ?? 0,
    page: (await findPublishedText(db, 'page', 'terms'))?.id ?? 0,
  };
  const reader = await createSubscriber(db, email('reader'));
  const list = await createSubscription(db, reader.id);
  const issues = await createIssues(db, mark, reader.id);
  const signedIn = async (userId: string, createdAt = now) => {
    const token = makeToken();
    await db.insert(session).values({
      sessionToken: hashToken(token),
      userId,
      createdAt,
      // As long as a fresh one, so that no request prolongs it.
      expires: new Date(now.getTime() + 30 * DAY_MS),
    });
    return token;
  };
  const tokens: Record<Actor, string> = {
    'signed out': '',
    'without a company': await signedIn(stranger.id),
    'of another company': await signedIn(outsider.id),
    recruiter: await signedIn(recruiter.id),
    owner: await signedIn(owner.id),
    'operator of yesterday': await signedIn(operator.id, new Date(now.getTime() - DAY_MS)),
    operator: await signedIn(operator.id),
  };
  const each = (value: (token: string) => string) =>
    Object.fromEntries(
      Object.entries(tokens).map(([actor, token]) => [actor, token && value(token)]),
    ) as Record<Actor, string>;
  return {
    company,
    ownerId: owner.id,
    recruiterId: recruiter.id,
    strangerId: stranger.id,
    operatorId: operator.id,
    live,
    paused,
    draftOffer,
    inReview,
    order,
    draft,
    invitation: invitation?.id ?? 0,
    claim: claim?.id ?? 0,
    report: report?.id ?? 0,
    enquiry: asked?.id ?? 0,
    subscriber: { id: reader.id, subscription: list.id },
    skill: skill.id,
    textDraft,
    published,
    issues,
    cookies: each((token) => `authjs.session-token=${token}`),
    sessions: each(hashToken),
  };
}

const OF_COMPANY = [
  'company',
  'company_member',
  'company_invitation',
  'company_claim',
  'company_logo',
  'company_place',
  'company_skill',
  'offer',
  'offer_draft',
  'plan_order',
];
const OF_OFFER = [
  'offer_pay',
  'offer_place',
  'offer_skill',
  'offer_answer',
  'offer_report',
  'offer_revision',
];
const OF_PORTAL = ['setting', 'exchange_rate', 'plan'];

/** Everything that a forged request could have changed, as one value to compare. */
export async function fingerprint({ sql }: Connection, estate: Estate): Promise<string> {
  const people = [estate.ownerId, estate.recruiterId, estate.strangerId, estate.operatorId];
  const parts = [
    { table: 'app_user', where: 'id = any($2::text[])' },
    { table: 'session', where: 'user_id = any($2::text[])' },
    { table: 'enquiry', where: 'id = $3' },
    { table: 'subscription', where: 'subscriber_id = $4' },
    { table: 'skill', where: 'id = $5' },
    { table: 'issue', where: `id = any($6::int[]) or created_by in (select 'user:' || unnest($2::text[]))` },
    { table: 'text_revision', where: `kind = '${TEXT.kind}' and slug = '${TEXT.slug}'` },
    ...OF_COMPANY.map((table) => ({ table, where: table === 'company' ? 'id = $1' : 'company_id = $1' })),
    ...OF_OFFER.map((table) => ({
      table,
      where: 'offer_id in (select id from offer where company_id = $1)',
    })),
    ...OF_PORTAL.map((table) => ({ table, where: '$1::int is not null' })),
  ];
  const [row] = await sql.unsafe<{ state: string }[]>(
    `select concat_ws(' ', ${parts
      .map(
        ({ table, where }) =>
          `(select '${table}:' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from ${table} t where ${where})`,
      )
      .join(', ')}) as state`,
    [
      estate.company.id,
      people,
      estate.enquiry,
      estate.subscriber.id,
      estate.skill,
      Object.values(estate.issues),
    ],
  );
  return row?.state ?? '';
}

export function openDatabase(): Connection {
  return connect(process.env.DATABASE_URL ?? '', { max: 2 });
}

const FAR = new Date('2099-01-01T00:00:00Z');

/** Issues that stay as they are: none is due, and the one that is being sent has a mail that waits for ever. */
async function createIssues(db: Db, mark: string, readerId: number): Promise<Estate['issues']> {
  const now = new Date();
  const ids: Record<string, number> = {};
  for (const state of ['draft', 'scheduled', 'sending', 'paused'] as const) {
    const begun = state === 'sending' || state === 'paused';
    const [row] = await db
      .insert(issue)
      .values({
        slug: `estate-${mark}-${state}`,
        subject: `Estate ${mark}`,
        body: 'Nothing to see.',
        state,
        createdBy: 'system',
        createdAt: now,
        updatedAt: now,
        scheduledAt: state === 'scheduled' ? FAR : null,
        startedAt: begun ? now : null,
        frozen: begun ? { subject: '', preview: '', content: [], html: '', text: '' } : null,
      })
      .returning({ id: issue.id });
    ids[state] = row?.id ?? 0;
  }
  await db.insert(delivery).values({
    kind: 'issue',
    issueId: ids.sending,
    subscriberId: readerId,
    createdAt: now,
    nextTryAt: FAR,
  });
  return ids as Estate['issues'];
}
