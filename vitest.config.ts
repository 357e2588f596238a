import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    include: ['**/*.test.{ts,tsx}'],
    exclude: [...configDefaults.exclude, 'e2e/**', '.*/**'],
    globalSetup: 'dev/testing/global-setup.ts',
    env: { LOG_LEVEL: 'silent', TZ: 'UTC' },
    maxWorkers: 2,
    // Files share what they import, which halves the time; each has a database of its own (useTestDatabase).
    isolate: false,
    execArgv: ['--import', './dev/lean-imports.mjs'],
    testTimeout: 30_000,
    // Making a database takes a while where many files begin at once on a slow disk.
    hookTimeout: 30_000,
  },
});
