import type { Metadata } from 'next';
import { requireUser } from '@/app/session';
import { ClaimForm } from '@/components/companies/claim-form';
import { NewCompanyForm } from '@/components/companies/new-company-form';
import { Notice } from '@/components/ui/notice';
import { database } from '@/db/pool';
import { listOwnClaims } from '@/domain/companies/claims';
import { type CompanyMatch, findMatch, findMatches, isGrantedAtOnce } from '@/domain/companies/create';
import { companyForm } from '@/domain/companies/forms';
import { formatDate, formatOffers } from '@/domain/offers/labels';
import { claim, proposeCompany } from '../actions';

export const metadata: Metadata = { title: 'Your company' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** To make a company, or to claim one that is known: by ?company=SLUG from its page, or by its name here. */
export default async function NewCompanyPage({ searchParams }: Props) {
  const user = await requireUser('/employer/company/new');
  const params = await searchParams;
  const text = (name: string) => String(params[name] ?? '');
  const db = database();
  const [matches, claims] = await Promise.all([findAsked(text), listOwnClaims(db, user.id)]);
  const waiting = new Set(claims.map(({ slug }) => slug));
  const plain = await Promise.all(matches.map((match) => isGrantedAtOnce(db, user.id, match)));
  return (
    <>
      <h1>Your company</h1>
      <p className="lede mt-3">Offers are posted in a company’s name. Say which one is yours.</p>
      {claims.length > 0 && (
        <Notice kind="warn" role={params.done ? 'status' : undefined} className="mt-6 max-w-160">
          {claims.map(({ id, company, createdAt }) => (
            <p key={id}>
              You claimed <strong>{company}</strong> on {formatDate(createdAt.toISOString())}. It waits to be
              decided; the answer comes by mail.
            </p>
          ))}
        </Notice>
      )}
      {matches.length > 0 && (
        <section id="known" className="mt-8">
          <h2>{matches.length === 1 ? 'Is it this one?' : 'Is it one of these?'}</h2>
          <ul className="mt-3 border-t border-ink">
            {matches.map((match, n) => (
              <li key={match.id} className="border-b border-rule py-4">
                <Match match={match} />
                {waiting.has(match.slug) ? (
                  <p className="mt-2 text-sm text-ink-2">Your claim waits to be decided.</p>
                ) : (
                  <ClaimForm
                    action={claim}
                    company={match.slug}
                    next={text('next')}
                    isPlain={plain[n] ?? false}
                    isOwned={match.isOwned}
                  />
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="mt-8">
        {matches.length > 0 && <h2>None of these?</h2>}
        <NewCompanyForm
          key={`${text('name')} ${text('website')}`}
          action={proposeCompany}
          values={{ name: text('name'), website: text('website') }}
          next={text('next')}
          hasMatches={matches.length > 0 && text('name') !== ''}
        />
      </section>
    </>
  );
}

async function findAsked(text: (name: string) => string): Promise<CompanyMatch[]> {
  if (text('company')) {
    const match = await findMatch(database(), text('company'));
    return match ? [match] : [];
  }
  const parsed = companyForm.safeParse({ name: text('name'), website: text('website') });
  return parsed.success ? findMatches(database(), parsed.data) : [];
}

function Match({ match: { slug, name, website, domain, isOwned, liveOffers } }: { match: CompanyMatch }) {
  const known = [
    domain ?? (website && URL.parse(website)?.hostname),
    liveOffers > 0 && formatOffers(liveOffers),
    isOwned && 'has an owner',
  ].filter(Boolean);
  return (
    <p>
      <a href={`/companies/${slug}`} className="text-md font-semibold">
        {name}
      </a>
      {known.length > 0 && <span className="block text-sm text-ink-3">{known.join(' · ')}</span>}
    </p>
  );
}
