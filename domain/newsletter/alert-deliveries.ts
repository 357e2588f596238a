import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { jsonRows } from '@/domain/offers/changes';
import { stamp } from '@/domain/offers/moves';
import { NEWEST_FIRST } from '@/domain/offers/search-hits';
import { readSettings } from '@/domain/settings/settings';
import { inBatches } from './alert-matching';
import type { Frequency } from './input';
import { MOST_HITS, nextDigestAt } from './rules';

/** Alerts put into one transaction. */
const BATCH = 1_000;
/** So long finds gather, that an import in several batches makes one mail. */
const GATHER_SECONDS = 15;

/** Has what was just found mailed once it has gathered. */
export async function askForAlertMails(db: Db): Promise<void> {
  await db.execute(sql`
    select graphile_worker.add_job('mail-alerts', '{}'::json, job_key => 'mail-alerts',
      job_key_mode => 'preserve_run_at', run_at => now() + make_interval(secs => ${GATHER_SECONDS}::int))`);
}

/**
 * Writes mails for all that was found since the last time, for those who want to know at once, as soon as the first
 * of it has waited a moment for more; resolves to how many. Batches of offers are mailed in the transaction that
 * marks them, so that nothing is mailed twice, or left out.
 */
export async function queueInstantAlerts(db: Db, now: Date): Promise<number> {
  return inBatches(db, async (tx) => {
    const told = await tx.execute<{ id: number }>(sql`
      update alert_batch set told_at = ${stamp(now)} where told_at is null and exists (
        select from alert_batch b
        where b.told_at is null and b.at <= ${stamp(now)} - make_interval(secs => ${GATHER_SECONDS}::int))
      returning id`);
    if (told.length === 0) return 0;
    const batches = sql`${`{${told.map(({ id }) => id).join(',')}}`}::int[]`;
    const alerts = await tx.execute<Alert>(sql`
      select distinct s.id, s.subscriber_id as "subscriberId", ${stamp(now)} as "windowAt"
      from alert_find f join subscription s on s.search_id = f.search_id
      join subscriber r on r.id = s.subscriber_id
      where f.batch_id = any(${batches}) and s.frequency = 'instant' and s.state = 'active' and ${IS_AWAKE(now)}`);
    let mails = 0;
    for (let from = 0; from < alerts.length; from += BATCH) {
      mails += await queueMails(tx, alerts.slice(from, from + BATCH), now);
    }
    return mails;
  });
}

/**
 * Writes the digests that are due, and says when the next ones are; resolves to how many mails that makes. An alert
 * that has found nothing gets none. Each batch of alerts is one transaction.
 */
export async function queueDigests(db: Db, now: Date): Promise<number> {
  const { digestTimeZone } = await readSettings(db);
  let mails = 0;
  for (;;) {
    const due = await inBatches(db, async (tx) => {
      const alerts = await tx.execute<Due>(sql`
        select s.id, s.subscriber_id as "subscriberId", s.next_at as "windowAt", s.frequency,
          coalesce(r.time_zone, ${digestTimeZone}) as "timeZone", ${IS_AWAKE(now)} as "isAwake"
        from subscription s join subscriber r on r.id = s.subscriber_id
        where s.kind = 'alert' and s.state = 'active' and s.next_at <= ${stamp(now)}
        order by s.next_at, s.id limit ${BATCH} for no key update of s`);
      const awake = alerts.filter(({ isAwake }) => isAwake);
      mails += await queueMails(tx, awake, now);
      await moveOn(tx, alerts, now);
      return alerts.length;
    });
    if (due < BATCH) return mails;
  }
}

type Alert = { id: number; subscriberId: number; windowAt: string };
type Due = Alert & { frequency: Frequency; timeZone: string; isAwake: boolean };

/** SQL: the reader `r` gets mail now. */
const IS_AWAKE = (now: Date) =>
  sql`(r.state = 'active' and (r.paused_until is null or r.paused_until <= ${stamp(now)}))`;

/**
 * A delivery for each of those alerts that has found an open offer since it was last told, with the offers that go
 * into it. What was published before the alert began is no news to it.
 */
async function queueMails(db: Db, alerts: readonly Alert[], now: Date): Promise<number> {
  if (alerts.length === 0) return 0;
  const rows = alerts.map(({ id, subscriberId, windowAt }) => ({ alert: id, subscriberId, windowAt }));
  const [queued] = await db.execute<{ mails: number }>(sql`
    with told as materialized (
      select v.*, s.search_id, s.confirmed_at as since, coalesce(s.told_at, s.confirmed_at) as until
      from ${jsonRows(rows)} as v (alert int, "subscriberId" int, "windowAt" timestamptz)
      join subscription s on s.id = v.alert
    ),
    found as (
      select t.alert, t.since, unnest(f.offers) as offer from told t
      join alert_find f on f.search_id = t.search_id
      join alert_batch b on b.id = f.batch_id and b.at > t.until
    ),
    fresh as materialized (
      select f.alert, f.offer, row_number() over (partition by f.alert order by ${NEWEST_FIRST}) as place
      from found f join offer_search o on o.id = f.offer and o.expires > ${stamp(now)}
      join offer_debut d on d.offer_id = f.offer and d.at >= f.since
      where not exists (select from alert_hit h where h.subscription_id = f.alert and h.offer_id = f.offer)
    ),
    mail as (
      insert into delivery (kind, subscription_id, window_at, subscriber_id, state, created_at)
      select 'alert', alert, "windowAt", "subscriberId", 'waiting', ${stamp(now)} from told
      where alert in (select alert from fresh)
      on conflict do nothing returning id as mail, subscription_id as alert
    ),
    hit as (
      insert into alert_hit (subscription_id, offer_id, delivery_id)
      select alert, offer, mail from fresh join mail using (alert) where place <= ${MOST_HITS}::int
    ),
    moved as (
      update subscription s set told_at = (select max(at) from alert_batch) from told t where s.id = t.alert
    )
    select count(*)::int as mails from mail`);
  return queued?.mails ?? 0;
}

/** When the next digest of each is due, by the clock of its reader. */
async function moveOn(db: Db, alerts: readonly Due[], now: Date): Promise<void> {
  if (alerts.length === 0) return;
  const times = new Map<string, string | null>();
  const rows = alerts.map(({ id, frequency, timeZone }) => {
    const key = `${frequency} ${timeZone}`;
    if (!times.has(key)) times.set(key, nextDigestAt(frequency, timeZone, now)?.toISOString() ?? null);
    return { id, at: times.get(key) ?? null };
  });
  await db.execute(sql`
    update subscription s set next_at = v.at from ${jsonRows(rows)} as v (id int, at timestamptz) where s.id = v.id`);
}
