import type { Metadata } from 'next';
import { requireOperator } from '@/app/session';
import { ConsoleHead } from '@/components/operator/console-head';
import { Notice } from '@/components/ui/notice';
import { Status } from '@/components/ui/status';
import { database } from '@/db/pool';
import { formatAmount } from '@/domain/billing/labels';
import { listPlans, type Plan } from '@/domain/billing/plans';
import { type Params, textParam } from '@/domain/operator/input';

export const metadata: Metadata = { title: 'Plans' };

export default async function PlansPage({ searchParams }: { searchParams: Promise<Params> }) {
  await requireOperator('/operator/plans');
  const [params, plans] = await Promise.all([searchParams, listPlans(database())]);
  const saved = textParam(params, 'saved');
  return (
    <>
      <ConsoleHead
        title="Plans"
        note="What is sold. A change counts from the next purchase on; what was sold, and a checkout that is open, keep their terms."
      />
      {saved && /^\d$/.test(saved) && (
        <Notice kind="good" role="status" className="mb-6 max-w-160">
          <p>{saved === '0' ? 'Nothing differed, so nothing was changed.' : 'The plan was changed.'}</p>
        </Notice>
      )}
      <table className="ledger ledger-stack">
        <thead>
          <tr>
            <th scope="col">Plan</th>
            <th scope="col">Gives</th>
            <th scope="col">For sale</th>
            <th scope="col" className="figure">
              Price
            </th>
          </tr>
        </thead>
        <tbody>
          {plans.map((plan) => (
            <tr key={plan.code}>
              <th scope="row">
                <a href={`/operator/plans/${plan.code}`}>{plan.name}</a>
              </th>
              <td data-label="Gives">{givesOf(plan)}</td>
              <td data-label="For sale">
                {plan.active ? <Status kind="good">For sale</Status> : <Status>Not for sale</Status>}
              </td>
              <td data-label="Price" className="figure whitespace-nowrap">
                {formatAmount(plan.price, plan.currency)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function givesOf({ kind, days, credits, creditDays }: Plan): string {
  const WORDS: Record<Plan['kind'], string> = {
    basic: `${days} days on the list`,
    featured: `${days} days on the list, on top`,
    pack: `${credits} offers of ${days} days each, within ${creditDays} days`,
    extension: `${days} more days, or back on the list for as long`,
    upgrade: 'on top for the rest of its days',
  };
  return WORDS[kind];
}
