import { Button } from '@/components/ui/button';
import { Option } from '@/components/ui/option';
import { formatNumber, formatShortDate } from '@/domain/offers/labels';
import type { Act } from './plan-choice';

type RenewFormProps = {
  /** `closedAt` in ISO 8601. */
  offers: { id: number; title: string; closedAt: string | null }[];
  credits: number;
  spend: Act;
  /** Path to come back to. */
  back: string;
};

/** Several offers that ran out, renewed at once with a credit each. */
export function RenewForm({ offers, credits, spend, back }: RenewFormProps) {
  return (
    <details className="mb-4">
      <summary className="link-button">
        Renew those that ran out with credits ({formatNumber(credits)} left)
      </summary>
      <form action={spend} className="mt-2 max-w-160 border-l-4 border-accent bg-accent-wash px-4.5 py-3.5">
        <input type="hidden" name="back" value={back} />
        <fieldset>
          <legend className="text-sm text-ink-2">One credit each. They are back on the list at once.</legend>
          {offers.map(({ id, title, closedAt }) => (
            <Option
              key={id}
              name="offer"
              value={id}
              count={closedAt ? `ran out ${formatShortDate(closedAt)}` : undefined}
            >
              {title}
            </Option>
          ))}
        </fieldset>
        <Button type="submit" small kind="ink" className="mt-3">
          Renew the ticked ones
        </Button>
      </form>
    </details>
  );
}
