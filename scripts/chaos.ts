import { runCommand, Trouble } from '@/dev/command';

const USAGE = 'Usage: npm run chaos -- [drafts|sign-in-mail|money|mail] [--count N]';
const DIST_DIR = '.next-e2e';

/**
 * Does harm to a portal of its own while people use it, and counts what was lost: exit status 1 if anything. Every kind
 * of harm, one after the other, where none is named.
 */
await runCommand(async () => {
  const { parseArgs } = await import('node:util');
  const { buildPortal } = await import('@/dev/build');
  const { draftsChaos } = await import('@/dev/chaos/drafts');
  const { mailChaos } = await import('@/dev/chaos/mail');
  const { moneyChaos } = await import('@/dev/chaos/money');
  const { printFindings } = await import('@/dev/chaos/report');
  const { signInMailChaos } = await import('@/dev/chaos/sign-in-mail');
  const { isBuilt } = await import('@/dev/source-hash');
  const { startTrialPortal } = await import('@/dev/trial-portal');

  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { count: { type: 'string' } },
  });
  const count = values.count === undefined ? undefined : Number(values.count);
  if (count !== undefined && !(count > 0)) throw new Trouble(USAGE);
  const harms = {
    drafts: () => draftsChaos(startPortal, count ?? 100),
    'sign-in-mail': () => signInMailChaos(startPortal, count ?? 200),
    money: () => moneyChaos(startPortal, count ?? 1_000),
    mail: () => mailChaos(startPortal, count ?? 20_000),
  };
  const [only, more] = positionals;
  const named = Object.entries(harms).filter(([name]) => only === undefined || name === only);
  if (named.length === 0 || more !== undefined) throw new Trouble(USAGE);
  if (!isBuilt(DIST_DIR)) await buildPortal(DIST_DIR);
  for (const [name, harm] of named) {
    if (!printFindings(name, await harm())) process.exitCode = 1;
  }

  function startPortal(variables: Record<string, string>) {
    return startTrialPortal(DIST_DIR, { variables });
  }
});
