import { runCommand, Trouble } from '@/dev/command';

const USAGE = 'Usage: npm run offers:import -- FILE|- [--source NAME] [--dry-run] [--snapshot]';

await runCommand(async () => {
  const { parseArgs } = await import('node:util');
  const { importFile } = await import('./offers-import-run');
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse();
  } catch (error) {
    throw new Trouble(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
  const [file, ...more] = parsed.positionals;
  if (!file || more.length > 0) throw new Trouble(USAGE);
  await importFile({ file, ...parsed.values });

  function parse() {
    return parseArgs({
      allowPositionals: true,
      options: {
        source: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        snapshot: { type: 'boolean', default: false },
      },
    });
  }
});
