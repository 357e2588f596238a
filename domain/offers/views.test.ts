import { expect, it } from 'vitest';
import { createOffer } from '@/db/factories';
import { offerDay } from '@/db/schema/offers';
import { useTestDatabase } from '@/dev/testing/database';
import { recordApply } from './commands';
import { recordViews } from './views';

const test = useTestDatabase();

it('adds up by offer and day, beside what others add, and leaves out what is not live', async () => {
  const live = (await createOffer(test.db)).id;
  const closed = (await createOffer(test.db, { state: 'filled' })).id;
  const seen = (offerId: number, day: string, views: number) => ({ offerId, day, views });
  await recordApply(test.db, live, new Date('2026-03-02T23:59:59Z'));
  await Promise.all([
    recordViews(test.db, [
      seen(live, '2026-03-02', 3),
      seen(live, '2026-03-03', 1),
      seen(closed, '2026-03-02', 9),
    ]),
    recordViews(test.db, [
      seen(live, '2026-03-03', 4),
      seen(live, '2026-03-02', 2),
      seen(999_999, '2026-03-02', 1),
    ]),
  ]);
  await recordViews(test.db, []);
  const days = await test.db.select().from(offerDay).orderBy(offerDay.day);
  expect(days).toEqual([
    { offerId: live, day: '2026-03-02', views: 5, applies: 1 },
    { offerId: live, day: '2026-03-03', views: 5, applies: 0 },
  ]);
});
