import type { Hint } from '@/domain/drafts/rules';
import type { PayFigures } from '@/domain/market/rules';
import type { OfferRow } from '@/domain/offers/rules';

/** What the server says to a save. */
export type SaveAnswer = {
  revision: number;
  /** ISO 8601. */
  savedAt: string;
  live: {
    /** As a list would show the offer. */
    row: OfferRow;
    pay: PayFigures;
    /** UTC day (YYYY-MM-DD). */
    today: string;
    hints: Hint[];
    /** Title of the role that the job title speaks of, where none was chosen. */
    guess: string | null;
  };
};

/** Why it could not be saved: another window was faster, or there is nothing to save it to. */
export type SaveRefusal =
  | { refused: 'conflict'; revision: number; savedAt: string }
  | { refused: 'sent'; href: string }
  | { refused: 'missing' | 'limit' };
