import { setTimeout as sleep } from 'node:timers/promises';
import Stripe from 'stripe';
import { findEndpoint } from './endpoints/table';
import { describeRefusal, ParameterRefusal, Refusal } from './errors';
import { expandObject } from './expand';
import { decodeForm } from './form';
import { readParameters } from './parameters';
import { newId, type Sandbox } from './sandbox';
import { KEYS_KEPT_MS } from './state';

export type ApiRequest = {
  method: string;
  path: string;
  /** Form-encoded: of the body, or of the address where there is none. */
  form: string;
  headers: Record<string, string | string[] | undefined>;
};

export type ApiResponse = { status: number; headers: Record<string, string>; body: string };

/**
 * Answers Stripe's API. `secretKey` is the only key taken; without one, any test key is. `delay` holds each
 * change for so many milliseconds before it is made.
 */
export function createApi(
  sandbox: Sandbox,
  secretKey: string | undefined,
  delay: () => number,
): (request: ApiRequest) => Promise<ApiResponse> {
  /** Idempotency keys of requests that are being done. */
  const busy = new Set<string>();

  async function answer(request: ApiRequest, requestId: string): Promise<ApiResponse> {
    authenticate(request.headers.authorization, secretKey);
    const version = one(request.headers['stripe-version']) ?? Stripe.API_VERSION;
    if (version !== Stripe.API_VERSION) {
      throw new Refusal(`Invalid Stripe API version: ${version}. The sandbox speaks ${Stripe.API_VERSION}.`);
    }
    const found = findEndpoint(request.method, request.path);
    if (!found) {
      throw new Refusal(
        `Unrecognized request URL (${request.method}: ${request.path}). It may exist at Stripe; the sandbox does not cover it.`,
        { status: 404 },
      );
    }
    const key = request.method === 'POST' ? one(request.headers['idempotency-key']) : undefined;
    if (key !== undefined) {
      const replay = recall(sandbox, key, request);
      if (replay) return replay;
      if (busy.has(key)) {
        throw new Refusal(
          `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
          { status: 409, type: 'idempotency_error', code: 'idempotency_key_in_use' },
        );
      }
      busy.add(key);
    }
    try {
      const wait = request.method === 'GET' ? 0 : delay();
      if (wait > 0) await sleep(wait);
      const { endpoint, id } = found;
      const values = readParameters(endpoint.parameters, decodeForm(request.form));
      const response = perform(() => {
        // All that follows is done without waiting, so no other request comes in between.
        sandbox.request = { id: requestId, idempotency_key: key ?? null };
        const object = endpoint.run(sandbox, values as never, id);
        return expandObject(sandbox, object, values.expand as string[] | undefined);
      });
      sandbox.request = null;
      if (key !== undefined) {
        sandbox.state.put('remembered', {
          id: key,
          at: sandbox.now(),
          address: `${request.method} ${request.path}`,
          request: request.form,
          requestId,
          ...response,
        });
      }
      return { ...response, headers: {} };
    } finally {
      sandbox.request = null;
      if (key !== undefined) busy.delete(key);
    }
  }

  return async (request) => {
    const requestId = newId('req');
    const key = one(request.headers['idempotency-key']);
    const headers = {
      'content-type': 'application/json',
      'request-id': requestId,
      'stripe-version': Stripe.API_VERSION,
      ...(key && { 'idempotency-key': key }),
    };
    try {
      const response = await answer(request, requestId);
      return { ...response, headers: { ...headers, ...response.headers } };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { status: error.status, headers, body: write(describeRefusal(error)) };
    }
  };
}

/** A refusal of the deed itself is an answer, and remembered; one of its parameters is not. */
function perform(run: () => object): { status: number; body: string } {
  try {
    return { status: 200, body: write(run()) };
  } catch (error) {
    if (!(error instanceof Refusal) || error instanceof ParameterRefusal) throw error;
    return { status: error.status, body: write(describeRefusal(error)) };
  }
}

function recall(sandbox: Sandbox, key: string, { method, path, form }: ApiRequest): ApiResponse | undefined {
  const before = sandbox.state.find('remembered', key);
  if (!before || before.at < sandbox.now() - KEYS_KEPT_MS) return undefined;
  const other = `Try using a key other than '${key}' if you meant to execute a different request.`;
  if (before.address !== `${method} ${path}`) {
    throw new Refusal(
      `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${path}' vs '${before.address.split(' ')[1]}'). ${other}`,
      { type: 'idempotency_error' },
    );
  }
  if (before.request !== form) {
    throw new Refusal(
      `Keys for idempotent requests can only be used with the same parameters they were first used with. ${other}`,
      { type: 'idempotency_error' },
    );
  }
  const headers = { 'idempotent-replayed': 'true', 'original-request': before.requestId };
  return { status: before.status, headers, body: before.body };
}

function authenticate(header: string | undefined | string[], secretKey: string | undefined): void {
  const [scheme, credentials = ''] = (one(header) ?? '').split(' ');
  const given = scheme === 'Basic' ? (atob(credentials).split(':')[0] ?? '') : credentials;
  if (!given) {
    throw new Refusal(
      'You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth.',
      { status: 401 },
    );
  }
  // A real key has no business here, whatever it may open elsewhere.
  const accepted = secretKey === undefined ? given.startsWith('sk_test_') : given === secretKey;
  if (!accepted) {
    throw new Refusal(`Invalid API Key provided: ${given.slice(0, 8)}****${given.slice(-4)}`, {
      status: 401,
    });
  }
}

function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

function write(body: object): string {
  return JSON.stringify(body, null, 2);
}
