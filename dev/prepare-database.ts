import { runMigrations } from 'graphile-worker';
import { connect } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import { seedReference } from '@/db/seed/reference';
import { workerLogger } from '@/worker/logger';
import { Trouble } from './command';

const INSUFFICIENT_PRIVILEGE = '42501';

/**
 * Brings the database to the newest version: schema, job queue and reference data. Safe to repeat. Throws
 * `Trouble` where the account may not do so.
 */
export async function prepareDatabase(url: string): Promise<void> {
  const { db, close } = connect(url, { max: 1 });
  try {
    await migrateDatabase(url);
    await runMigrations({ connectionString: url, logger: workerLogger });
    await seedReference(db);
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    if (cause instanceof Error && 'code' in cause && cause.code === INSUFFICIENT_PRIVILEGE) {
      throw new Trouble(`The database account must own its database (docs/deployment.md): ${cause.message}`);
    }
    throw error;
  } finally {
    await close();
  }
}
