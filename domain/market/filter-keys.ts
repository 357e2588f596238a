/** Every query key that narrows /salaries; next.config, which can follow no import of ours, reads it too. */
export const SALARY_KEYS = ['contract', 'country'] as const;
