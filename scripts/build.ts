import { runCommand } from '@/dev/command';

await runCommand(async () => {
  const { buildPortal } = await import('@/dev/build');
  await buildPortal(process.env.NEXT_DIST_DIR || undefined);
});
