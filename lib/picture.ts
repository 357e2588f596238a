import sharp from 'sharp';
import { DomainError } from './errors';

const MAX_PIXELS = 25_000_000;
const SIDE = 512;
const SECONDS = 10;

/**
 * A picture made small and plain: WebP of at most 512 pixels a side, without metadata, turned as its camera said,
 * of an animation the first frame. Throws DomainError `picture_kind` for anything but PNG, JPEG and WebP by their
 * first bytes, `picture_size` beyond 25 megapixels, `picture_broken` where it cannot be decoded.
 */
export async function shrinkPicture(bytes: Uint8Array): Promise<Buffer> {
  if (!isPicture(bytes)) throw new DomainError('picture_kind');
  const picture = sharp(bytes, { limitInputPixels: false, failOn: 'error' });
  const { width, height } = await picture.metadata().catch(refuse);
  if (width * height > MAX_PIXELS) throw new DomainError('picture_size');
  return picture
    .autoOrient()
    .resize(SIDE, SIDE, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 90, smartSubsample: true })
    .timeout({ seconds: SECONDS })
    .toBuffer()
    .catch(refuse);
}

function refuse(cause: unknown): never {
  throw Object.assign(new DomainError('picture_broken'), { cause });
}

/** By the signatures of PNG (RFC 2083), JPEG (ISO 10918) and WebP (RFC 9649); what a file is called says nothing. */
function isPicture(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  return (
    head.startsWith('\x89PNG\r\n\x1a\n') ||
    head.startsWith('\xff\xd8\xff') ||
    (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP')
  );
}
