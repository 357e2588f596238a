import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { connect } from './client';

const FOLDER = new URL('./migrations', import.meta.url).pathname;
/** Any number that nothing else locks: two processes that start together migrate one after the other. */
const LOCK = 7_265_001;

/** Brings the database at `url` to the newest schema. Safe to run again and from several processes. */
export async function migrateDatabase(url: string): Promise<void> {
  const { db, sql, close } = connect(url, { max: 1 });
  try {
    await sql`select pg_advisory_lock(${LOCK})`;
    await migrate(db, { migrationsFolder: FOLDER });
  } finally {
    await close();
  }
}
