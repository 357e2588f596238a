import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type ApiResponse, createApi } from './api';
import { passTime } from './checkout';
import { type Control, createControl, describeLedger, type Ledger } from './control';
import { describeRefusal, Refusal } from './errors';
import { createLuck, type Faults } from './faults';
import { answerPage, type PageResponse } from './pages/pages';
import { createSandbox } from './sandbox';
import { openState } from './state';
import { startWebhooks, type WebhookTarget } from './webhooks';

export type PaymentsSandboxOptions = {
  host?: string;
  /** The port to listen on; one that is free if absent or 0. */
  port?: number;
  /** Where the state is kept over restarts; in memory only if absent. */
  dataFile?: string;
  /** Where browsers reach the pages, if not at the server's own address. */
  publicUrl?: string;
  /** The only API key taken; any test key if absent. */
  secretKey?: string;
  webhook?: WebhookTarget;
  /** Milliseconds to the first repeat of a failed delivery; each further pause is twice as long. */
  retryBase?: number;
  /** The longest pause between two repeats. */
  retryLongest?: number;
  /** Milliseconds until a delayed payment arrives or fails by itself; null: only when it is told to. */
  settleAfter?: number | null;
};

export type PaymentsSandbox = {
  /** For the API, the pages and the control API alike. */
  url: string;
  port: number;
  /** The control API without HTTP, such as `control('POST', 'disputes', {payment_intent})`. Throws `Refusal`. */
  control: Control;
  ledger: () => Ledger;
  /** Sets what goes wrong from now on; {} for nothing. */
  setFaults: (faults: Partial<Faults>) => void;
  setWebhook: (target: WebhookTarget | undefined) => void;
  /** Settles when no delivery is waiting, retries included. */
  idle: () => Promise<void>;
  stop: () => Promise<void>;
};

const MOST_BYTES = 1_000_000;
const TICK_MS = 250;
const KEEP_ALIVE_MS = 65_000;

/**
 * Stripe as far as the portal needs it, on loopback: the API for the `stripe` SDK under /v1, the pages that a
 * buyer sees, and the control API (control.ts) under /sandbox. No money moves. Rejects if the port is taken.
 */
export async function startPaymentsSandbox({
  host = '127.0.0.1',
  port = 0,
  dataFile,
  publicUrl,
  secretKey,
  webhook,
  retryBase = 5_000,
  retryLongest = 12 * 3_600_000,
  settleAfter = null,
}: PaymentsSandboxOptions = {}): Promise<PaymentsSandbox> {
  const state = openState(dataFile);
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      console.error('payments sandbox:', error);
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: { message: 'The sandbox failed.', type: 'api_error' } }));
    });
  });
  // Longer than clients keep an idle connection: neither side may find the other gone.
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((ready, fail) => {
    server.once('error', fail);
    server.listen(port, host, ready);
  });
  const address = server.address();
  const used = typeof address === 'object' && address ? address.port : port;
  const url = localUrl(host, used);

  const sandbox = createSandbox(state, { links: publicUrl ?? url, settleAfter });
  const luck = createLuck();
  const webhooks = startWebhooks(sandbox, luck, { first: retryBase, longest: retryLongest });
  const control = createControl(sandbox, webhooks, luck);
  const api = createApi(sandbox, secretKey, () => luck.between(luck.faults().apiDelay));
  webhooks.target(webhook);
  const clock = setInterval(() => passTime(sandbox), TICK_MS);
  clock.unref();

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? 'GET';
    const { pathname: path, search } = new URL(request.url ?? '/', url);
    const body = await readBody(request);
    if (path.startsWith('/v1/')) {
      const form = method === 'POST' ? body : search.slice(1);
      const answer = await api({ method, path, form, headers: request.headers });
      // Done, but nobody will know: what idempotency keys are for.
      if (method !== 'GET' && luck.strikes(luck.faults().apiCut)) return void request.socket.destroy();
      send(response, answer);
    } else if (path.startsWith('/sandbox/')) {
      send(response, await answerControl(request, method, path.slice('/sandbox/'.length), body));
    } else {
      const form = method === 'POST' ? Object.fromEntries(new URLSearchParams(body)) : undefined;
      sendPage(response, answerPage(sandbox, path, form));
    }
  }

  async function answerControl(request: IncomingMessage, method: string, path: string, body: string) {
    const headers = { 'content-type': 'application/json' };
    const answer = (status: number, object: object): ApiResponse => {
      return { status, headers, body: JSON.stringify(object, null, 2) };
    };
    // No page of another site can send this without asking first, and the answer is no.
    const json = request.headers['content-type']?.startsWith('application/json');
    if (method === 'POST' && !json) return answer(415, { error: { message: 'Send JSON.' } });
    try {
      const done = await control(method, path, method === 'POST' ? parseJson(body) : undefined);
      return done ? answer(200, done) : answer(404, { error: { message: 'No such address.' } });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return answer(error.status, describeRefusal(error));
    }
  }

  return {
    url,
    port: used,
    control,
    ledger: () => describeLedger(sandbox),
    setFaults: (faults) => void luck.change(faults),
    setWebhook: (target) => webhooks.target(target),
    idle: webhooks.idle,
    stop: async () => {
      clearInterval(clock);
      webhooks.stop();
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

/** How this machine reaches what listens on `host`. */
export function localUrl(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Error('the request is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(body: string): unknown {
  try {
    return body ? JSON.parse(body) : {};
  } catch {
    throw new Refusal('This is not JSON.');
  }
}

function send(response: ServerResponse, { status, headers, body }: ApiResponse): void {
  response.writeHead(status, headers).end(body);
}

function sendPage(response: ServerResponse, answer: PageResponse): void {
  if ('location' in answer) {
    response.writeHead(303, { location: answer.location }).end();
  } else if ('font' in answer) {
    // Fonts are fetched with CORS, and the pages may be shown at another address than this.
    response.writeHead(200, {
      'content-type': 'font/woff2',
      'cache-control': 'max-age=86400',
      'access-control-allow-origin': '*',
    });
    response.end(answer.font);
  } else {
    response.writeHead(answer.status, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; font-src *; img-src data:; base-uri 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    response.end(answer.page);
  }
}
