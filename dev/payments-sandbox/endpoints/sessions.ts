import { expireSession, findSession, type Session } from '../checkout';
import { noSuch, Refusal } from '../errors';
import { isWithin, listPage, wholeList } from '../lists';
import { mergeMetadata } from '../objects/customer';
import { buildLine } from '../objects/line';
import { buildSession } from '../objects/session';
import { EXPAND, PAGE, refuseBoth, type Values } from '../parameters';
import { requireCoupon, requirePromotionCode } from '../promotions';
import { newId, type Sandbox, seconds } from '../sandbox';
import { computeTotals } from '../totals';
import { requireCustomer } from './customers';
import { endpoint } from './endpoint';
import { CREATE_SESSION, LIST_SESSIONS, UPDATE_SESSION } from './session-parameters';

type Asked = Values<typeof CREATE_SESSION>;

const HALF_HOUR = 1_800;
const DAY = 86_400;
/** Smallest charges, in minor units (docs.stripe.com/currencies); 50 where nothing is listed here. */
const LEAST: Record<string, number> = { gbp: 30, pln: 200, czk: 1_500, sek: 300, nok: 300, dkk: 250 };

export const SESSIONS = [
  endpoint('POST /v1/checkout/sessions', CREATE_SESSION, createSession),
  endpoint('GET /v1/checkout/sessions', LIST_SESSIONS, (sandbox, by) => {
    const rows = sandbox.state.all('session').map(({ id }) => requireSession(sandbox, id));
    const wanted = (one: Session) =>
      isWithin(one, by.created) &&
      (by.customer === undefined || one.customer === by.customer) &&
      (by.payment_intent === undefined || one.payment_intent === by.payment_intent) &&
      (by.status === undefined || one.status === by.status) &&
      (by.customer_details === undefined || one.customer_details?.email === by.customer_details.email);
    return listPage(rows, by, '/v1/checkout/sessions', wanted);
  }),
  endpoint('GET /v1/checkout/sessions/:id', EXPAND, (sandbox, _, id) => requireSession(sandbox, id)),
  endpoint('POST /v1/checkout/sessions/:id', UPDATE_SESSION, (sandbox, { metadata }, id) => {
    const session = requireSession(sandbox, id);
    return sandbox.state.put('session', {
      ...session,
      metadata: mergeMetadata(session.metadata ?? {}, metadata),
    });
  }),
  endpoint('POST /v1/checkout/sessions/:id/expire', EXPAND, (sandbox, _, id) =>
    expireSession(sandbox, requireSession(sandbox, id)),
  ),
  endpoint('GET /v1/checkout/sessions/:id/line_items', PAGE, (sandbox, _, id) => {
    requireSession(sandbox, id);
    return wholeList(sandbox.state.find('cart', id)?.lines ?? [], `/v1/checkout/sessions/${id}/line_items`);
  }),
];

function requireSession(sandbox: Sandbox, id: string): Session {
  const session = findSession(sandbox, id);
  if (!session) throw noSuch('checkout.session', id);
  return session;
}

