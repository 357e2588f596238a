import { cached } from '@/app/cached';
import { database } from '@/db/pool';
import { listPlans, PLANS_TAG, type Plan } from '@/domain/billing/plans';

/** What is sold now. */
export function loadPlans(): Promise<Plan[]> {
  return cached(['plans'], [PLANS_TAG], async () =>
    (await listPlans(database())).filter(({ active }) => active),
  );
}
