import type { Db } from '@/db/client';
import type { PlanChange } from '@/domain/billing/input';
import { changePlan, listPlans } from '@/domain/billing/plans';
import type { By } from './user-acts';

/**
 * Changes what differs of a plan from now on, and logs it; resolves to how many of its terms, null where there is no
 * such plan. What was sold stays as it was.
 */
export async function changeTerms(db: Db, code: string, wanted: PlanChange, by: By): Promise<number | null> {
  return db.transaction(async (tx) => {
    const held = (await listPlans(tx)).find((plan) => plan.code === code);
    if (!held) return null;
    const differing = Object.entries(wanted).filter(
      ([term, value]) => held[term as keyof PlanChange] !== value,
    );
    if (differing.length > 0) await changePlan(tx, code, Object.fromEntries(differing), by);
    return differing.length;
  });
}
