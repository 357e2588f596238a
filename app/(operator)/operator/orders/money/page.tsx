import type { Metadata } from 'next';
import { requireOperator } from '@/app/session';
import { ConsoleHead } from '@/components/operator/console-head';
import { MonthChart } from '@/components/operator/month-chart';
import { Blank } from '@/components/ui/blank';
import { ButtonLink } from '@/components/ui/button';
import { database } from '@/db/pool';
import { MONEY_MONTHS, readMoney } from '@/domain/operator/money';

export const metadata: Metadata = { title: 'Money by month' };

export default async function MoneyPage() {
  await requireOperator('/operator/orders/money');
  const money = await readMoney(database(), new Date());
  return (
    <>
      <ConsoleHead
        title="Money by month"
        note={`What was paid and what went back in the last ${MONEY_MONTHS} months, with tax and before Stripe’s fees. Months are in UTC.`}
      >
        <ButtonLink small href="/operator/orders">
          All orders
        </ButtonLink>
      </ConsoleHead>
      {money.length === 0 && <Blank title="Nothing was paid yet." />}
      {money.map(({ currency, months }) => (
        <section key={currency} className="mb-12">
          <h2 className={money.length === 1 ? 'sr-only' : 'mb-4'}>{currency}</h2>
          <MonthChart months={months} currency={currency} />
        </section>
      ))}
    </>
  );
}
