import type { ReactNode } from 'react';
import { PayBar } from '@/components/offers/offer-pay';
import type { Level, Salaries } from '@/domain/market/input';
import { ALL_LEVELS } from '@/domain/market/rules';
import { SENIORITIES } from '@/domain/offers/input';
import { formatNumber, formatThousands } from '@/domain/offers/labels';
import { formatMedian } from './labels';
import { levelLabel, type PayRange, rangeWords } from './pay-words';

/** Median pay by role and level, with its range and the number of offers behind it. */
export function SalaryTable({ salaries: { roles, all, scale } }: { salaries: Salaries }) {
  const levels = SENIORITIES.filter((level) => all[level] || roles.some((role) => role.levels[level]));
  return (
    <figure>
      <table className="ledger ledger-stack md:table-fixed">
        <caption className="sr-only">Median pay in EUR a year, by role and level</caption>
        <thead>
          <tr>
            <th scope="col" className="md:w-[20%]">
              Role
            </th>
            <th scope="col" className="figure">
              {levelLabel(ALL_LEVELS)}
            </th>
            <th scope="col" className="w-[15%] pl-2 max-xl:hidden">
              Bar: {formatThousands(scale.min, scale.max)}
            </th>
            {levels.map((level) => (
              <th key={level} scope="col" className="figure md:pr-2!">
                {levelLabel(level)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {roles.map(({ slug, title, levels: paid }) => (
            <SalaryLine key={slug} levels={levels} paid={paid} scale={scale}>
              <a href={`/roles/${slug}`}>{title}</a>
            </SalaryLine>
          ))}
          <SalaryLine levels={levels} paid={all} scale={scale}>
            All of IT
          </SalaryLine>
        </tbody>
      </table>
      <figcaption className="mt-3 max-w-160 text-xs text-ink-3">
        The median in EUR a year; under it the middle half, and n, the number of offers. A dash: too few.
      </figcaption>
    </figure>
  );
}

type SalaryLineProps = {
  levels: Level[];
  paid: Partial<Record<Level, PayRange>>;
  scale: Salaries['scale'];
  children: ReactNode;
};

function SalaryLine({ levels, paid, scale, children }: SalaryLineProps) {
  const whole = paid[ALL_LEVELS];
  return (
    <tr>
      <th scope="row">{children}</th>
      <SalaryCell level={ALL_LEVELS} pay={whole} />
      <td className="pl-2 max-xl:hidden">
        {whole && <PayBar scale={scale} from={whole.p25} to={whole.p75} median={whole.median} />}
      </td>
      {levels.map((level) => (
        <SalaryCell key={level} level={level} pay={paid[level]} />
      ))}
    </tr>
  );
}

function SalaryCell({ level, pay }: { level: Level; pay: PayRange | undefined }) {
  if (!pay) {
    return (
      <td className="figure text-ink-3 max-md:hidden! md:pr-2!">
        –<span className="sr-only"> too few offers</span>
      </td>
    );
  }
  return (
    <td className="figure md:pr-2!" data-label={levelLabel(level)}>
      <span>
        <b className="font-semibold">{formatMedian(pay.median)}</b>
        <span className="block text-xs text-ink-3">
          <span className="md:block">{rangeWords(pay)}</span>
          <span className="md:hidden">, </span>
          <span className="md:block">n {formatNumber(pay.offers)}</span>
        </span>
      </span>
    </td>
  );
}
