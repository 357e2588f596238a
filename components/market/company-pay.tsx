import type { CompanyFigures, CompanyPay as Line } from '@/domain/market/input';
import { formatNumber, formatOffers, formatThousands } from '@/domain/offers/labels';
import { formatMedian } from './labels';
import { CountedOn, RatesOf, StatedOf, TOO_FEW } from './method';
import { levelLabel } from './pay-words';

/** What a company pays, by role and level; a sentence where too few of its offers say so. */
export function CompanyPay({ figures }: { figures: CompanyFigures }) {
  const { levels, pay, itOffers, payStated, countedAt, rates } = figures;
  const method = (
    <>
      <StatedOf stated={payStated} counted={figures.counted} /> {TOO_FEW} <CountedOn at={countedAt} />{' '}
      <RatesOf rates={rates} />
    </>
  );
  if (itOffers === 0) return null;
  if (pay === null) return <p className="max-w-160 text-ink-2">{method}</p>;
  return (
    <figure>
      <table className="ledger ledger-stack max-w-184">
        <caption className="sr-only">Pay by role and level, in EUR a year</caption>
        <thead>
          <tr>
            <th scope="col">Role and level</th>
            <th scope="col" className="figure">
              Offers that state pay
            </th>
            <th scope="col" className="figure">
              Median a year, EUR
            </th>
            <th scope="col" className="figure">
              Middle half
            </th>
          </tr>
        </thead>
        <tbody>
          {levels.map((line) => (
            <PayLine key={`${line.role.slug} ${line.seniority}`} line={line} />
          ))}
          <tr>
            <th scope="row">All roles</th>
            <Cells {...pay} />
          </tr>
        </tbody>
      </table>
      <figcaption className="mt-3 max-w-160 text-xs text-ink-3">
        Of {formatOffers(itOffers)} in IT, each by the middle of its range under the contract that pays best.{' '}
        {method}
      </figcaption>
    </figure>
  );
}

function PayLine({ line }: { line: Line }) {
  const { role, seniority } = line;
  return (
    <tr>
      <th scope="row">
        <a href={`/roles/${role.slug}`}>{role.title}</a>
        {seniority !== 'all' && <span className="font-normal text-ink-2">, {levelLabel(seniority)}</span>}
      </th>
      <Cells {...line} />
    </tr>
  );
}

function Cells({ offers, p25, median, p75 }: Pick<Line, 'offers' | 'p25' | 'median' | 'p75'>) {
  return (
    <>
      <td className="figure" data-label="Offers that state pay">
        {formatNumber(offers)}
      </td>
      <td className="figure" data-label="Median a year, EUR">
        <b>{formatMedian(median)}</b>
      </td>
      <td className="figure" data-label="Middle half">
        {formatThousands(p25, p75)}
      </td>
    </>
  );
}
