/** Headings of the groups that roles come in, in the order of the index. */
export const ROLE_GROUPS = [
  { group: 'engineering', title: 'Engineering' },
  { group: 'data', title: 'Data' },
  { group: 'infrastructure', title: 'Infrastructure' },
  { group: 'quality-security', title: 'Quality and security' },
  { group: 'design-product', title: 'Design and product' },
  { group: 'business-support', title: 'Business and support' },
] as const;
