import { drawFigures } from '@/app/og/draw-figures';
import { PICTURE_SIZE } from '@/app/og/picture-size';
import { loadCompany } from '../loaders';

export const alt = 'The company in short: its open offers and what they pay';
export const size = PICTURE_SIZE;
export const contentType = 'image/png';
// Drawn once, and again when its figures change.
export const dynamic = 'force-static';

export function generateStaticParams(): { slug: string }[] {
  return [];
}

export default async function CompanyPicture({
  params,
}: {
  params: Promise<{ slug: string }>;
}): Promise<Response> {
  const loaded = await loadCompany((await params).slug);
  return drawFigures(
    loaded && {
      title: loaded.company.name,
      slug: loaded.company.slug,
      offers: loaded.figures.offers,
      pay: loaded.figures.pay,
    },
  );
}
