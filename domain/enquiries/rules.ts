/** What somebody may spend, as the form offers it; prices beside it are in EUR. */
export const BUDGETS = {
  unknown: 'Not known yet',
  small: 'Under 5\u00a0000 EUR',
  medium: '5\u00a0000 to 20\u00a0000 EUR',
  large: '20\u00a0000 to 60\u00a0000 EUR',
  largest: 'Over 60\u00a0000 EUR',
} as const;
export type Budget = keyof typeof BUDGETS;

export const MAX_ENQUIRY_LINE = 120;
export const MAX_ENQUIRY_MESSAGE = 5_000;

const WORDS = ['', 'one', 'two', 'three', 'four', 'five'];

/** "two working days": when an enquiry is answered at the latest. */
export function answerTime(workingDays: number): string {
  return `${WORDS[workingDays] ?? workingDays} working ${workingDays === 1 ? 'day' : 'days'}`;
}
