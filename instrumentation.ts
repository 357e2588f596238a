import type { Instrumentation } from 'next';

export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs' && process.env.NEXT_PHASE !== 'phase-production-build') {
    const { markPeerAddresses } = await import('./lib/client-address');
    const { startFreshness } = await import('./app/freshness');
    markPeerAddresses();
    await startFreshness();
  }
}

export const onRequestError: Instrumentation.onRequestError = async (error, request) => {
  const { log } = await import('./lib/log');
  log.error({ err: error, method: request.method, path: request.path.split('?')[0] }, 'request failed');
};
