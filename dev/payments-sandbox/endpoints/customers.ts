import type Stripe from 'stripe';
import { noSuch } from '../errors';
import { isWithin, listPage } from '../lists';
import { createCustomer, updateCustomer } from '../objects/customer';
import {
  EXPAND,
  email,
  emptyable,
  list,
  metadata,
  object,
  oneOf,
  optional,
  PAGE,
  type Parameters,
  range,
  text,
} from '../parameters';
import { emit, type Sandbox } from '../sandbox';
import { endpoint } from './endpoint';

const line = optional(text());
const address = object({
  city: line,
  country: line,
  line1: line,
  line2: line,
  postal_code: line,
  state: line,
});
const FIELDS = {
  ...EXPAND,
  address: optional(emptyable(address)),
  description: optional(text()),
  email: optional(email()),
  metadata: optional(emptyable(metadata())),
  name: optional(text({ max: 256 })),
  phone: optional(text({ max: 20 })),
  preferred_locales: optional(list(text())),
  tax_exempt: optional(emptyable(oneOf('exempt', 'none', 'reverse'))),
} satisfies Parameters<Stripe.CustomerCreateParams> & Parameters<Stripe.CustomerUpdateParams>;

const LIST = {
  ...PAGE,
  created: optional(range()),
  email: optional(text()),
} satisfies Parameters<Stripe.CustomerListParams>;

export const CUSTOMERS = [
  endpoint('POST /v1/customers', FIELDS, (sandbox, fields) => createCustomer(sandbox, fields)),
  endpoint('GET /v1/customers', LIST, ({ state }, { email, created, ...page }) => {
    const rows = state.all('customer').filter((one) => !one.deleted);
    const wanted = (one: Stripe.Customer) =>
      isWithin(one, created) && (email === undefined || one.email === email);
    return listPage(rows, page, '/v1/customers', wanted);
  }),
  endpoint('GET /v1/customers/:id', EXPAND, ({ state }, _, id) => {
    const customer = state.find('customer', id);
    if (!customer) throw noSuch('customer', id);
    return customer;
  }),
  endpoint('POST /v1/customers/:id', FIELDS, (sandbox, fields, id) =>
    updateCustomer(sandbox, requireCustomer(sandbox, id), fields),
  ),
  endpoint('DELETE /v1/customers/:id', {}, (sandbox, _, id) => {
    const customer = requireCustomer(sandbox, id);
    const deleted = { id, object: 'customer', deleted: true } satisfies Stripe.DeletedCustomer;
    sandbox.state.put('customer', deleted);
    emit(sandbox, 'customer.deleted', customer);
    return deleted;
  }),
];

/** The customer, unless there is none or it is deleted: then a `Refusal` that names `param`. */
export function requireCustomer({ state }: Sandbox, id: string, param?: string): Stripe.Customer {
  const customer = state.find('customer', id);
  if (!customer || customer.deleted) throw noSuch('customer', id, param);
  return customer;
}
