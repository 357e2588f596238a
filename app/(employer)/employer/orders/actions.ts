'use server';

import { notFound, redirect } from 'next/navigation';
import { fulfilContext, payments } from '@/app/payments';
import { safePath } from '@/app/safe-path';
import { type Employer, requireEmployer } from '@/app/session';
import { CREDIT } from '@/components/billing/order-words';
import { database } from '@/db/pool';
import { cancelCheckout, startCheckout } from '@/domain/billing/checkout';
import { spendCredit } from '@/domain/billing/credit-orders';
import { readOfferId } from '@/domain/drafts/input';
import { env } from '@/lib/env';
import { DomainError } from '@/lib/errors';
import { log } from '@/lib/log';

const PAGE = '/employer/orders';
/** Of one click. More than that are renewed by another. */
const MOST_AT_ONCE = 50;

/** Buys a plan for an offer, or a pack: on to the page that leads to Stripe. The plan may be a credit of the company's. */
export async function buy(form: FormData): Promise<void> {
  const { user, company } = await requireEmployer(PAGE);
  const planCode = String(form.get('plan') ?? '');
  const offerId = form.has('offer') ? readId(form.get('offer')) : null;
  if (planCode === CREDIT)
    return spendOn({ user, company }, offerId === null ? [] : [offerId], pageOf(offerId));
  const { SITE_URL } = env();
  const checkout = await startCheckout(
    database(),
    payments(),
    {
      companyId: company.companyId,
      offerId,
      planCode,
      user,
      urls: (orderId) => ({
        success: `${SITE_URL}${PAGE}/${orderId}?session={CHECKOUT_SESSION_ID}`,
        cancel: `${SITE_URL}${pageOf(offerId)}`,
      }),
    },
    fulfilContext(),
  ).catch(toFault);
  if (checkout === null) notFound();
  if (typeof checkout === 'string') redirect(`${pageOf(offerId)}?fault=${checkout}`);
  const order = `${PAGE}/${checkout.orderId}`;
  redirect(checkout.kind === 'payable' ? `${order}/pay` : order);
}

/** Spends a credit on each offer of the form: drafts are published, offers that ran out are back. */
export async function spend(form: FormData): Promise<void> {
  const employer = await requireEmployer(PAGE);
  const ids = [...new Set(form.getAll('offer').map(readId))].slice(0, MOST_AT_ONCE);
  await spendOn(employer, ids, safePath(form.get('back'), '/employer'));
}

/** Gives up a payment that has begun: nothing is taken, and the offer is a draft again. */
export async function giveUp(form: FormData): Promise<void> {
  const { company } = await requireEmployer(PAGE);
  const orderId = readId(form.get('order'));
  const which = { companyId: company.companyId, orderId };
  const state = await cancelCheckout(database(), payments(), which, fulfilContext()).catch(toFault);
  if (state === null) notFound();
  const back = safePath(form.get('back'), PAGE);
  if (state === 'payments_down') redirect(`${back}?fault=${state}`);
  redirect(state === 'expired' ? `${back}?done=given-up` : `${PAGE}/${orderId}`);
}

async function spendOn({ user, company }: Employer, ids: number[], back: string): Promise<never> {
  let spent = 0;
  let fault: string | null = null;
  for (const offerId of ids) {
    const by = { offerId, userId: user.id };
    const done = await spendCredit(database(), company.companyId, by, new Date()).catch(toFault);
    if (done === null) notFound();
    if (typeof done !== 'string') spent++;
    else fault = done;
    // The others would be refused as well.
    if (fault === 'no_credits') break;
  }
  redirect(`${back}?${fault && spent === 0 ? `fault=${fault}` : fault ? 'done=spent-some' : 'done=spent'}`);
}

/** What the user is told where nothing came of it; anything else is a fault of ours. */
function toFault(error: unknown): string {
  if (error instanceof DomainError) return error.code;
  const type = error instanceof Error ? String((error as { type?: unknown }).type) : '';
  if (!type.startsWith('Stripe')) throw error;
  log.error({ err: error }, 'payments do not answer');
  return 'payments_down';
}

function pageOf(offerId: number | null): string {
  return offerId === null ? PAGE : `/employer/offers/${offerId}`;
}

function readId(value: FormDataEntryValue | null): number {
  return readOfferId(value) ?? notFound();
}
