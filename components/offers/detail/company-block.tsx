import { formatOffers } from '@/domain/offers/labels';
import type { OfferDetail } from '@/domain/offers/rules';

/** Who is hiring: what they say of themselves, and their other offers. */
export function CompanyBlock({ company }: { company: OfferDetail['company'] }) {
  const host = company.website && hostOf(company.website);
  return (
    <section id="company" className="mt-10 border-t border-ink pt-5">
      <h2>{company.name}</h2>
      {company.about && <p className="mt-2 line-clamp-6 max-w-160 text-ink-2">{company.about}</p>}
      <p className="mt-3 flex flex-wrap gap-x-6 text-sm">
        <a className="py-0.5" href={`/companies/${company.slug}`}>
          {company.liveOffers > 1 ? `All ${formatOffers(company.liveOffers)}` : 'About the company'}
        </a>
        {company.website && host && (
          <a className="py-0.5" href={company.website} rel="nofollow ugc noopener">
            {host}
          </a>
        )}
      </p>
    </section>
  );
}

function hostOf(website: string): string | undefined {
  const url = URL.canParse(website) ? new URL(website) : undefined;
  return url && /^https?:$/.test(url.protocol) ? url.hostname.replace(/^www\./, '') : undefined;
}
