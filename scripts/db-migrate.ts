import { runCommand } from '@/dev/command';

await runCommand(async () => {
  const { openDatabase, parseCommandEnv } = await import('@/dev/database');
  const { prepareDatabase } = await import('@/dev/prepare-database');
  const database = await openDatabase(parseCommandEnv());
  try {
    await prepareDatabase(database.url);
    console.log('The database is up to date.');
  } finally {
    await database.stop();
  }
});
