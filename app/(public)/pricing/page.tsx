import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { loadSite } from '@/app/site';
import { Band } from '@/components/layout/band';
import { JsonLd } from '@/components/seo/json-ld';
import { toBreadcrumbs } from '@/components/seo/structured-data';
import { ButtonLink } from '@/components/ui/button';
import { formatAmount, planInWords } from '@/domain/billing/labels';
import type { Plan } from '@/domain/billing/plans';
import { loadPlans } from './loaders';

export const dynamic = 'error';

const PATH = '/pricing';
const TITLE = 'What an offer costs';

export async function generateMetadata(): Promise<Metadata> {
  const basic = (await loadPlans()).find(({ kind }) => kind === 'basic');
  return {
    title: TITLE,
    description: basic
      ? `${basic.days} days on the list for ${formatAmount(basic.price, basic.currency)}, paid once. No subscription, and what is left of it stands still while an offer is paused.`
      : 'What it costs to post an offer. Paid once, no subscription.',
    alternates: { canonical: PATH },
  };
}

export default async function PricingPage() {
  const [plans, site] = await Promise.all([loadPlans(), loadSite()]);
  const toPost = plans.filter(({ kind }) => kind === 'basic' || kind === 'featured' || kind === 'pack');
  const later = plans.filter(({ kind }) => kind === 'extension' || kind === 'upgrade');
  return (
    <>
      <JsonLd
        data={toBreadcrumbs(site, [
          { name: site.name, path: '/' },
          { name: TITLE, path: PATH },
        ])}
      />
      <Band>
        <h1 className="max-w-[18ch]">{TITLE}</h1>
        <p className="lede mt-5">
          Paid once for each offer, and on the list within a second. No subscription, nothing that renews
          itself. Writing the offer costs nothing and needs no account.
        </p>
        <ButtonLink kind="go" href="/post-a-job" className="mt-6">
          Post an offer
        </ButtonLink>
      </Band>
      {toPost.length > 0 && (
        <Band title="To post one" note="Prices without tax. The payment page adds what applies.">
          <PlanTable plans={toPost} caption="Plans for a new offer" />
        </Band>
      )}
      {later.length > 0 && (
        <Band title="Once it is out" note="From the page of your offers.">
          <PlanTable plans={later} caption="What can be bought for an offer that is out" />
        </Band>
      )}
      <Band title="What is in it">
        <div className="grid max-w-200 gap-6 md:grid-cols-2 md:gap-x-12">
          <Answer title="How is it paid?">
            By card or bank debit, at Stripe. The receipt comes by mail; the invoice is kept with your orders,
            with your VAT number if you give one.
          </Answer>
          <Answer title="What if the payment fails?">
            Then nothing is taken, and the offer waits as it was. One click tries again.
          </Answer>
          <Answer title="We pause the offer for a while.">
            Its days stand still, and go on when you resume it. The same holds while it is off the list for
            want of an answer. <a href="/how-it-works">How the roll call works</a>
          </Answer>
          <Answer title="It ran out, and the job is still open.">
            Renew it: it is back at once, at the same address. We write before it runs out.
          </Answer>
          <Answer title="What is Featured?">
            The offer stands above the others wherever it is found, and says so. It buys a place, not a tick:
            that comes from your answers alone.
          </Answer>
          <Answer title="What are credits?">
            A pack is paid for once. Each of its credits publishes an offer or renews one, by anybody at your
            company, without paying again.
          </Answer>
        </div>
      </Band>
    </>
  );
}

function PlanTable({ plans, caption }: { plans: Plan[]; caption: string }) {
  return (
    <table className="ledger max-w-200">
      <caption className="sr-only">{caption}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Plan</th>
          <th scope="col">Price</th>
        </tr>
      </thead>
      <tbody className="[&_tr:first-child>*]:border-t [&_tr:first-child>*]:border-t-ink">
        {plans.map((plan) => (
          <tr key={plan.code}>
            <th scope="row" className="py-4!">
              <span className="block font-serif text-lg font-medium">{plan.name}</span>
              <span className="block font-normal text-ink-2">{planInWords(plan)}</span>
            </th>
            <td className="figure py-4!">
              <span className="block font-serif text-xl">{formatAmount(plan.price, plan.currency)}</span>
              {plan.credits > 1 && (
                <span className="block text-xs text-ink-3">
                  {formatAmount(Math.round(plan.price / plan.credits), plan.currency)} each
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Answer({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3>{title}</h3>
      <p className="mt-1.5 text-ink-2">{children}</p>
    </div>
  );
}
