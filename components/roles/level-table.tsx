import { formatMedian } from '@/components/market/labels';
import { PayBar } from '@/components/offers/offer-pay';
import type { PayFigure, PayScale } from '@/domain/market/rules';
import type { Seniority } from '@/domain/offers/input';
import { formatNumber, formatOffers, formatThousands } from '@/domain/offers/labels';
import { SENIORITY_LABELS } from '@/domain/offers/rules';

type LevelTableProps = {
  levels: (PayFigure & { seniority: Seniority })[];
  scale: PayScale;
  caption: string;
};

/** What a role pays, level by level. */
export function LevelTable({ levels, scale, caption }: LevelTableProps) {
  return (
    <table className="ledger">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Level</th>
          <th scope="col" className="figure max-md:hidden">
            Offers that state pay
          </th>
          <th scope="col" className="figure">
            Median a year, EUR
          </th>
          <th scope="col" className="w-[36%] pl-4 max-md:hidden">
            Bar: {formatThousands(scale.min, scale.max)}
          </th>
          <th scope="col" className="figure">
            Middle half
          </th>
        </tr>
      </thead>
      <tbody>
        {levels.map(({ seniority, offers, p25, median, p75 }) => (
          <tr key={seniority}>
            <th scope="row">
              {SENIORITY_LABELS[seniority]}
              <span className="block text-xs font-normal text-ink-3 md:hidden">{formatOffers(offers)}</span>
            </th>
            <td className="figure max-md:hidden">{formatNumber(offers)}</td>
            <td className="figure">
              <b>{formatMedian(median)}</b>
            </td>
            <td className="pl-4 max-md:hidden">
              <PayBar scale={scale} from={p25} to={p75} median={median} />
            </td>
            <td className="figure">{formatThousands(p25, p75)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
