import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireOperator } from '@/app/session';
import { ConsoleHead } from '@/components/operator/console-head';
import { PlanForm } from '@/components/operator/plan-form';
import { database } from '@/db/pool';
import { listPlans } from '@/domain/billing/plans';
import { typedAmount } from '@/domain/operator/money-input';
import { savePlan } from '../actions';

export const metadata: Metadata = { title: 'Plan' };

export default async function PlanPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  await requireOperator(`/operator/plans/${encodeURIComponent(code)}`);
  const plan = (await listPlans(database())).find((known) => known.code === code);
  if (!plan) notFound();
  const { name, price, currency, days, creditDays, active, kind } = plan;
  return (
    <>
      <ConsoleHead title={name} note="Counts from the next purchase on, and is kept in the log." />
      <PlanForm
        action={savePlan}
        code={plan.code}
        terms={{
          name,
          price: typedAmount(price, currency),
          currency,
          active: active ? 'on' : '',
          ...(kind !== 'upgrade' && { days: String(days) }),
          ...(kind === 'pack' && { creditDays: String(creditDays) }),
        }}
      />
    </>
  );
}
