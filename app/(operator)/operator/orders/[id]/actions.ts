'use server';

import { notFound, redirect } from 'next/navigation';
import { fulfilContext, payments } from '@/app/payments';
import { requireOperator } from '@/app/session';
import { EMPTY_FORM, type FormState, typedValues } from '@/components/ui/form-state';
import { database } from '@/db/pool';
import { idParam } from '@/domain/operator/input';
import { readRefund } from '@/domain/operator/money-input';
import { fulfilAgain, giveBack } from '@/domain/operator/order-acts';
import { getOrderFile } from '@/domain/operator/orders';
import { DomainError } from '@/lib/errors';
import { stripeRefusal } from '../../stripe';

const REFUSALS: Record<string, string> = {
  not_refundable: 'Nothing of this order can be given back. See its state.',
  refunded_meanwhile: 'More has been given back since you opened this page. Load it again, and decide then.',
  no_checkout: 'Stripe knows of no checkout for this order. There is nothing to ask about.',
};

/** Gives back an order, all of it or a part. */
export async function refund(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireOperator('/operator/orders');
  const [typed, orderId] = [typedValues(form), idParam(form.get('id'))];
  const order = orderId === null ? null : await getOrderFile(database(), orderId);
  if (!order) notFound();
  const left = (order.amountTotal ?? 0) - order.amountRefunded;
  const read = readRefund(typed, { left, currency: order.currency });
  if ('faults' in read) return { ...EMPTY_FORM, values: typed, faults: read.faults };
  const refundedBefore = Number(typed.refundedBefore);
  try {
    const wanted = { orderId: order.id, refundedBefore, ...read };
    await giveBack(database(), payments(), wanted, { ...fulfilContext(), actor });
  } catch (error) {
    return refused(error, typed);
  }
  redirect(`/operator/orders/${order.id}?done=refunded`);
}

/** Asks Stripe about the order once more, and does what follows. */
export async function recheck(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireOperator('/operator/orders');
  const orderId = idParam(form.get('id'));
  if (orderId === null) notFound();
  try {
    const fulfilled = await fulfilAgain(database(), payments(), orderId, { ...fulfilContext(), actor });
    if (!fulfilled) notFound();
  } catch (error) {
    return refused(error, typedValues(form));
  }
  redirect(`/operator/orders/${orderId}?done=checked`);
}

function refused(error: unknown, values: Record<string, string>): FormState {
  const text = error instanceof DomainError ? REFUSALS[error.code] : undefined;
  if (text) return { ...EMPTY_FORM, values, message: { kind: 'ask', text } };
  const refusal = stripeRefusal(error, values);
  if (refusal) return refusal;
  throw error;
}
