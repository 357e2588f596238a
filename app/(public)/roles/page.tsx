import type { Metadata } from 'next';
import { loadSite } from '@/app/site';
import { Band } from '@/components/layout/band';
import { ROLE_GROUPS } from '@/components/roles/role-groups';
import { RoleTable } from '@/components/roles/role-table';
import { JsonLd } from '@/components/seo/json-ld';
import { toBreadcrumbs } from '@/components/seo/structured-data';
import { MIN_OFFERS_PER_FIGURE } from '@/domain/market/rules';
import { formatNumber, formatOffers } from '@/domain/offers/labels';
import { loadRoleIndex } from './loaders';

export const dynamic = 'error';

export async function generateMetadata(): Promise<Metadata> {
  const { roles } = await loadRoleIndex();
  const offers = roles.reduce((sum, role) => sum + role.offers, 0);
  return {
    title: 'IT roles and what they pay',
    description: `${formatNumber(roles.length)} IT roles with ${formatOffers(offers)} open, and the median pay of each, counted from the offers themselves.`,
    alternates: { canonical: '/roles' },
  };
}

export default async function RolesPage() {
  const [{ roles, pay }, site] = await Promise.all([loadRoleIndex(), loadSite()]);
  const offers = roles.reduce((sum, role) => sum + role.offers, 0);
  return (
    <>
      <JsonLd data={toBreadcrumbs(site, [{ name: 'Roles', path: '/roles' }])} />
      <Band>
        <h1 className="md:text-4xl md:leading-[1.03]">Roles</h1>
        <p className="lede mt-4">
          {formatNumber(roles.length)} occupations, {offers > 0 ? formatOffers(offers) : 'no open offer'}{' '}
          between them. Pay is counted from open offers that state it, and shown from {MIN_OFFERS_PER_FIGURE}{' '}
          offers on.
          <span className="max-md:hidden"> Thick bar: the middle half. Red: the median.</span>
        </p>
      </Band>
      {ROLE_GROUPS.map(({ group, title }) => {
        const members = roles.filter((role) => role.group === group);
        return (
          members.length > 0 && (
            <Band key={group} title={title}>
              <RoleTable roles={members} pay={pay} caption={`Roles in ${title.toLowerCase()}`} />
            </Band>
          )
        );
      })}
    </>
  );
}
