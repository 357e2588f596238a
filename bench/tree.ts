import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '@/dev/command';

/**
 * A copy of the portal in `folder` with the pages of bench/pages added, so that both are served by one
 * server; node_modules is linked file by file, hence `folder` must lie on the same disk. Our root layout
 * moves into each part of ours that has pages, because the pages that serve as ceiling have one of their own.
 */
export function copyWithBenchPages(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  for (const file of listed.split('\n')) {
    if (file && !file.startsWith('bench/')) {
      cpSync(path.join(ROOT, file), path.join(folder, file), { errorOnExist: false });
    }
  }
  execFileSync('cp', ['-al', path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules')]);

  const app = path.join(folder, 'app');
  // They stand above both root layouts, where Next would ask for one more.
  for (const file of ['not-found.tsx', 'error.tsx']) rmSync(path.join(app, file), { force: true });
  const layout = path.join(app, 'layout.tsx');
  const source = readFileSync(layout, 'utf8').replaceAll(/(from |import )'\.\//g, "$1'../");
  rmSync(layout);
  for (const part of readdirSync(app, { withFileTypes: true })) {
    const within = path.join(app, part.name);
    if (!part.isDirectory() || !hasPages(within)) continue;
    writeFileSync(path.join(within, 'layout.tsx'), source);
  }
  cpSync(path.join(ROOT, 'bench', 'pages', 'app'), app, { recursive: true });
}

function hasPages(folder: string): boolean {
  return readdirSync(folder, { recursive: true }).some((file) => path.basename(String(file)) === 'page.tsx');
}
