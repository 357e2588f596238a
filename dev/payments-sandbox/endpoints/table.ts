import { CUSTOMERS } from './customers';
import { COUPONS, PROMOTION_CODES } from './discounts';
import type { Endpoint } from './endpoint';
import { EVENTS } from './events';
import { INVOICES } from './invoices';
import { PAYMENTS } from './payments';
import { DISPUTES, REFUNDS } from './refunds';
import { SESSIONS } from './sessions';

/** Everything of Stripe's API that the sandbox knows. */
const ENDPOINTS: Endpoint[] = [
  ...CUSTOMERS,
  ...SESSIONS,
  ...PAYMENTS,
  ...INVOICES,
  ...REFUNDS,
  ...DISPUTES,
  ...COUPONS,
  ...PROMOTION_CODES,
  ...EVENTS,
];

const ROUTES = ENDPOINTS.map((endpoint) => ({
  endpoint,
  pattern: new RegExp(`^${endpoint.path.replace(':id', '([^/]+)')}$`),
}));

export function findEndpoint(method: string, path: string): { endpoint: Endpoint; id: string } | undefined {
  for (const { endpoint, pattern } of ROUTES) {
    const match = endpoint.method === method ? pattern.exec(path) : null;
    if (match) return { endpoint, id: decodeURIComponent(match[1] ?? '') };
  }
  return undefined;
}
