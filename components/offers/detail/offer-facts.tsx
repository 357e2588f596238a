import type { ReactNode } from 'react';
import { formatDate, formatNumber, placesLabel } from '@/domain/offers/labels';
import { CONTRACT_LABELS, type OfferDetail, SENIORITY_LABELS, WORKPLACE_LABELS } from '@/domain/offers/rules';

/** Facts at a glance, in the margin. Only what is known is listed. */
export function OfferFacts({ offer }: { offer: OfferDetail }) {
  const contracts = offer.pay.map((pay) => CONTRACT_LABELS[pay.contract]);
  const places = placesLabel(offer);
  const rows: [string, ReactNode][] = [
    ['Role', <RoleLink key="role" role={offer.role} />],
    ['Level', offer.seniority ? SENIORITY_LABELS[offer.seniority] : 'Not stated'],
    [
      'Workplace',
      WORKPLACE_LABELS[offer.workplace] + (offer.workplaceNote ? `, ${offer.workplaceNote}` : ''),
    ],
  ];
  if (places) rows.push(['Where', <Where key="where" offer={offer} label={capitalise(places)} />]);
  if (contracts.length > 0)
    rows.push([contracts.length === 1 ? 'Contract' : 'Contracts', contracts.join(', ')]);
  if (offer.partTime) rows.push(['Hours', 'Part time']);
  if (offer.publishedAt) rows.push(['Posted', <Day key="posted" at={offer.publishedAt} />]);
  if (offer.expiresAt) rows.push(['Closes', <Day key="closes" at={offer.expiresAt} />]);
  return (
    <>
      <dl className="facts max-lg:grid max-lg:grid-cols-2 max-lg:gap-x-4 max-lg:border-t max-lg:border-ink max-lg:[&>div:first-child]:border-t-0">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="num mt-3 text-xs text-ink-3">Offer no. {formatNumber(offer.id)}</p>
    </>
  );
}

/** A label that only counts the places opens to name them. */
function Where({ offer, label }: { offer: OfferDetail; label: string }) {
  const use = offer.workplace === 'remote' ? 'applicant' : 'workplace';
  const names = offer.places.filter((place) => place.use === use).map((place) => place.name);
  if (names.every((name) => label.includes(name))) return label;
  return (
    <details>
      <summary className="underline decoration-accent underline-offset-[0.22em]">{label}</summary>
      <p className="mt-1 text-xs text-ink-2">{names.sort((a, b) => a.localeCompare(b, 'en')).join(', ')}</p>
    </details>
  );
}

/** Offers outside IT have no page of their role. */
function RoleLink({ role }: { role: OfferDetail['role'] }) {
  return role.slug === 'other' ? role.title : <a href={`/roles/${role.slug}`}>{role.title}</a>;
}

function Day({ at }: { at: string }) {
  return <time dateTime={at.slice(0, 10)}>{formatDate(at)}</time>;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
