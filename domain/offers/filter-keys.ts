/**
 * Every query key that makes /offers a search; next.config, which can follow no import of ours, sends these to
 * the dynamic page.
 */
export const FILTER_KEYS = [
  'q',
  'role',
  'skill',
  'seniority',
  'workplace',
  'contract',
  'city',
  'country',
  'salary_min',
  'pay',
  'posted',
  'company',
  'sort',
  'page',
] as const;
