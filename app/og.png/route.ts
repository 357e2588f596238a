import { drawPicture } from '@/app/og/draw-picture';
import { drawable } from '@/app/og/drawable';
import { loadSite } from '@/app/site';

export const dynamic = 'force-static';

/** The picture of every page that has none of its own. */
export async function GET(): Promise<Response> {
  const { name } = await loadSite();
  return drawPicture({
    siteName: drawable(name, 30) ?? 'Rolecall',
    title: 'The register of open IT roles',
    line: 'Every employer is asked each fortnight whether the role is still open.',
  });
}
