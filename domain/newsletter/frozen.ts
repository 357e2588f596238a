/**
 * What stands in an issue's frozen mail in place of the addresses that differ from one reader to the next. Whole
 * addresses, so that nothing on the way takes them apart; `.invalid` leads nowhere (RFC 2606).
 */
export const ISSUE_MARKS = {
  leave: 'https://mark.invalid/leave',
  preferences: 'https://mark.invalid/preferences',
} as const;