function createSession(sandbox: Sandbox, asked: Asked): Session {
  refuseContradictions(asked);
  const created = seconds(sandbox);
  const expires_at = asked.expires_at ?? created + DAY;
  refuseExpiry(expires_at, created);
  const customer = asked.customer ? requireCustomer(sandbox, asked.customer, 'customer') : null;
  if (asked.automatic_tax?.enabled && customer && !customer.address?.country && !updates(asked, 'address')) {
    throw new Refusal(
      "Automatic tax calculation in Checkout requires a valid address on the Customer. Add a valid address to the Customer or set `customer_update[address]` to 'auto' to save the address entered in Checkout to the Customer.",
      { code: 'customer_tax_location_invalid', param: 'automatic_tax' },
    );
  }
  const currency = requireCurrency(asked);
  const given = asked.line_items.map(({ price_data, quantity, metadata }) =>
    buildLine(
      {
        name: price_data.product_data.name,
        currency,
        unitAmount: price_data.unit_amount,
        quantity,
        taxBehavior: price_data.tax_behavior ?? 'unspecified',
        metadata: metadata ?? {},
      },
      created,
    ),
  );
  const taxInclusive = asked.line_items.map(({ price_data }) => price_data.tax_behavior === 'inclusive');
  const subtotal = given.reduce((sum, line) => sum + line.amount_subtotal, 0);
  const discount = asked.discounts?.[0];
  const coupon = discount?.promotion_code
    ? requirePromotionCode(sandbox, discount.promotion_code, {
        currency,
        subtotal,
        customer: customer?.id ?? null,
      }).coupon
    : discount?.coupon
      ? requireCoupon(sandbox, discount.coupon, currency)
      : null;
  const automaticTax = asked.automatic_tax?.enabled ?? false;
  const { lines, ...totals } = computeTotals(given, coupon, {
    automatic: automaticTax,
    inclusive: taxInclusive,
  });
  refuseSmallAmount(totals.amount_total, currency);

  const id = newId('cs_test');
  const session = buildSession({
    ...totals,
    id,
    allow_promotion_codes: asked.allow_promotion_codes ?? null,
    allowedMethods: asked.allowed_payment_method_types ?? null,
    automaticTax,
    billing_address_collection: asked.billing_address_collection ?? null,
    cancel_url: asked.cancel_url ?? null,
    client_reference_id: asked.client_reference_id ?? null,
    created,
    currency,
    customer: customer?.id ?? null,
    customer_creation: customer ? null : (asked.customer_creation ?? 'if_required'),
    customer_email: asked.customer_email ?? null,
    discounts: discount
      ? [{ coupon: discount.coupon ?? null, promotion_code: discount.promotion_code ?? null }]
      : [],
    expires_at,
    invoice_creation: {
      enabled: asked.invoice_creation?.enabled ?? false,
      invoice_data: {
        account_tax_ids: null,
        custom_fields: asked.invoice_creation?.invoice_data?.custom_fields || null,
        description: asked.invoice_creation?.invoice_data?.description ?? null,
        footer: asked.invoice_creation?.invoice_data?.footer ?? null,
        issuer: null,
        metadata: asked.invoice_creation?.invoice_data?.metadata ?? {},
        rendering_options: null,
      },
    },
    locale: asked.locale ?? null,
    metadata: asked.metadata ?? {},
    payer: payerOf(asked, customer),
    payment_method_types: methodsOf(asked),
    submit_type: asked.submit_type ?? null,
    success_url: asked.success_url,
    taxIds: asked.tax_id_collection?.enabled ?? false,
    url: `${sandbox.links}/pay/${id}`,
  });
  sandbox.state.put('cart', {
    id,
    lines,
    taxInclusive,
    intent: {
      metadata: asked.payment_intent_data?.metadata ?? {},
      description: asked.payment_intent_data?.description ?? null,
      receiptEmail: asked.payment_intent_data?.receipt_email ?? null,
    },
    updateCustomer: { name: updates(asked, 'name'), address: updates(asked, 'address') },
  });
  return sandbox.state.put('session', session);
}

function refuseContradictions(asked: Asked): void {
  refuseBoth(asked, 'customer', 'customer_email');
  refuseBoth(asked, 'customer', 'customer_creation');
  refuseBoth(asked, 'allow_promotion_codes', 'discounts');
  refuseBoth(asked.discounts?.[0] ?? {}, 'coupon', 'promotion_code');
  if (asked.customer_update && !asked.customer) {
    throw new Refusal('`customer_update` can only be used with `customer`.', { param: 'customer_update' });
  }
  if (asked.tax_id_collection?.enabled && asked.customer && !updates(asked, 'name')) {
    throw new Refusal(
      'Tax ID collection requires updating business name on the customer. To enable tax ID collection for an existing customer, please set `customer_update[name]` to `auto`.',
      { param: 'tax_id_collection' },
    );
  }
}

function refuseExpiry(expires_at: number, created: number): void {
  const fault =
    (expires_at < created + HALF_HOUR && 'at least 30 minutes') ||
    (expires_at > created + DAY && 'less than 24 hours');
  if (fault) {
    throw new Refusal(`The \`expires_at\` timestamp must be ${fault} from Checkout Session creation.`, {
      param: 'expires_at',
    });
  }
}

function requireCurrency(asked: Asked): string {
  const currencies = new Set(asked.line_items.map(({ price_data }) => price_data.currency));
  if (asked.currency) currencies.add(asked.currency);
  const [currency = '', other] = currencies;
  if (other)
    throw new Refusal('All prices on a Checkout Session must be in one currency.', { param: 'line_items' });
  return currency;
}

/** Nothing to pay is fine; less than Stripe can charge is not. */
function refuseSmallAmount(total: number, currency: string): void {
  const least = LEAST[currency] ?? 50;
  if (total === 0 || total >= least) return;
  throw new Refusal(
    `The Checkout Session's total amount due must add up to at least ${least / 100} ${currency}`,
    { code: 'amount_too_small' },
  );
}

function updates(asked: Asked, field: 'name' | 'address'): boolean {
  return asked.customer_update?.[field] === 'auto';
}

function payerOf(asked: Asked, customer: ReturnType<typeof requireCustomer> | null) {
  if (customer) {
    return { email: customer.email, name: customer.name ?? null, address: customer.address ?? null };
  }
  return asked.customer_email ? { email: asked.customer_email, name: null, address: null } : null;
}

function methodsOf(asked: Asked): string[] {
  const allowed: string[] = asked.allowed_payment_method_types ?? ['card', 'sepa_debit'];
  const excluded: string[] = asked.excluded_payment_method_types ?? [];
  const left = allowed.filter((method) => !excluded.includes(method));
  if (left.length === 0) {
    throw new Refusal('No payment method types are left for this session.', {
      param: 'excluded_payment_method_types',
    });
  }
  return left;
}
