import type { SkillFigures } from '@/domain/market/input';
import { formatNumber, formatOffers } from '@/domain/offers/labels';
import { formatMedian } from './labels';
import { CountedOn, RatesOf, StatedOf, TOO_FEW } from './method';
import { PayChart } from './pay-chart';
import { YEARLY_EUR } from './pay-words';
import { formatDifference } from './skill-chart';

/** What offers that ask for a skill pay, against all offers in IT. */
export function SkillPay({ skill, figures }: { skill: { name: string }; figures: SkillFigures }) {
  const { pay, market, counted, payStated, countedAt, rates } = figures;
  if (pay === null || market === null) {
    return (
      <p className="max-w-160 text-ink-2">
        <StatedOf stated={payStated} counted={counted} /> {TOO_FEW}
      </p>
    );
  }
  const difference = formatDifference(pay.median, market.median);
  return (
    <>
      <p className="mb-6 max-w-160">
        Half of the offers that ask for {skill.name} pay more than <b>{formatMedian(pay.median)} EUR</b> a
        year
        {difference === 'the same'
          ? ', the same as in all of IT.'
          : `; in all of IT it is ${formatMedian(market.median)} EUR (${difference}).`}
      </p>
      <PayChart
        levels={[
          { level: 'all', label: skill.name, marks: [{ contract: 'all', ...pay }] },
          { level: 'all', label: 'All of IT', marks: [{ contract: 'all', ...market }] },
        ]}
        unit={YEARLY_EUR}
        title={`Pay of offers that ask for ${skill.name}, and of all offers in IT`}
      >
        A bar is the middle half of the open offers that state their pay, each by the middle of its range
        under the contract that pays best; {formatNumber(pay.offers)} of {formatOffers(counted)} here.{' '}
        <CountedOn at={countedAt} /> <RatesOf rates={rates} />
      </PayChart>
    </>
  );
}
