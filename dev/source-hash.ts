import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './command';

/** Whatever the built pages are made from. */
const SOURCES = [
  ...['app', 'components', 'content', 'db', 'domain', 'emails', 'lib', 'public'],
  ...['instrumentation.ts', 'next.config.ts', 'package-lock.json', 'postcss.config.mjs'],
];

/** Whether the build in `distDir` is of the present source. */
export function isBuilt(distDir = '.next'): boolean {
  const mark = markOf(distDir);
  return existsSync(mark) && readFileSync(mark, 'utf8') === hashSource();
}

/** Where a build keeps the name of its source. */
export function markOf(distDir: string): string {
  return join(ROOT, distDir, 'source-hash');
}

/** Names the source that a build is made from. */
export function hashSource(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const path = join(ROOT, source);
    if (!existsSync(path)) continue;
    for (const file of statSync(path).isFile() ? [path] : listFiles(path)) {
      hash
        .update(`${file.slice(ROOT.length)}\0`)
        .update(readFileSync(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
