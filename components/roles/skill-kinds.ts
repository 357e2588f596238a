/** Headings of the kinds that skills come in, in the order of the index. */
export const SKILL_KINDS = [
  { kind: 'language', title: 'Languages' },
  { kind: 'framework', title: 'Frameworks' },
  { kind: 'database', title: 'Databases' },
  { kind: 'cloud', title: 'Cloud' },
  { kind: 'tool', title: 'Tools' },
  { kind: 'practice', title: 'Practices' },
] as const;
