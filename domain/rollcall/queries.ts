import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import type { OfferState } from '@/domain/offers/rules';
import type { Question } from './link';

export type AskedOffer = {
  id: number;
  slug: string;
  title: string;
  company: string;
  state: OfferState;
  /** ISO 8601. */
  publishedAt: string | null;
  expiresAt: string | null;
  /** Paused, because the answer did not come in time. */
  isSilent: boolean;
  /** Whether this very question still waits for its answer. */
  waits: boolean;
  /** The answer that it has, and when it came. */
  answer: 'open' | 'closed' | null;
  answeredAt: string | null;
};

/** The offer of a question as the holder of its mailed address may see it; null if it is gone for good. */
export async function findAskedOffer(db: Db, { offerId, askedAt }: Question): Promise<AskedOffer | null> {
  const at = askedAt.toISOString();
  const [found] = await db.execute<AskedOffer>(sql`
    select o.id, o.slug, o.title, c.name as company, o.state,
      to_json(o.published_at)#>>'{}' as "publishedAt", to_json(o.leaves_at)#>>'{}' as "expiresAt",
      o.state = 'paused' and coalesce(o.paused_by = 'silence', false) as "isSilent",
      coalesce(date_trunc('second', o.asked_at) = ${at}::timestamptz, false)
        and (o.state = 'live' or o.state = 'paused' and o.paused_by = 'silence') as waits,
      a.answer, to_json(a.answered_at)#>>'{}' as "answeredAt"
    from offer o
    join company c on c.id = o.company_id
    left join lateral (
      select answer, answered_at from offer_answer
      where offer_id = o.id and date_trunc('second', asked_at) = ${at}::timestamptz and answered_at is not null
      order by answered_at desc limit 1
    ) a on true
    where o.id = ${offerId} and o.state not in ('removed', 'draft')`);
  return found ?? null;
}

/** Answers that a habit is told from. */
const MIN_ANSWERS = 3;

/**
 * How long a company takes to answer the roll call: the median of its answers, late ones included, in seconds;
 * null where it has given fewer than three.
 */
export async function findTimeToAnswer(db: Db, companyId: number): Promise<number | null> {
  const [found] = await db.execute<{ answers: number; seconds: number | null }>(sql`
    select count(*)::int as answers,
      percentile_cont(0.5) within group (order by extract(epoch from a.answered_at - a.asked_at)) as seconds
    from offer_answer a join offer o on o.id = a.offer_id
    where o.company_id = ${companyId} and a.by = 'employer' and a.answered_at is not null`);
  return found && found.answers >= MIN_ANSWERS ? found.seconds : null;
}
