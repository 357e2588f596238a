import { describe, expect, it } from 'vitest';
import { useTestDatabase } from '@/dev/testing/database';
import {
  DISPUTED,
  LOST,
  later,
  monday,
  PAID,
  REFUND_FAILED,
  REFUNDED,
  TOTAL,
  useOrders,
} from '@/dev/testing/orders';
import { readMoney } from './money';
import { readAmount, readRefund, readTerms, typedAmount } from './money-input';

const test = useTestDatabase();
const { anOffer, anOrder, hear } = useOrders(test);

const sold = async (fields = {}) => anOrder('publication', (await anOffer('awaiting_payment')).id, fields);

describe('money by month', () => {
  it('is nothing on a portal that has sold nothing', async () => {
    await sold();
    expect(await readMoney(test.db, later(0))).toEqual([]);
  });

  it('has every payment, every refund of a part and every lost dispute in the month it was heard of', async () => {
    const [march, again, disputed] = [await sold(), await sold(), await sold()];
    for (const order of [march, again, disputed]) await hear(order, PAID, 0);
    await hear(march, { amountRefunded: 5_000 }, 1);
    await hear(march, { amountRefunded: 7_000 }, 31);
    await hear(march, { amountRefunded: 7_000 }, 62);
    await hear(again, { amountRefunded: TOTAL }, 32);
    await hear(disputed, DISPUTED, 40);
    await hear(disputed, LOST, 70);
    await hear(await sold(), PAID, 62);
    await hear(await sold({ currency: 'PLN' }), PAID, 62);

    const [euro, zloty, ...others] = await readMoney(test.db, later(80));
    expect(others).toEqual([]);
    expect(euro?.currency).toBe('EUR');
    expect(euro?.months).toHaveLength(12);
    expect(euro?.months.at(0)).toMatchObject({ month: '2025-06', paid: 0 });
    expect(euro?.months.slice(-3)).toEqual([
      { month: '2026-03', paid: 3 * TOTAL, refunded: 5_000, lost: 0, orders: 3 },
      { month: '2026-04', paid: 0, refunded: 2_000 + TOTAL, lost: 0, orders: 0 },
      { month: '2026-05', paid: TOTAL, refunded: 0, lost: TOTAL, orders: 1 },
    ]);
    expect(zloty).toMatchObject({ currency: 'PLN' });
    expect(zloty?.months.at(-1)).toMatchObject({ paid: TOTAL, orders: 1 });
  });

  it('counts a refund that did not arrive against those of the month in which it came back', async () => {
    const order = await sold();
    await hear(order, PAID, 0);
    await hear(order, REFUNDED, 1);
    await hear(order, REFUND_FAILED, 31);
    const [euro] = await readMoney(test.db, later(31));
    expect(euro?.months.slice(-2).map(({ refunded }) => refunded)).toEqual([TOTAL, -TOTAL]);
  });

  it('leaves out what a credit paid for', async () => {
    await sold({ state: 'paid', amountTotal: 0, outcome: 'published', fulfilledAt: monday });
    expect(await readMoney(test.db, later(1))).toEqual([]);
  });
});

describe('an amount', () => {
  it.each([
    ['149', 'EUR', 14_900],
    [' 1 490,50 ', 'PLN', 149_050],
    ['0.1', 'EUR', 10],
    ['149', 'JPY', 149],
    ['1.234', 'KWD', 1_234],
  ])('%s %s is read as %i minor units', (text, currency, minor) => {
    expect(readAmount(text, currency)).toBe(minor);
    expect(readAmount(typedAmount(minor, currency), currency)).toBe(minor);
  });

  it.each([
    ['', 'EUR'],
    ['-1', 'EUR'],
    ['1e3', 'EUR'],
    ['1.234', 'EUR'],
    ['149.00', 'JPY'],
    ['twelve', 'EUR'],
    ['9999999999', 'EUR'],
  ])('%s %s is none', (text, currency) => {
    expect(readAmount(text, currency)).toBeNull();
  });
});

describe('a refund as it is typed', () => {
  const order = { left: 10_000, currency: 'EUR' };
  const reason = 'Sold twice by mistake.';

  it('is of all that is left, or of a part', () => {
    expect(readRefund({ how: 'full', amount: 'x', reason }, order)).toEqual({ amount: null, reason });
    expect(readRefund({ how: 'part', amount: '100', reason }, order)).toEqual({ amount: 10_000, reason });
  });

  it.each([
    [{ how: 'part', amount: '100.01', reason }, 'amount'],
    [{ how: 'part', amount: '0', reason }, 'amount'],
    [{ how: 'part', amount: '', reason }, 'amount'],
    [{ how: 'full', reason: ' ' }, 'reason'],
    [{ how: 'twice', reason }, 'how'],
    [{}, 'reason'],
  ])('%o is faulty', (typed, field) => {
    const read = readRefund(typed as Record<string, string>, order);
    expect('faults' in read && Object.keys(read.faults)).toContain(field);
  });
});

describe('terms as they are typed', () => {
  const basic = {
    code: 'basic',
    kind: 'basic',
    name: 'Basic',
    price: 14_900,
    currency: 'EUR',
    days: 30,
    credits: 0,
    creditDays: null,
    active: true,
  } as const;
  const typed = { name: ' Basic ', price: '99,50', currency: 'eur', days: '45', active: 'on' };

  it('are read in the currency that is typed with them', () => {
    const terms = { name: 'Basic', price: 9_950, currency: 'EUR', days: 45, active: true };
    expect(readTerms(typed, basic)).toEqual(terms);
    const { active: _, ...off } = typed;
    expect(readTerms(off, basic)).toEqual({ ...terms, active: false });
  });

  it('are only those that the plan has', () => {
    expect(readTerms({ ...typed, days: '' }, { ...basic, kind: 'upgrade', days: 0 })).not.toHaveProperty(
      'days',
    );
    const pack = { ...basic, kind: 'pack', credits: 5, creditDays: 365 } as const;
    expect(readTerms({ ...typed, creditDays: '90' }, pack)).toMatchObject({ days: 45, creditDays: 90 });
  });

  it.each([
    ['price', '-1'],
    ['price', '1000000'],
    ['currency', 'ISK'],
    ['currency', 'ZZZ'],
    ['currency', 'euro'],
    ['days', '0'],
    ['days', '3651'],
    ['days', 'x'],
    ['name', ' '],
    ['name', 'x'.repeat(61)],
  ])('are refused where %s is %s', (field, value) => {
    const read = readTerms({ ...typed, [field]: value }, basic);
    expect('faults' in read && Object.keys(read.faults)).toContain(field);
  });
});
