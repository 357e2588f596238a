import { drawFigures } from '@/app/og/draw-figures';
import { PICTURE_SIZE } from '@/app/og/picture-size';
import { loadSkill } from '../loaders';

export const alt = 'The skill in short: the offers that ask for it and what they pay';
export const size = PICTURE_SIZE;
export const contentType = 'image/png';
// Drawn once, and again when its figures change.
export const dynamic = 'force-static';

export function generateStaticParams(): { slug: string }[] {
  return [];
}

export default async function SkillPicture({
  params,
}: {
  params: Promise<{ slug: string }>;
}): Promise<Response> {
  const loaded = await loadSkill((await params).slug);
  return drawFigures(
    loaded && {
      title: loaded.skill.name,
      slug: loaded.skill.slug,
      offers: loaded.figures.offers,
      pay: loaded.figures.pay,
    },
  );
}
