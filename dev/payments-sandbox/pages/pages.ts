import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { toMinorUnits } from '@/lib/money';
import {
  applyPromotion,
  confirmPayment,
  expireSession,
  findSession,
  OUTCOMES,
  paySession,
  type Session,
  settleSession,
} from '../checkout';
import { closeDispute, openDispute } from '../disputes';
import { requireCharge, requireDispute } from '../endpoints/refunds';
import { noSuch, Refusal } from '../errors';
import { refundCharge } from '../refunds';
import type { Sandbox } from '../sandbox';
import { renderCheckout, renderConfirm, successUrl } from './checkout-page';
import { renderDashboard } from './dashboard-page';
import { renderInvoice, renderNotFound, renderReceipt } from './document-pages';

/** A page, a place to go instead, or a font. */
export type PageResponse =
  | { status: number; page: string }
  | { location: string }
  | { font: Buffer<ArrayBuffer> };

type Form = Record<string, string>;

const require = createRequire(import.meta.url);
const FAMILIES: Record<string, string> = {
  brygada: '@fontsource-variable/brygada-1918/files/brygada-1918-SUBSET-wght-normal.woff2',
  instrument: '@fontsource-variable/instrument-sans/files/instrument-sans-SUBSET-wght-normal.woff2',
};

/** What browsers see of the sandbox. `form` is what was posted; undefined for GET. */
export function answerPage(sandbox: Sandbox, path: string, form: Form | undefined): PageResponse {
  const [place = '', id = '', step = ''] = path.slice(1).split('/');
  const session = place === 'pay' ? findSession(sandbox, id) : undefined;
  if (session) return answerSession(sandbox, session, step, form);
  const page = findDocument(sandbox, place, id);
  if (page) return { status: 200, page };
  const font = place === 'fonts' ? readFont(id) : undefined;
  if (font) return { font };
  if (path === '/') return form ? answerDashboard(sandbox, form) : show(renderDashboard(sandbox));
  return { status: 404, page: renderNotFound(sandbox.links) };
}

function answerSession(
  sandbox: Sandbox,
  session: Session,
  step: string,
  form: Form | undefined,
): PageResponse {
  const { links } = sandbox;
  const here = { location: `${links}/pay/${session.id}` };
  if (session.status !== 'open') {
    // Pressed twice, or in two tabs: the first time counted.
    const paid = form && session.status === 'complete';
    return paid ? { location: successUrl(session) } : show(renderCheckout(sandbox, session));
  }
  if (!form) {
    const asked = sandbox.state.find('intent', String(session.payment_intent))?.status === 'requires_action';
    return show(
      step === 'confirm' && asked ? renderConfirm(sandbox, session) : renderCheckout(sandbox, session),
    );
  }
  if (step === 'promotion') {
    try {
      applyPromotion(sandbox, session.id, form.code ?? '');
      return here;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return show(renderCheckout(sandbox, session, { promotion: error.message, typed: form }));
    }
  }
  if (step === 'confirm') {
    const asked = sandbox.state.find('intent', String(session.payment_intent))?.status === 'requires_action';
    if (!asked) return here;
    const confirmed = confirmPayment(sandbox, session.id, form.answer === 'yes');
    return confirmed.step === 'done' ? { location: successUrl(confirmed.session) } : here;
  }
  const outcome = OUTCOMES.find((one) => one === form.outcome);
  if (!outcome) return here;
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(form.email ?? '')) {
    const email = 'Write an e-mail address, such as buyer@rolecall.example.';
    return show(renderCheckout(sandbox, session, { email, typed: form }));
  }
  const payer = {
    email: form.email ?? '',
    name: form.name ?? '',
    ...(form.country && { country: form.country.toUpperCase() }),
    ...(form.taxId && { taxId: form.taxId }),
  };
  const done = paySession(sandbox, session.id, payer, outcome);
  if (done.step === 'done') return { location: successUrl(done.session) };
  return done.step === 'confirm' ? { location: `${here.location}/confirm` } : here;
}

function findDocument(sandbox: Sandbox, place: string, id: string): string | undefined {
  const { links, state } = sandbox;
  const invoice = place === 'invoice' ? state.find('invoice', id) : undefined;
  if (invoice) return renderInvoice(links, invoice);
  const charge = place === 'receipt' ? state.find('charge', id) : undefined;
  return charge && renderReceipt(links, charge);
}

function answerDashboard(sandbox: Sandbox, form: Form): PageResponse {
  try {
    performDeed(sandbox, form);
    return { location: `${sandbox.links}/` };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return show(renderDashboard(sandbox, error.message));
  }
}

function performDeed(sandbox: Sandbox, { deed, id = '', amount = '' }: Form): void {
  switch (deed) {
    case 'expire': {
      const session = findSession(sandbox, id);
      if (!session) throw noSuch('checkout.session', id);
      expireSession(sandbox, session);
      return;
    }
    case 'arrive':
    case 'fail':
      settleSession(sandbox, id, deed === 'fail' ? 'fail' : 'succeed');
      return;
    case 'refund': {
      const charge = requireCharge(sandbox, { charge: id });
      const given = Number(amount.replaceAll(/\s/g, '').replace(',', '.'));
      if (amount && !(given > 0)) throw new Refusal(`This is no amount: ${amount}`);
      const minor = amount ? toMinorUnits(given, charge.currency.toUpperCase()) : undefined;
      refundCharge(sandbox, charge, { amount: minor });
      return;
    }
    case 'dispute':
      openDispute(sandbox, requireCharge(sandbox, { charge: id }));
      return;
    case 'win':
    case 'lose':
      closeDispute(sandbox, requireDispute(sandbox, id), deed === 'win' ? 'won' : 'lost');
      return;
    default:
      throw new Refusal('The sandbox knows no such thing to do.');
  }
}

function readFont(name: string): Buffer<ArrayBuffer> | undefined {
  const [, family = '', subset = ''] = /^([a-z]+)-(latin|latin-ext)\.woff2$/.exec(name) ?? [];
  const file = FAMILIES[family];
  return file === undefined ? undefined : readFileSync(require.resolve(file.replace('SUBSET', subset)));
}

function show(page: string): PageResponse {
  return { status: 200, page };
}
