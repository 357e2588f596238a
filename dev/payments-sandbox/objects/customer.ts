import type Stripe from 'stripe';
import { emit, newId, type Sandbox, seconds } from '../sandbox';

export type CustomerFields = {
  email?: string;
  name?: string;
  description?: string;
  phone?: string;
  address?: Partial<Stripe.Address> | '';
  metadata?: Record<string, string> | '';
  preferred_locales?: string[];
  tax_exempt?: 'exempt' | 'none' | 'reverse' | '';
};

export function createCustomer(sandbox: Sandbox, fields: CustomerFields): Stripe.Customer {
  const customer = {
    id: newId('cus'),
    object: 'customer',
    address: fillAddress(fields.address),
    balance: 0,
    created: seconds(sandbox),
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: fields.description ?? null,
    discount: null,
    email: fields.email ?? null,
    invoice_prefix: newId('').slice(1, 9).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: fields.metadata || {},
    name: fields.name ?? null,
    next_invoice_sequence: 1,
    phone: fields.phone ?? null,
    preferred_locales: fields.preferred_locales ?? [],
    shipping: null,
    tax_exempt: fields.tax_exempt || 'none',
    test_clock: null,
  } satisfies Stripe.Customer;
  sandbox.state.put('customer', customer);
  emit(sandbox, 'customer.created', customer);
  return customer;
}

export function updateCustomer(
  sandbox: Sandbox,
  customer: Stripe.Customer,
  fields: CustomerFields,
): Stripe.Customer {
  const { address, metadata, tax_exempt, ...rest } = fields;
  const updated = {
    ...customer,
    ...rest,
    ...(address !== undefined && { address: fillAddress(address) }),
    ...(tax_exempt !== undefined && { tax_exempt: tax_exempt || 'none' }),
    metadata: mergeMetadata(customer.metadata, metadata),
  } satisfies Stripe.Customer;
  sandbox.state.put('customer', updated);
  emit(sandbox, 'customer.updated', updated);
  return updated;
}

/** What an update makes of the metadata: an empty value removes its key, '' all of them. */
export function mergeMetadata(
  before: Stripe.Metadata,
  change: Record<string, string> | '' | undefined,
): Stripe.Metadata {
  if (change === '') return {};
  return Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== ''));
}

function fillAddress(given: CustomerFields['address']): Stripe.Address | null {
  if (!given) return null;
  const none = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null };
  return { ...none, ...given } satisfies Stripe.Address;
}
