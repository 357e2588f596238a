import { afterEach, describe, expect, test } from 'vitest';
import { KEY, refusalOf, sessionParameters, useSandbox } from './testing';

const trial = useSandbox();
afterEach(() => trial.sandbox.setFaults({}));

const create = (idempotencyKey: string, changes = {}) =>
  trial.stripe.checkout.sessions.create(sessionParameters(changes), { idempotencyKey });
const sessions = () => trial.sandbox.ledger().sessions.length;

describe('idempotency keys', () => {
  test('the same request again gets the same answer, and does nothing', async () => {
    const first = await create('order-1-1');
    const before = sessions();
    const again = await create('order-1-1');
    expect(again).toEqual(first);
    expect(again.lastResponse.headers['idempotent-replayed']).toBe('true');
    expect(again.lastResponse.headers['original-request']).toBe(first.lastResponse.requestId);
    expect(sessions()).toBe(before);
  });

  test('another request under the same key is refused', async () => {
    await create('order-2-1');
    const error = await refusalOf(create('order-2-1', { client_reference_id: 'order-3' }));
    expect(error).toMatchObject({ type: 'StripeIdempotencyError', statusCode: 400 });
    const elsewhere = trial.stripe.customers.create({}, { idempotencyKey: 'order-2-1' });
    expect(await refusalOf(elsewhere)).toMatchObject({ type: 'StripeIdempotencyError' });
  });

  test('at the same time, one is done and the others are told to wait', async () => {
    trial.sandbox.setFaults({ apiDelay: [100, 100] });
    const body = new URLSearchParams({ email: 'a@b.example' });
    const headers = { authorization: `Bearer ${KEY}`, 'idempotency-key': 'busy' };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        fetch(`${trial.sandbox.url}/v1/customers`, { method: 'POST', headers, body }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
    const [refused] = answers.filter(({ status }) => status === 409);
    expect(await refused?.json()).toMatchObject({ error: { code: 'idempotency_key_in_use' } });
  });

  test('the SDK waits for the other, and all get the same session', async () => {
    trial.sandbox.setFaults({ apiDelay: [50, 50] });
    const before = sessions();
    const made = await Promise.all([create('race'), create('race'), create('race')]);
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(sessions()).toBe(before + 1);
  });

  test('an answer that was lost on the way is had by asking again', async () => {
    // With this seed the first answer is lost, and the second arrives.
    trial.sandbox.setFaults({ apiCut: 0.5, seed: 8 });
    const before = sessions();
    const session = await create('cut');
    expect(session.lastResponse.headers['idempotent-replayed']).toBe('true');
    expect(sessions()).toBe(before + 1);
  });

  test('a request that could not be read is not remembered', async () => {
    const faulty = create('mended', { success_url: 'nowhere' });
    expect(await refusalOf(faulty)).toMatchObject({ code: 'url_invalid' });
    expect((await create('mended')).status).toBe('open');
  });

  test('a refusal of the deed is remembered', async () => {
    const expire = () => trial.stripe.checkout.sessions.expire(id, {}, { idempotencyKey: 'late' });
    const { id } = await trial.buy();
    const [first, again] = [await refusalOf(expire()), await refusalOf(expire())];
    expect(again.message).toBe(first.message);
    expect(again.headers?.['idempotent-replayed']).toBe('true');
  });
});
