import { drawPicture } from '@/app/og/draw-picture';
import { drawable } from '@/app/og/drawable';
import { PICTURE_SIZE } from '@/app/og/picture-size';
import { loadSite } from '@/app/site';
import { ALL_LEVELS } from '@/domain/market/rules';
import { formatNumber, formatOffers, formatThousands } from '@/domain/offers/labels';
import { loadRole } from '../loaders';

export const alt = 'The role in short: open offers and what they pay';
export const size = PICTURE_SIZE;
export const contentType = 'image/png';
// Drawn once, and again when its figures change.
export const dynamic = 'force-static';

export function generateStaticParams(): { slug: string }[] {
  return [];
}

export default async function RolePicture({
  params,
}: {
  params: Promise<{ slug: string }>;
}): Promise<Response> {
  const [loaded, site] = await Promise.all([loadRole((await params).slug), loadSite()]);
  if (!loaded) return new Response(null, { status: 404 });
  const { role, profile, pay } = loaded;
  const figure = pay.byRole[role.slug]?.[ALL_LEVELS];
  return drawPicture({
    siteName: drawable(site.name, 30) ?? 'Rolecall',
    title: drawable(role.title, 80) ?? role.slug,
    line: profile.offers > 0 ? `${formatOffers(profile.offers)} open` : 'No offer open at the moment',
    figure: figure && `Median ${formatNumber(Math.round(figure.median / 100) * 100)} EUR a year`,
    note:
      figure &&
      `Half pay ${formatThousands(figure.p25, figure.p75)}; from ${formatNumber(figure.offers)} offers that state it`,
  });
}
