import { sql } from 'drizzle-orm';
import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { createCompany } from '@/db/factories';
import { companyLogo } from '@/db/schema/companies';
import { cacheInvalidation } from '@/db/schema/portal';
import { useTestDatabase } from '@/dev/testing/database';
import type { CompanyId } from './input';
import { findLogo, removeLogo, saveLogo } from './logo';

const test = useTestDatabase();
const by = { now: new Date('2026-03-01T12:00:00Z'), actor: 'user:anna' };

let ours: CompanyId;

beforeEach(async () => {
  await test.db.execute(sql`truncate company, cache_invalidation cascade`);
  ours = (await createCompany(test.db)).id as CompanyId;
});

const canvas = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c4261d' } });
const stored = async () => (await test.db.select().from(companyLogo))[0];

describe('saveLogo', () => {
  it.each(['png', 'jpeg', 'webp'] as const)('makes a small WebP without metadata of a %s', async (format) => {
    const picture = canvas(1_200, 600).withExif({
      IFD0: { Copyright: 'somebody', ImageDescription: 'home' },
    });
    await saveLogo(test.db, ours, await picture.toFormat(format).toBuffer(), by);
    const logo = await stored();
    const meta = await sharp(logo?.webp).metadata();
    expect(meta).toMatchObject({ format: 'webp', width: 512, height: 256 });
    expect(meta.exif).toBeUndefined();
    expect(await findLogo(test.db, ours, logo?.hash ?? '')).toEqual(logo?.webp);
    const tags = await test.db.select({ tag: cacheInvalidation.tag }).from(cacheInvalidation);
    expect(tags).toEqual([{ tag: `company:${ours}` }]);
  });

  it('turns a photograph the way it was held, and does not blow up a small one', async () => {
    await saveLogo(
      test.db,
      ours,
      await canvas(90, 30).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
      by,
    );
    expect(await sharp((await stored())?.webp).metadata()).toMatchObject({ width: 30, height: 90 });
  });

  it('takes the place of the one before, whose address is gone', async () => {
    await saveLogo(test.db, ours, await canvas(40, 40).png().toBuffer(), by);
    const first = (await stored())?.hash ?? '';
    await saveLogo(test.db, ours, await canvas(40, 80).png().toBuffer(), by);
    expect(await findLogo(test.db, ours, first)).toBeNull();
    expect(await test.db.$count(companyLogo)).toBe(1);
    expect(await removeLogo(test.db, ours, by)).toBe(true);
    expect(await removeLogo(test.db, ours, by)).toBe(false);
    expect(await stored()).toBeUndefined();
  });

  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  it.each<[string, () => Promise<Buffer>, string]>([
    ['an SVG', async () => Buffer.from(svg), 'picture_kind'],
    ['an SVG that calls itself a PNG', async () => Buffer.from(`PNG${svg}`), 'picture_kind'],
    ['a GIF', () => canvas(9, 9).gif().toBuffer(), 'picture_kind'],
    ['nothing', async () => Buffer.alloc(0), 'picture_kind'],
    ['a cut PNG', async () => (await canvas(200, 200).png().toBuffer()).subarray(0, 60), 'picture_broken'],
    ['a PNG head on a page', async () => Buffer.from(`\x89PNG\r\n\x1a\n${svg}`, 'latin1'), 'picture_broken'],
    ['a bomb of 36 megapixels', () => canvas(6_000, 6_000).png().toBuffer(), 'picture_size'],
    ['two megabytes and a byte', async () => Buffer.alloc(2_000_001), 'picture_bytes'],
  ])('refuses %s', async (_, make, code) => {
    await expect(saveLogo(test.db, ours, await make(), by)).rejects.toMatchObject({ code });
    expect(await stored()).toBeUndefined();
  });
});
