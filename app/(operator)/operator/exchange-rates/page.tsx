import type { Metadata } from 'next';
import { requireOperator } from '@/app/session';
import { ConsoleHead } from '@/components/operator/console-head';
import { Moment } from '@/components/operator/moment';
import { PasteForm, RateForm } from '@/components/operator/rate-forms';
import { Notice } from '@/components/ui/notice';
import { database } from '@/db/pool';
import { type ExchangeRate, listExchangeRates } from '@/domain/offers/exchange-rates';
import { type Params, textParam } from '@/domain/operator/input';
import { readQueue } from '@/domain/operator/overview';
import { pasteRates, saveRate } from './actions';

export const metadata: Metadata = { title: 'Exchange rates' };

const figure = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6, useGrouping: false });
const currencies = new Intl.DisplayNames('en-GB', { type: 'currency' });

export default async function ExchangeRatesPage({ searchParams }: { searchParams: Promise<Params> }) {
  await requireOperator('/operator/exchange-rates');
  const [db, now, params] = [database(), new Date(), await searchParams];
  const [rates, queue] = await Promise.all([listExchangeRates(db), readQueue(db, now)]);
  const saved = textParam(params, 'saved');
  const currency = textParam(params, 'currency')?.toUpperCase();
  const edited = rates.find((rate) => rate.currency === currency && rate.currency !== 'EUR');
  const today = now.toISOString().slice(0, 10);
  const isComputing = queue.some(({ task, failed }) => task === 'recompute-pay' && failed === 0);
  return (
    <>
      <ConsoleHead
        title="Exchange rates"
        note="With these, pay in other currencies is compared, sorted and drawn in euros. What an offer states is never touched."
      />
      {saved && /^\d{1,3}$/.test(saved) && (
        <Notice kind="good" role="status" className="mb-6 max-w-160">
          <p>{savedSentence(Number(saved))}</p>
        </Notice>
      )}
      {isComputing && (
        <Notice kind="warn" className="mb-6 max-w-160">
          <p>
            The comparable pay of all offers is being computed anew. Lists and figures follow as it goes; load
            this page again to see whether it is done.
          </p>
        </Notice>
      )}
      <section id="change" className="mb-10">
        <h2 className="mb-4">{edited ? `Change ${edited.currency}` : 'Change or add one'}</h2>
        <RateForm
          key={edited?.currency}
          action={saveRate}
          today={today}
          rate={{
            currency: edited?.currency ?? '',
            perEur: edited ? figure.format(edited.perEur) : '',
            asOf: today,
            source: edited?.source ?? '',
          }}
        />
      </section>
      <div className="mb-10">
        <PasteForm action={pasteRates} today={today} />
      </div>
      <Rates rates={rates} />
    </>
  );
}

function savedSentence(count: number): string {
  if (count === 0) return 'Nothing differed, so nothing was changed.';
  const what = count === 1 ? 'One rate was' : `${count} rates were`;
  return `${what} saved. The worker computes the comparable pay of all offers anew.`;
}

function Rates({ rates }: { rates: ExchangeRate[] }) {
  return (
    <table className="ledger ledger-stack">
      <thead>
        <tr>
          <th scope="col">Currency</th>
          <th scope="col" className="figure">
            For one euro
          </th>
          <th scope="col">As of</th>
          <th scope="col">Source</th>
          <th scope="col">
            <span className="sr-only">Change</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rates.map(({ currency, perEur, asOf, source }) => (
          <tr key={currency}>
            <th scope="row">
              {currency}
              <span className="block text-xs font-normal text-ink-3">{nameOf(currency)}</span>
            </th>
            <td data-label="For one euro" className="figure">
              {figure.format(perEur)}
            </td>
            <td data-label="As of">
              <Moment at={asOf} dayOnly />
            </td>
            <td data-label="Source">{source}</td>
            <td>
              {currency !== 'EUR' && (
                <a href={`/operator/exchange-rates?currency=${currency}#change`}>
                  Change<span className="sr-only"> {currency}</span>
                </a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function nameOf(currency: string): string {
  try {
    return currencies.of(currency) ?? '';
  } catch {
    return '';
  }
}
