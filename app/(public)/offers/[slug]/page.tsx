import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { loadSite } from '@/app/site';
import { Band } from '@/components/layout/band';
import { SignupFold } from '@/components/newsletter/signup-fold';
import { ClosedOffer } from '@/components/offers/detail/closed-offer';
import { OpenOffer } from '@/components/offers/detail/open-offer';
import { ViewBeacon } from '@/components/offers/detail/view-beacon';
import { OfferRows } from '@/components/offers/offer-rows';
import { JsonLd } from '@/components/seo/json-ld';
import { toBreadcrumbs } from '@/components/seo/structured-data';
import { toJobPosting } from '@/domain/offers/job-posting';
import { bestPay, payAmount, payTerms, placesLabel } from '@/domain/offers/labels';
import { type OfferDetail, offerIdFromSlug, SENIORITY_LABELS, WORKPLACE_LABELS } from '@/domain/offers/rules';
import { signupGuard } from '../../newsletter/signup-guard';
import { loadPayFigures } from '../loaders';
import { loadOfferPage, type OfferPageData } from './loaders';

type Props = { params: Promise<{ slug: string }> };

export const dynamic = 'error';

/** Pages are made when they are first asked for. */
export function generateStaticParams(): { slug: string }[] {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [page, site] = await Promise.all([findPage(params), loadSite()]);
  const { offer } = page;
  const title = `${offer.title} at ${offer.company.name}`;
  if (page.visibility === 'closed') {
    return {
      title: `${offer.state === 'paused' ? 'Paused' : 'Closed'}: ${title}`,
      robots: { index: false, follow: true },
    };
  }
  const path = `/offers/${offer.slug}`;
  const description = summarise(offer);
  return {
    title,
    description,
    alternates: { canonical: path },
    openGraph: { type: 'article', siteName: site.name, title, description, url: path },
    twitter: { card: 'summary_large_image' },
  };
}

export default async function OfferPage({ params }: Props) {
  const [{ offer, visibility, closedOfferDays, rollCall, similar, alert, rates, today }, pay, site] =
    await Promise.all([findPage(params), loadPayFigures(), loadSite()]);
  const open = visibility === 'open';
  const posting = open ? toJobPosting(offer, site) : null;
  const path = `/offers/${offer.slug}`;
  return (
    <>
      {open ? (
        <OpenOffer
          offer={offer}
          pay={pay}
          rates={rates}
          rollCall={rollCall}
          url={`${site.url}${path}`}
          today={today}
        />
      ) : (
        <ClosedOffer
          offer={offer}
          closedOfferDays={closedOfferDays}
          today={today}
          signup={
            alert && (
              <SignupFold
                id="alert"
                label="E-mail me offers like it"
                title="Offers like it, by mail"
                topic={alert}
                siteName={site.name}
                guard={signupGuard()}
                from={path}
              />
            )
          }
        />
      )}
      {similar.length > 0 && (
        <Band
          title={open ? 'Similar offers' : 'Still open'}
          note="The same role, with skills in common, near the same level."
        >
          <OfferRows rows={similar} pay={pay} today={today} />
        </Band>
      )}
      {open && <ViewBeacon offerId={offer.id} />}
      {posting && <JsonLd data={posting} />}
      {open && (
        <JsonLd
          data={toBreadcrumbs(site, [
            { name: site.name, path: '/' },
            { name: 'Offers', path: '/offers' },
            { name: offer.title, path },
          ])}
        />
      )}
    </>
  );
}

/** The offer whose id ends the slug; 404 if there is none to show, a redirect if its words have changed. */
async function findPage(params: Props['params']): Promise<OfferPageData> {
  const { slug } = await params;
  const id = offerIdFromSlug(slug);
  const page = id === null ? null : await loadOfferPage(id);
  if (!page) notFound();
  if (page.offer.slug !== slug) permanentRedirect(`/offers/${page.offer.slug}`);
  return page;
}

/** The facts in one line, for search engines and previews. */
function summarise(offer: OfferDetail): string {
  const best = bestPay(offer.pay);
  const amount = best && payAmount(best);
  const facts = [
    [WORKPLACE_LABELS[offer.workplace], placesLabel(offer)].filter(Boolean).join(', '),
    offer.seniority && SENIORITY_LABELS[offer.seniority],
    best && amount ? `${amount} (${payTerms(best, offer.partTime)})` : undefined,
    offer.skills
      .slice(0, 8)
      .map((skill) => skill.name)
      .join(', '),
  ].filter(Boolean);
  return `${facts.join('. ')}.`;
}
