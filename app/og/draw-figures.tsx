import { loadSite } from '@/app/site';
import { formatMedian } from '@/components/market/labels';
import { formatNumber, formatOffers, formatThousands } from '@/domain/offers/labels';
import { drawPicture } from './draw-picture';
import { drawable } from './drawable';

type Subject = {
  title: string;
  /** Drawn where the title has letters that cannot be. */
  slug: string;
  offers: number;
  /** What they pay, in whole EUR a year; null where too few state it. */
  pay: { offers: number; p25: number; median: number; p75: number } | null;
};

/** A role, skill, place or company with its headline figures; 404 for none. */
export async function drawFigures(subject: Subject | null): Promise<Response> {
  if (!subject) return new Response(null, { status: 404 });
  const { title, slug, offers, pay } = subject;
  const site = await loadSite();
  return drawPicture({
    siteName: drawable(site.name, 30) ?? 'Rolecall',
    title: drawable(title, 80) ?? slug,
    line: offers > 0 ? `${formatOffers(offers)} open` : 'No offer open at the moment',
    figure: pay ? `Median ${formatMedian(pay.median)} EUR a year` : undefined,
    note: pay
      ? `Half pay ${formatThousands(pay.p25, pay.p75)}; from ${formatNumber(pay.offers)} offers that state it`
      : undefined,
  });
}
