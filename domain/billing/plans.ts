import { asc, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { recordEvent } from '@/db/events';
import { invalidateTags } from '@/db/invalidation';
import { plan } from '@/db/schema/billing';
import type { PlanChange } from './input';
import type { PlanKind } from './rules';

/** Something that is sold. */
export type Plan = {
  code: string;
  kind: PlanKind;
  name: string;
  /** Minor units of `currency`, without tax. */
  price: number;
  currency: string;
  days: number;
  credits: number;
  creditDays: number | null;
  active: boolean;
};

const COLUMNS = {
  code: plan.code,
  kind: plan.kind,
  name: plan.name,
  price: plan.price,
  currency: plan.currency,
  days: plan.days,
  credits: plan.credits,
  creditDays: plan.creditDays,
  active: plan.active,
};

/** Tag of the pages that show prices. */
export const PLANS_TAG = 'plans';

/** Every plan in its order, those included that are not sold now. */
export async function listPlans(db: Db): Promise<Plan[]> {
  return db.select(COLUMNS).from(plan).orderBy(asc(plan.position), asc(plan.code));
}

/** The currencies in which something is sold, ISO 4217, that of the first plan first. */
export function currenciesOf(plans: readonly Plan[]): string[] {
  return [...new Set(plans.filter(({ active }) => active).map(({ currency }) => currency))];
}

/** A plan that is sold now; null if there is none of that code. */
export async function findPlan(db: Db, code: string): Promise<Plan | null> {
  const [found] = await db.select(COLUMNS).from(plan).where(eq(plan.code, code));
  return found?.active ? found : null;
}

/**
 * Changes what a plan costs and gives, for purchases from now on; false where there is no such plan. Orders keep
 * what was sold, and a checkout that is open its price.
 */
export async function changePlan(
  db: Db,
  code: string,
  change: PlanChange,
  { now, actor }: { now: Date; actor: string },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [before] = await tx.select(COLUMNS).from(plan).where(eq(plan.code, code)).for('update');
    if (!before) return false;
    await tx
      .update(plan)
      .set({ ...change, updatedAt: now })
      .where(eq(plan.code, code));
    await recordEvent(tx, {
      at: now,
      actor,
      type: 'plan.changed',
      subject: 'plan',
      subjectId: 0,
      data: { code, from: before, to: change },
    });
    await invalidateTags(tx, [PLANS_TAG]);
    return true;
  });
}
