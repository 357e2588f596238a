import { runCommand } from '@/dev/command';

/** Reference data anew, and in demo mode the demo content where there are no offers. */
await runCommand(async () => {
  const { openDatabase, parseCommandEnv } = await import('@/dev/database');
  const { seedDemoContent } = await import('@/dev/demo-content');
  const { prepareDatabase } = await import('@/dev/prepare-database');
  const env = parseCommandEnv();
  const database = await openDatabase(env);
  try {
    await prepareDatabase(database.url);
    if (env.demo) await seedDemoContent(database.url);
  } finally {
    await database.stop();
  }
});
