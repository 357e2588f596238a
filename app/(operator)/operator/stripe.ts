import Stripe from 'stripe';
import { EMPTY_FORM, type FormState } from '@/components/ui/form-state';
import { paymentSettings } from '@/lib/env';

/** What a form says where Stripe would not, with what was typed; null for any other error. */
export function stripeRefusal(error: unknown, values: Record<string, string>): FormState | null {
  if (!(error instanceof Stripe.errors.StripeError)) return null;
  const text =
    error.statusCode && error.statusCode < 500
      ? `Stripe refused: ${error.message}`
      : 'Stripe does not answer. Nothing is lost, and nothing is done twice if you try again.';
  return { ...EMPTY_FORM, values, message: { kind: 'ask', text } };
}

/** Where a payment is shown at Stripe; null in the demo, whose sandbox has no such page. */
export function stripePaymentUrl(paymentIntentId: string): string | null {
  const { secretKey, sandboxUrl } = paymentSettings();
  if (sandboxUrl) return null;
  const mode = /^[sr]k_test_/.test(secretKey) ? 'test/' : '';
  return `https://dashboard.stripe.com/${mode}payments/${encodeURIComponent(paymentIntentId)}`;
}
