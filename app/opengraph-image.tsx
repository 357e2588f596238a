import { drawPicture } from '@/app/og/draw-picture';
import { drawable } from '@/app/og/drawable';
import { PICTURE_SIZE } from '@/app/og/picture-size';
import { loadSite } from '@/app/site';

export const alt = 'The register of open IT roles';
export const size = PICTURE_SIZE;
export const contentType = 'image/png';

/** The picture of every page that has none of its own. */
export default async function SitePicture(): Promise<Response> {
  const { name } = await loadSite();
  return drawPicture({
    siteName: drawable(name, 30) ?? 'Rolecall',
    title: 'The register of open IT roles',
    line: 'Every employer is asked each fortnight whether the role is still open.',
  });
}
