import { runCommand } from './command';

await runCommand(async () => {
  const { startPortal } = await import('./portal');
  await startPortal({ dev: process.argv.includes('--dev') });
});
