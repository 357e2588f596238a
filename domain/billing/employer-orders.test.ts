import { beforeAll, expect, it } from 'vitest';
import { createCompany, createOffer, createOrder } from '@/db/factories';
import { useTestDatabase } from '@/dev/testing/database';
import type { CompanyId } from '@/domain/companies/input';
import {
  countOrders,
  findOfferToBuyFor,
  findOrderTerms,
  listOrdersFor,
  listPendingPacks,
  listRenewable,
} from './employer-orders';

const test = useTestDatabase();
let ours: CompanyId;
let others: CompanyId;

beforeAll(async () => {
  ours = (await createCompany(test.db)).id as CompanyId;
  others = (await createCompany(test.db)).id as CompanyId;
});

it('tells a company of its own orders only', async () => {
  const { id: offerId } = await createOffer(test.db, { companyId: ours, state: 'draft' });
  const first = await createOrder(test.db, { companyId: ours, offerId, state: 'failed' });
  const second = await createOrder(test.db, { companyId: ours, offerId });
  await createOrder(test.db, { companyId: others });

  expect((await listOrdersFor(test.db, ours, offerId)).map(({ id }) => id)).toEqual([second.id, first.id]);
  expect(await listOrdersFor(test.db, others, offerId)).toEqual([]);
  expect(await countOrders(test.db, ours)).toBe(2);
  expect(await findOrderTerms(test.db, ours, second.id)).toMatchObject({
    sessionId: second.sessionId,
    planCode: 'basic',
  });
  expect(await findOrderTerms(test.db, others, second.id)).toBeNull();
  expect(await findOfferToBuyFor(test.db, ours, offerId, new Date())).toMatchObject({
    id: offerId,
    state: 'draft',
  });
  expect(await findOfferToBuyFor(test.db, others, offerId, new Date())).toBeNull();
});

it('lists the packs whose payment is awaited', async () => {
  const pack = { companyId: ours, purpose: 'pack', planKind: 'pack', credits: 5, creditDays: 365 } as const;
  const open = await createOrder(test.db, pack);
  const arriving = await createOrder(test.db, { ...pack, state: 'processing' });
  await createOrder(test.db, { ...pack, state: 'expired' });
  expect((await listPendingPacks(test.db, ours)).map(({ id }) => id)).toEqual([arriving.id, open.id]);
  expect(await listPendingPacks(test.db, others)).toEqual([]);
});

it('lists what ran out and may come back, the last first; never what an import brought', async () => {
  const closedAt = (day: number) => ({
    closedAt: new Date(Date.UTC(2026, 10, day)),
    state: 'expired' as const,
  });
  const [earlier, later] = [
    await createOffer(test.db, { companyId: others, ...closedAt(1) }),
    await createOffer(test.db, { companyId: others, ...closedAt(2) }),
  ];
  await createOffer(test.db, { companyId: others, ...closedAt(3), source: 'greenhouse' });
  await createOffer(test.db, { companyId: others, state: 'filled' });
  const renewable = await listRenewable(test.db, others, 10, new Date());
  expect(renewable.map(({ id }) => id)).toEqual([later.id, earlier.id]);
  expect(await listRenewable(test.db, others, 1, new Date())).toHaveLength(1);
});
