import { Glyph, LEVEL_STEPS } from '@/components/ui/glyphs';
import type { PayFigures } from '@/domain/market/rules';
import { lastAnswer, placesLabel, SEPARATOR } from '@/domain/offers/labels';
import { type OfferRow as Offer, SENIORITY_LABELS, WORKPLACE_LABELS } from '@/domain/offers/rules';
import { OfferPay } from './offer-pay';

const MOST_SKILLS = 8;
const MARKS = { fresh: 'tick', older: 'tick-outline', silent: 'dash' } as const;

type OfferRowProps = { offer: Offer; pay: PayFigures; today: string; heading?: 'h2' | 'h3' };

/** One offer in a list. The parts are reordered by width (rows.css); the whole row is one link. */
export function OfferRow({ offer, pay, today, heading: Heading = 'h3' }: OfferRowProps) {
  const answer = lastAnswer(offer, today);
  const skills = offer.skills.slice(0, MOST_SKILLS).map((skill) => skill.name);
  const more = offer.skills.length - skills.length;
  const company = [offer.company.name, placesLabel(offer)].filter(Boolean).join(SEPARATOR);
  return (
    <li className="offer">
      <div className="offer-mark">
        <Glyph name={MARKS[answer.mark]} className={answer.mark === 'silent' ? undefined : 'tick'} />
        <span aria-hidden="true">{answer.age}</span>
        <span className="sr-only">{answer.sentence}</span>
      </div>
      <div className="offer-main">
        <Heading>
          <a href={`/offers/${offer.slug}`}>{offer.title}</a>
        </Heading>
        <p className="offer-company">
          {offer.featured && (
            <>
              <b className="text-2xs text-accent-deep">Promoted</b>
              {SEPARATOR}
            </>
          )}
          {company}
        </p>
        {skills.length > 0 && (
          <p className="offer-skills">{skills.join(', ') + (more > 0 ? `\u00a0+${more}` : '')}</p>
        )}
      </div>
      <div className="offer-meta">
        <span>
          <Glyph name={`level-${offer.seniority ? LEVEL_STEPS[offer.seniority] : 0}`} />
          <span className="sr-only">Level: </span>
          {offer.seniority ? SENIORITY_LABELS[offer.seniority] : 'Not stated'}
        </span>
        <span>
          <Glyph name={`${offer.workplace}-dial`} />
          <span className="sr-only">Workplace: </span>
          {WORKPLACE_LABELS[offer.workplace]}
          {offer.workplaceNote && <small>{offer.workplaceNote}</small>}
        </span>
      </div>
      <OfferPay offer={offer} pay={pay} />
    </li>
  );
}
