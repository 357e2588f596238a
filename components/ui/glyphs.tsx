import type { Seniority, Workplace } from '@/domain/offers/input';
import { cx } from './classes';

export type GlyphName = 'tick' | 'tick-outline' | 'dash' | `level-${0 | 1 | 2 | 3 | 4}` | `${Workplace}-dial`;

/** Steps of the ladder; a level that is not stated has none. */
export const LEVEL_STEPS: Record<Seniority, 1 | 2 | 3 | 4> = {
  intern: 1,
  junior: 1,
  mid: 2,
  senior: 3,
  lead: 4,
  manager: 4,
};

const TICK =
  'M1 10.4c1.9.7 3.5 2.4 4.7 4.9C7.9 9.9 11 5.6 16 1.4l.8 1C12.4 7 9.4 12 7.1 18.4H5.5C4.4 15 2.9 12.7.6 11.6z';
const STEPS = [
  'M0 10.8h3.2V16H0z',
  'M4.6 7.6h3.2V16H4.6z',
  'M9.2 4.4h3.2V16H9.2z',
  'M13.8 1.2H17V16h-3.2z',
] as const;

/** Drawn once in a page; `Glyph` refers to them, so that a row of a list costs two elements. */
export function Glyphs() {
  return (
    <svg className="absolute size-0" aria-hidden="true">
      <symbol id="tick" viewBox="0 0 18 20">
        <path fill="currentColor" d={TICK} />
      </symbol>
      <symbol id="tick-outline" viewBox="0 0 18 20">
        <path fill="none" stroke="currentColor" d={TICK} />
      </symbol>
      <symbol id="dash" viewBox="0 0 18 20">
        <path fill="none" stroke="currentColor" strokeWidth="1.75" d="M4 11h10" />
      </symbol>
      {[0, 1, 2, 3, 4].map((level) => (
        <symbol key={level} id={`level-${level}`} viewBox="0 0 18 18">
          {level > 0 && <path fill="currentColor" d={STEPS.slice(0, level).join('')} />}
          {level < 4 && <path fill="var(--color-rule)" d={STEPS.slice(level).join('')} />}
        </symbol>
      ))}
      {(['remote', 'hybrid', 'onsite'] as const).map((workplace) => (
        <symbol key={workplace} id={`${workplace}-dial`} viewBox="0 0 18 18">
          <circle
            cx="9"
            cy="9"
            r="6.75"
            fill={workplace === 'onsite' ? 'currentColor' : 'none'}
            stroke="currentColor"
            strokeWidth="1.5"
          />
          {workplace === 'hybrid' && <path fill="currentColor" d="M9 2.25a6.75 6.75 0 0 1 0 13.5z" />}
        </symbol>
      ))}
    </svg>
  );
}

/** A sign of the register. Always beside its word, hence hidden from screen readers. */
export function Glyph({ name, className }: { name: GlyphName; className?: string }) {
  return (
    <svg className={cx('glyph', className)} aria-hidden="true">
      <use href={`#${name}`} />
    </svg>
  );
}
