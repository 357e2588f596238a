import { runCommand, Trouble } from '@/dev/command';

/** Empties the database and prepares it anew. Everything in it is lost. */
await runCommand(async () => {
  const { connect } = await import('@/db/client');
  const { invalidateTags } = await import('@/db/invalidation');
  const { openDatabase, parseCommandEnv } = await import('@/dev/database');
  const { prepareDatabase } = await import('@/dev/prepare-database');
  const env = parseCommandEnv();
  if (!env.demo && !process.argv.includes('--force')) {
    throw new Trouble('This is a live database, and all of it would be lost: npm run db:reset -- --force');
  }
  const database = await openDatabase(env);
  const { db, sql, close } = connect(database.url, { max: 1 });
  try {
    await sql`drop schema if exists public, drizzle, graphile_worker cascade`;
    await sql`create schema public`;
    await prepareDatabase(database.url);
    // A portal that is running now shows pages of what is gone.
    await invalidateTags(db, ['site']);
    console.log('The database is empty; npm start or npm run db:seed fills the demo again.');
  } finally {
    await close();
    await database.stop();
  }
});
