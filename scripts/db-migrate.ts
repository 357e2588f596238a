import { runCommand } from '@/dev/command';

await runCommand(async () => {
  const { parseEnv } = await import('@/lib/env');
  const { openDatabase } = await import('@/dev/database');
  const { prepareDatabase } = await import('@/dev/prepare-database');
  const database = await openDatabase(parseEnv(process.env));
  try {
    await prepareDatabase(database.url);
    console.log('The database is up to date.');
  } finally {
    await database.stop();
  }
});
