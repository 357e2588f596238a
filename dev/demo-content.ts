import { connect } from '@/db/client';
import { offer } from '@/db/schema/offers';
import { writeSetting } from '@/domain/settings/settings';
import { seedDemoPeople } from './demo-people';
import { seedDemo } from './demo-seed';

/** Fills a database without offers with the demo's companies and offers; leaves any other alone. */
export async function seedDemoContent(url: string): Promise<void> {
  const { db, close } = connect(url, { max: 1 });
  try {
    const known = await db.select({ id: offer.id }).from(offer).limit(1);
    if (known.length > 0) return;
    console.log('Writing the demo content, once.');
    const now = new Date();
    await seedDemo(db, now);
    await seedDemoPeople(db, now);
    // Under every mail of a list. There is no such street.
    await writeSetting(db, 'postalAddress', 'ul. Wzorcowa 7, 00-000 Warszawa', now);
  } finally {
    await close();
  }
}
