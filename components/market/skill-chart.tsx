import type { ReactNode } from 'react';
import type { SkillShare } from '@/domain/market/input';
import { formatNumber } from '@/domain/offers/labels';
import { formatMedian, formatShare } from './labels';

type SkillChartProps = {
  /** Most wanted first. */
  skills: SkillShare[];
  /** Offers of which the shares are. */
  counted: number;
  /** Median of the whole role, in EUR a year; null where too few state their pay. */
  median: number | null;
  title: string;
  hrefOf: (skill: SkillShare) => string;
  children: ReactNode;
};

/** Skills with the share of offers that ask for each, and what those pay against the median of all of them. */
export function SkillChart({ skills, counted, median, title, hrefOf, children }: SkillChartProps) {
  const hasPay = median !== null && skills.some(({ pay }) => pay);
  const most = Math.max(1, ...skills.map(({ offers }) => offers));
  return (
    <figure>
      <table className="ledger max-w-184">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            <th scope="col">Skill</th>
            <td className="w-[38%] border-b-ink! max-md:hidden" />
            <th scope="col" className="figure">
              Share
            </th>
            {hasPay && (
              <>
                <th scope="col" className="figure">
                  Median, EUR
                </th>
                <th scope="col" className="figure">
                  Against all
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {skills.map((skill) => (
            <tr key={skill.slug}>
              <th scope="row" className="font-normal!">
                <a href={hrefOf(skill)}>{skill.name}</a>
              </th>
              <td className="align-middle! max-md:hidden">
                <svg
                  className="block h-2 w-full"
                  viewBox="0 0 100 8"
                  preserveAspectRatio="none"
                  aria-hidden="true"
                >
                  <path className="stroke-rule" d="M0 4H100" vectorEffect="non-scaling-stroke" />
                  <rect
                    className="fill-ink"
                    width={Math.round((skill.offers / most) * 1_000) / 10}
                    height={8}
                  />
                </svg>
              </td>
              <td className="figure">{formatShare(skill.offers, counted)}</td>
              {hasPay && (
                <>
                  <td className="figure">
                    {skill.pay ? formatMedian(skill.pay.median) : <TooFew offers={skill.offers} />}
                  </td>
                  <td className="figure">{skill.pay ? formatDifference(skill.pay.median, median) : '–'}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <figcaption className="mt-3 max-w-160 text-xs text-ink-3">{children}</figcaption>
    </figure>
  );
}

function TooFew({ offers }: { offers: number }) {
  return (
    <span className="text-xs text-ink-3">
      too few<span className="sr-only"> of {formatNumber(offers)} offers state it</span>
    </span>
  );
}

/** "+5%", "−12%", or "the same". */
export function formatDifference(value: number, base: number): string {
  const percent = Math.round((value / base - 1) * 100);
  if (percent === 0) return 'the same';
  return `${percent > 0 ? '+' : '−'}${Math.abs(percent)}%`;
}
