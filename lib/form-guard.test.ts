import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeSeal, readSender, SEAL_FIELD, TRAP_FIELD } from './form-guard';
import { sign } from './secret';

const secret = 'a secret of the tests';
const now = new Date('2026-11-21T12:00:00Z');
const ago = (ms: number) => new Date(now.getTime() - ms);

function read(fields: Record<string, string | File>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return readSender(form, secret, now);
}

describe('readSender', () => {
  it('knows a person by the time that they take, however long', () => {
    for (const ms of [3_000, 60_000, 90 * 86_400_000]) {
      const seal = makeSeal(secret, ago(ms));
      expect(read({ [SEAL_FIELD]: seal, [TRAP_FIELD]: '' })).toEqual({ kind: 'person', seal });
    }
  });

  it('knows a bot by the trap, whatever else it did right', () => {
    const seal = makeSeal(secret, ago(60_000));
    expect(read({ [SEAL_FIELD]: seal, [TRAP_FIELD]: 'https://spam.example' })).toEqual({ kind: 'bot' });
  });

  it('lets who was too quick send the same form again', () => {
    const seal = makeSeal(secret, ago(2_999));
    expect(read({ [SEAL_FIELD]: seal })).toEqual({ kind: 'hasty', seal });
    const early = makeSeal(secret, new Date(now.getTime() + 60_000));
    expect(read({ [SEAL_FIELD]: early })).toEqual({ kind: 'hasty', seal: early });
  });

  it('takes no form without a seal', () => {
    expect(read({})).toEqual({ kind: 'hasty', seal: null });
    for (const seal of ['', new File(['x'], 'x')]) {
      expect(read({ [SEAL_FIELD]: seal })).toEqual({ kind: 'hasty', seal: null });
    }
  });

  it('takes no seal that is made up, altered, of another secret or of another purpose', () => {
    const seal = makeSeal(secret, ago(60_000));
    const [random = '', , signature = ''] = seal.split('.');
    const forged = [
      'x',
      '..',
      `${random}.${now.getTime() - 90_000}.${signature}`,
      makeSeal('another secret', ago(60_000)),
      `a.1.${sign('a.1', secret)}`,
    ];
    for (const one of forged) expect(read({ [SEAL_FIELD]: one })).toEqual({ kind: 'hasty', seal: null });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(seal.length), (text, at) => {
        const altered = seal.slice(0, at) + text + seal.slice(at);
        fc.pre(altered !== seal);
        expect(read({ [SEAL_FIELD]: altered }).kind).toBe('hasty');
      }),
    );
  });

  it('makes every seal another one', () => {
    expect(makeSeal(secret, now)).not.toBe(makeSeal(secret, now));
  });
});
