import { drawFigures } from '@/app/og/draw-figures';
import { PICTURE_SIZE } from '@/app/og/picture-size';
import { loadPlace } from '../loaders';

export const alt = 'The place in short: open offers and what they pay';
export const size = PICTURE_SIZE;
export const contentType = 'image/png';
// Drawn once, and again when its figures change.
export const dynamic = 'force-static';

export function generateStaticParams(): { slug: string }[] {
  return [];
}

export default async function PlacePicture({
  params,
}: {
  params: Promise<{ slug: string }>;
}): Promise<Response> {
  const loaded = await loadPlace((await params).slug);
  return drawFigures(
    loaded && {
      title: loaded.place.name,
      slug: loaded.place.slug,
      offers: loaded.figures.offers,
      pay: loaded.figures.pay,
    },
  );
}
