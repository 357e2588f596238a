import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

const NODE_MAJOR = 24;

/** Something the person at the terminal can mend. The message says what is wrong and how, in one line. */
export class Trouble extends Error {
  override name = 'Trouble';
}

/**
 * Runs a command to its end, with `.env` loaded where there is one. Troubles and faults of the environment
 * leave as their message and exit status 1, without a stack. What a command needs it imports within `main`,
 * so that an unfit Node is told before anything trips over it.
 */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  try {
    if (Number.parseInt(process.versions.node, 10) < NODE_MAJOR) {
      throw new Trouble(
        `Rolecall runs on the Node ${NODE_MAJOR} that npm ci installs with it, but this is ${process.versions.node}: run npm ci (without --ignore-scripts), then npm start`,
      );
    }
    if (existsSync(join(ROOT, '.env'))) process.loadEnvFile(join(ROOT, '.env'));
    await main();
  } catch (error) {
    const known = error instanceof Error && (error.name === 'Trouble' || error.name === 'EnvError');
    console.error(known ? error.message : error);
    process.exit(1);
  }
}
