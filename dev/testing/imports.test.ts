import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ROOT } from '../command';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolecall-imports-'));
  cpSync(join(ROOT, 'tsconfig.json'), join(folder, 'tsconfig.json'));
  cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The rules that a project of these files breaks, as `rule: file`, and how many files were read. */
function checkImports(files: Record<string, string>): { broken: string[]; read: number } {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const cruiser = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = join(ROOT, '.dependency-cruiser.cjs');
  const { stdout } = spawnSync(
    process.execPath,
    [cruiser, '--config', config, '--output-type', 'json', '.'],
    {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  const { modules, summary } = JSON.parse(stdout);
  return {
    broken: summary.violations.map(
      (v: { rule: { name: string }; from: string }) => `${v.rule.name}: ${v.from}`,
    ),
    read: modules.filter((module: { source: string }) => module.source in files).length,
  };
}

test('imports that run one way pass, in JSX and through the alias too', () => {
  const files = {
    'app/page.tsx': `import { Row } from '@/components/row';\nexport const page = <Row />;`,
    'components/row.tsx': `import type { Offer } from '@/domain/offers/rules';\nexport const Row = () => <p>{'' as Offer}</p>;`,
    'domain/offers/rules.ts': 'export type Offer = string;',
    'domain/offers/queries.ts': `import { connect } from '@/db/client';\nexport const find = connect;`,
    'domain/offers/queries.test.ts': `import { useTestDatabase } from '@/dev/testing/database';\nuseTestDatabase();`,
    'db/client.ts': 'export const connect = () => {};',
    'dev/testing/database.ts': 'export const useTestDatabase = () => {};',
  };
  expect(checkImports(files)).toEqual({ broken: [], read: Object.keys(files).length });
});

test('every import that runs the other way is found, and nothing else', () => {
  const planted = [
    ['lib-imports-only-itself', 'lib/money.ts', '@/db/client'],
    ['db-imports-only-lib', 'db/pool.ts', '@/domain/offers/rules'],
    ['domain-imports-only-db-lib', 'domain/offers/a.ts', '@/app/page'],
    ['components-imports-only-domain', 'components/a.tsx', '@/db/client'],
    ['pages-parts-know-the-pure-domain-only', 'components/b.tsx', '@/domain/offers/queries'],
    ['pages-parts-know-the-pure-domain-only', 'emails/receipt.tsx', '@/domain/offers/queries'],
    ['the-pure-domain-stays-pure', 'domain/offers/labels.ts', '@/db/client'],
    ['app-imports-only-components-emails-domain-db-lib', 'app/a.tsx', '@/dev/start'],
    ['worker-imports-only-emails-domain-db-lib', 'worker/a.ts', '@/app/page'],
    ['domain-offers', 'domain/offers/b.ts', '@/domain/market/commands'],
    ['domain-roles', 'domain/roles/queries.ts', '@/domain/offers/rules'],
    ['domain-is-listed', 'domain/weather/queries.ts', '@/db/client'],
    ['framework-free', 'domain/offers/c.ts', 'next/cache'],
    ['framework-free', 'worker/b.ts', 'react'],
    ['testing-is-for-tests', 'scripts/import.ts', '@/dev/testing/database'],
    ['no-loose-end', 'lib/log.ts', './logg'],
    ['runs-without-dev-dependencies', 'lib/errors.ts', 'fast-check'],
  ];
  const innocent = [
    ...['app/page.tsx', 'db/client.ts', 'dev/start.ts', 'dev/testing/database.ts'],
    ...['domain/market/commands.ts', 'domain/offers/queries.ts', 'domain/offers/rules.ts'],
  ];
  const { broken } = checkImports({
    ...Object.fromEntries(innocent.map((file) => [file, 'export default 1;'])),
    ...Object.fromEntries(planted.map(([, file, target]) => [file, `export { default } from '${target}';`])),
  });
  expect(broken.sort()).toEqual(planted.map(([rule, file]) => `${rule}: ${file}`).sort());
});

test('circles are found', () => {
  const files = { 'lib/a.ts': `import './b';`, 'lib/b.ts': `import './c';`, 'lib/c.ts': `import './a';` };
  expect(new Set(checkImports(files).broken)).toContain('no-circle: lib/a.ts');
});
