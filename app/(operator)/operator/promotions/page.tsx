import type { Metadata } from 'next';
import Stripe from 'stripe';
import { payments } from '@/app/payments';
import { requireOperator } from '@/app/session';
import { ActForm } from '@/components/operator/act-form';
import { ConsoleHead } from '@/components/operator/console-head';
import { Moment } from '@/components/operator/moment';
import { PromotionForm } from '@/components/operator/promotion-form';
import { Blank } from '@/components/ui/blank';
import { Notice } from '@/components/ui/notice';
import { Status } from '@/components/ui/status';
import { database } from '@/db/pool';
import { formatAmount } from '@/domain/billing/labels';
import { currenciesOf, listPlans } from '@/domain/billing/plans';
import { formatNumber } from '@/domain/offers/labels';
import { listPromotions, type Promotion } from '@/domain/operator/promotions';
import { readSettings } from '@/domain/settings/settings';
import { createCode, endCode } from './actions';

export const metadata: Metadata = { title: 'Promotion codes' };

export default async function PromotionsPage() {
  await requireOperator('/operator/promotions');
  const now = new Date();
  const { promotionCodes } = await readSettings(database());
  const head = (
    <ConsoleHead
      title="Promotion codes"
      note="Kept at Stripe. Buyers type them on the payment page, and pay so much less once."
    />
  );
  if (!promotionCodes) {
    return (
      <>
        {head}
        <Blank title="The portal takes no promotion codes.">
          <p>
            That is one of the <a href="/operator/settings#promotionCodes">settings</a>.
          </p>
        </Blank>
      </>
    );
  }
  const [codes, plans] = await Promise.all([listOrNull(now), listPlans(database())]);
  return (
    <>
      {head}
      {codes === null && (
        <Notice role="alert" className="mb-6 max-w-160">
          <p>Stripe does not answer. Load the page again in a moment.</p>
        </Notice>
      )}
      {codes?.length === 0 && <Blank title="There is no code yet." />}
      {codes && codes.length > 0 && <CodeTable codes={codes} />}
      <section className="mt-10">
        <h2 className="mb-4">A new code</h2>
        <PromotionForm
          action={createCode}
          today={now.toISOString().slice(0, 10)}
          currencies={currenciesOf(plans)}
        />
      </section>
    </>
  );
}

async function listOrNull(now: Date): Promise<Promotion[] | null> {
  try {
    return await listPromotions(payments(), now);
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return null;
    throw error;
  }
}

function CodeTable({ codes }: { codes: Promotion[] }) {
  return (
    <table className="ledger ledger-stack">
      <thead>
        <tr>
          <th scope="col">Code</th>
          <th scope="col">Off</th>
          <th scope="col" className="figure">
            Used
          </th>
          <th scope="col">Last day</th>
          <th scope="col">State</th>
          <th scope="col">
            <span className="sr-only">What can be done</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {codes.map((code) => (
          <tr key={code.id}>
            <th scope="row" className="break-all">
              {code.code}
            </th>
            <td data-label="Off">{discountOf(code)}</td>
            <td data-label="Used" className="figure">
              {formatNumber(code.used)}
              {code.maxUses !== null && ` of ${formatNumber(code.maxUses)}`}
            </td>
            <td data-label="Last day">{code.endsAt ? <Moment at={code.endsAt} dayOnly /> : '–'}</td>
            <td data-label="State">
              {code.active ? <Status kind="good">In use</Status> : <Status>Over</Status>}
            </td>
            <td>
              {code.active && (
                <ActForm action={endCode} about={{ id: code.id }} small>
                  End it<span className="sr-only">: {code.code}</span>
                </ActForm>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function discountOf({ percentOff, amountOff, currency }: Promotion): string {
  if (percentOff !== null) return `${percentOff} %`;
  return amountOff !== null && currency ? formatAmount(amountOff, currency) : '–';
}
