import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import { connect } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import { seedReference } from '@/db/seed/reference';
import { BrokenTexts, loadFirstTexts } from '@/domain/texts/first-texts';
import { workerLogger } from '@/worker/logger';
import { ROOT, Trouble } from './command';

const INSUFFICIENT_PRIVILEGE = '42501';

/**
 * Brings the database to the newest version: schema, job queue, reference data and the first texts of the pages.
 * Safe to repeat. Throws `Trouble` where the account may not do so, or a text in content/ is broken.
 */
export async function prepareDatabase(url: string): Promise<void> {
  const { db, close } = connect(url, { max: 1 });
  try {
    await migrateDatabase(url);
    await runMigrations({ connectionString: url, logger: workerLogger });
    await seedReference(db);
    await loadFirstTexts(db, new Date(), join(ROOT, 'content'));
  } catch (error) {
    if (error instanceof BrokenTexts) throw new Trouble(error.message);
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    if (cause instanceof Error && 'code' in cause && cause.code === INSUFFICIENT_PRIVILEGE) {
      throw new Trouble(`The database account must own its database (docs/deployment.md): ${cause.message}`);
    }
    throw error;
  } finally {
    await close();
  }
}
