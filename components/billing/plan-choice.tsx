import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/classes';
import { formatAmount, planInWords } from '@/domain/billing/labels';
import type { PlanKind } from '@/domain/billing/rules';
import { CREDIT } from './order-words';

export type Act = (form: FormData) => Promise<void>;

/** A plan as it is sold. */
export type SoldPlan = {
  code: string;
  kind: PlanKind;
  name: string;
  price: number;
  currency: string;
  days: number;
  credits: number;
  creditDays: number | null;
};

type PlanChoiceProps = {
  buy: Act;
  offerId: number;
  plans: SoldPlan[];
  /** Credits that could be spent on it instead. */
  credits: { left: number; note: string; label: string } | null;
  /** Code of the plan that was asked for. */
  wanted?: string;
  automaticTax: boolean;
  promotionCodes: boolean;
  /** What the buyer should know besides, under the price. */
  children?: ReactNode;
};

type Choice = { code: string; kind: Kind; name: string; what: string; amount: string; panel: ReactNode };
type Kind = PlanKind | typeof CREDIT;

/** The chosen plan's price is shown by style alone. One radio of each kind, so that its id is known. */
const SHOWN: Record<Kind, string> = {
  credit: 'group-has-[#plan-credit:checked]/plans:block',
  basic: 'group-has-[#plan-basic:checked]/plans:block',
  featured: 'group-has-[#plan-featured:checked]/plans:block',
  pack: 'group-has-[#plan-pack:checked]/plans:block',
  extension: 'group-has-[#plan-extension:checked]/plans:block',
  upgrade: 'group-has-[#plan-upgrade:checked]/plans:block',
};

/** What an offer can be paid for with, and the price of what is chosen. The same without JavaScript. */
export function PlanChoice(props: PlanChoiceProps) {
  const { buy, offerId, plans, credits, wanted, children } = props;
  const choices: Choice[] = plans.map((plan) => ({
    ...plan,
    what: planInWords(plan),
    amount: formatAmount(plan.price, plan.currency),
    panel: <Price plan={plan} {...props} />,
  }));
  if (credits) {
    choices.unshift({
      code: CREDIT,
      kind: CREDIT,
      name: 'One of your credits',
      what: credits.note,
      amount: `${credits.left} left`,
      panel: <CreditPrice {...credits} />,
    });
  }
  const chosen = choices.find(({ code }) => code === wanted) ?? choices[0];
  return (
    <form
      action={buy}
      autoComplete="off"
      className="group/plans grid gap-x-12 gap-y-8 xl:grid-cols-[minmax(0,39rem)_minmax(0,1fr)]"
    >
      <input type="hidden" name="offer" value={offerId} />
      <fieldset className="border-t border-rule">
        <legend className="sr-only">Plan</legend>
        {choices.map((choice) => (
          <PlanRow key={choice.code} choice={choice} isChosen={choice === chosen} />
        ))}
        <div className="mt-4 text-sm text-ink-2">{children}</div>
      </fieldset>
      <div className="xl:max-w-84">
        {choices.map(({ code, kind, panel }) => (
          <div key={code} className={cx('hidden', SHOWN[kind])}>
            {panel}
          </div>
        ))}
      </div>
    </form>
  );
}

function PlanRow({
  choice: { code, kind, name, what, amount },
  isChosen,
}: {
  choice: Choice;
  isChosen: boolean;
}) {
  return (
    <label className="option gap-3 border-b border-l-4 border-b-rule border-l-transparent py-3! pr-3 pl-2 text-base! has-checked:border-l-accent has-checked:bg-wash">
      <input type="radio" id={`plan-${kind}`} name="plan" value={code} defaultChecked={isChosen} required />
      <span className="min-w-0 flex-1">
        <span className="block font-semibold">{name}</span>
        <span className="block text-sm text-ink-2">{what}</span>
      </span>
      <span className="num font-semibold whitespace-nowrap">{amount}</span>
    </label>
  );
}

function Price({
  plan: { name, price, currency },
  automaticTax,
  promotionCodes,
}: { plan: SoldPlan } & Pick<PlanChoiceProps, 'automaticTax' | 'promotionCodes'>) {
  const amount = formatAmount(price, currency);
  return (
    <Panel
      lines={[
        [name, amount],
        ['Tax', automaticTax ? 'as it applies' : 'none added'],
      ]}
      total={[automaticTax ? 'Before tax' : 'To pay', amount]}
      button="Continue to payment"
    >
      Card or bank debit through Stripe, on the next page.{' '}
      {promotionCodes && 'A promotion code is typed there. '}
      The receipt comes by mail, the invoice is under Orders.
    </Panel>
  );
}

function CreditPrice({ left, label }: { left: number; label: string }) {
  return (
    <Panel
      lines={[
        ['Credits now', String(left)],
        ['For this offer', '−1'],
      ]}
      total={['Left then', String(left - 1)]}
      button={label}
    >
      Nothing more to pay.
    </Panel>
  );
}

type PanelProps = { lines: [string, string][]; total: [string, string]; button: string; children: ReactNode };

function Panel({ lines, total, button, children }: PanelProps) {
  return (
    <>
      <h2 className="border-t-2 border-ink pt-3 text-lg leading-7 md:text-lg md:leading-7">Price</h2>
      <dl className="num text-sm">
        {[...lines, total].map(([name, amount], n) => (
          <div
            key={name}
            className={cx(
              'flex items-baseline justify-between gap-4 border-b border-rule py-2',
              n === lines.length && 'font-semibold',
            )}
          >
            <dt>{name}</dt>
            <dd className={n === lines.length ? 'text-base' : undefined}>{amount}</dd>
          </div>
        ))}
      </dl>
      <Button type="submit" kind="go" className="mt-4 w-full">
        {button}
      </Button>
      <p className="mt-2 text-xs text-ink-3">{children}</p>
    </>
  );
}
