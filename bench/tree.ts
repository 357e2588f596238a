import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '@/dev/command';

/**
 * A copy of the portal in `folder` with the pages of bench/pages added, so that both are served by one
 * server; node_modules is linked file by file, hence `folder` must lie on the same disk. Our root layout
 * moves into the group of the public pages, because the pages that serve as ceiling have one of their own.
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
  const layout = path.join(app, '(public)', 'layout.tsx');
  renameSync(path.join(app, 'layout.tsx'), layout);
  writeFileSync(layout, readFileSync(layout, 'utf8').replaceAll(/(from |import )'\.\//g, "$1'../"));
  cpSync(path.join(ROOT, 'bench', 'pages', 'app'), app, { recursive: true });
}
