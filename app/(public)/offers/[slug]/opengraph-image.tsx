import { drawPicture } from '@/app/og/draw-picture';
import { drawable } from '@/app/og/drawable';
import { PICTURE_SIZE } from '@/app/og/picture-size';
import { loadSite } from '@/app/site';
import { bestPay, payAmount, payTerms, placesLabel } from '@/domain/offers/labels';
import { offerIdFromSlug, SENIORITY_LABELS, WORKPLACE_LABELS } from '@/domain/offers/rules';
import { loadOfferPage } from './loaders';

export const alt = 'The offer in short: title, company, place and pay';
export const size = PICTURE_SIZE;
export const contentType = 'image/png';
// Drawn once, and again when the offer changes.
export const dynamic = 'force-static';

export function generateStaticParams(): { slug: string }[] {
  return [];
}

export default async function OfferPicture({
  params,
}: {
  params: Promise<{ slug: string }>;
}): Promise<Response> {
  const id = offerIdFromSlug((await params).slug);
  const [page, site] = await Promise.all([id === null ? null : loadOfferPage(id), loadSite()]);
  if (!page) return new Response(null, { status: 404 });
  const { offer } = page;
  const company = drawable(offer.company.name, 36);
  const places = placesLabel(offer);
  const best = bestPay(offer.pay);
  const amount = best && payAmount(best);
  const facts = [offer.seniority && SENIORITY_LABELS[offer.seniority], WORKPLACE_LABELS[offer.workplace]];
  return drawPicture({
    siteName: drawable(site.name, 30) ?? 'Rolecall',
    title: drawable(offer.title, 140) ?? offer.role.title,
    line: [company, places && drawable(places, 40)].filter(Boolean).join('\u00a0 · \u00a0'),
    figure: amount ?? facts.filter(Boolean).join(', '),
    note:
      amount && best
        ? [payTerms(best, offer.partTime), ...facts].filter(Boolean).join(', ')
        : 'Pay not stated',
  });
}
