import { ROOT, runCommand, Trouble } from '@/dev/command';

/** The migrations must lead to the schema in db/schema: generating one more has to produce nothing. */
await runCommand(async () => {
  const { spawnSync } = await import('node:child_process');
  const { cpSync, mkdtempSync, rmSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  const { join, relative } = await import('node:path');
  const drizzleKit = join(ROOT, 'node_modules/drizzle-kit/bin.cjs');
  const migrations = join(ROOT, 'db/migrations');
  const copy = mkdtempSync(join(tmpdir(), 'rolecall-drift-'));
  try {
    cpSync(migrations, copy, { recursive: true });
    const arguments_ = [
      'generate',
      '--dialect=postgresql',
      '--casing=snake_case',
      '--schema=./db/schema/*.ts',
    ];
    const made = spawnSync(process.execPath, [drizzleKit, ...arguments_, `--out=${relative(ROOT, copy)}`], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    // A question it cannot ask ends with status 0 and no file, so only its own words count.
    if (made.status !== 0 || !made.stdout.includes('No schema changes')) {
      throw new Trouble(
        `${made.stdout}${made.stderr}\ndb/schema has changed without a migration: npm run db:generate`,
      );
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});
