import { type ParsedCronItem, parseCronItems } from 'graphile-worker';

const DAY_MS = 86_400_000;

/**
 * What happens by the clock, in UTC. Several workers agree among themselves on who does it; what is still
 * waiting is not asked for again, and a midnight that was missed is made up for.
 */
export const timetable: ParsedCronItem[] = parseCronItems([
  { task: 'expire-offers', match: '* * * * *', options: { jobKey: 'expire-offers' } },
  { task: 'start-issues', match: '* * * * *', options: { jobKey: 'start-issues' } },
  // What was asked for keeps its time, a few seconds from then.
  {
    task: 'match-alerts',
    match: '* * * * *',
    options: { jobKey: 'match-alerts', jobKeyMode: 'preserve_run_at' },
  },
  {
    task: 'mail-alerts',
    match: '* * * * *',
    options: { jobKey: 'mail-alerts', jobKeyMode: 'preserve_run_at' },
  },
  { task: 'pause-silent', match: '*/10 * * * *', options: { jobKey: 'pause-silent' } },
  { task: 'call-roll', match: '*/10 * * * *', options: { jobKey: 'call-roll' } },
  { task: 'remind-employers', match: '*/10 * * * *', options: { jobKey: 'remind-employers' } },
  { task: 'reconcile-orders', match: '*/10 * * * *', options: { jobKey: 'reconcile-orders' } },
  { task: 'expire-credits', match: '17 * * * *', options: { jobKey: 'expire-credits' } },
  { task: 'turn-day', match: '0 0 * * *', options: { jobKey: 'turn-day', backfillPeriod: DAY_MS } },
  { task: 'recount-market', match: '7 * * * *', options: { jobKey: 'recount-market' } },
  { task: 'forget-expired', match: '41 3 * * *', options: { jobKey: 'forget-expired' } },
  { task: 'forget-finds', match: '11 4 * * *', options: { jobKey: 'forget-finds' } },
  { task: 'forget-drafts', match: '51 3 * * *', options: { jobKey: 'forget-drafts' } },
  { task: 'forget-subscribers', match: '56 3 * * *', options: { jobKey: 'forget-subscribers' } },
  { task: 'forget-enquiries', match: '57 3 * * *', options: { jobKey: 'forget-enquiries' } },
  { task: 'prune-invalidations', match: '23 3 * * *', options: { jobKey: 'prune-invalidations' } },
]);
