export type Findings = {
  /** What was done and seen. */
  facts: Record<string, number>;
  /** What must be nought. */
  losses: Record<string, number>;
};

/** Prints findings as a table; resolves to whether nothing was lost. */
export function printFindings(title: string, { facts, losses }: Findings): boolean {
  console.log(`\n${title}\n`);
  for (const [name, value] of [...Object.entries(facts), ...Object.entries(losses)])
    console.log(`${name.padEnd(44)} ${value.toLocaleString('en').padStart(8)}`);
  const lost = Object.values(losses).some((value) => value !== 0);
  console.log(lost ? '\nSomething was lost.' : '\nNothing was lost.');
  return !lost;
}
