import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, Trouble } from './command';
import { startThrowawayPostgres } from './postgres';
import { prepareDatabase } from './prepare-database';
import { NEXT, startProcess, untilExit } from './processes';
import { hashSource, markOf } from './source-hash';

/**
 * `next build` against an empty database of its own, on a server that is thrown away: pages that read the
 * database are prerendered, and every web process renders them anew when it starts. Throws `Trouble`
 * if it fails.
 */
export async function buildPortal(distDir = '.next'): Promise<void> {
  const mark = markOf(distDir);
  const hash = hashSource();
  for (const file of [mark, join(ROOT, distDir, 'BUILD_ID')]) rmSync(file, { force: true });
  // It survives a build, and would serve rows of another database.
  rmSync(join(ROOT, distDir, 'cache', 'fetch-cache'), { recursive: true, force: true });

  const server = await startThrowawayPostgres();
  try {
    await prepareDatabase(server.url);
    const variables = { DATABASE_URL: server.url, DEMO: '1', NEXT_DIST_DIR: distDir };
    const reason = await untilExit(startProcess([NEXT, 'build'], variables));
    // A compiler whose helper dies ends with status 0 and half a build.
    if (reason !== 0 || !existsSync(join(ROOT, distDir, 'BUILD_ID'))) {
      throw new Trouble(`The build failed (${reason}).`);
    }
  } finally {
    await server.stop();
  }
  writeFileSync(mark, hash);
}
