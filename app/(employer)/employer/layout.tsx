import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { currentCompany, currentMemberships, currentUser } from '@/app/session';
import { CompanySwitch } from '@/components/companies/company-switch';
import type { SideLink } from '@/components/layout/side-nav';
import { Workspace } from '@/components/layout/workspace';
import { chooseCompany } from './company/actions';

export const metadata: Metadata = { robots: { index: false } };

/** The pages of an employer. Each of them asks for itself who is there. */
export default async function EmployerLayout({ children }: { children: ReactNode }) {
  const user = await currentUser();
  if (!user) return children;
  const [memberships, company] = await Promise.all([currentMemberships(), currentCompany()]);
  const links: SideLink[] = [];
  if (company) {
    links.push(
      { href: '/employer', label: 'Offers' },
      { href: '/post-a-job', label: 'Post an offer' },
      { href: '/employer/orders', label: 'Orders' },
    );
    if (company.role === 'owner') links.push({ href: '/employer/company', label: 'Company page' });
    links.push({ href: '/employer/people', label: 'People' });
  } else {
    links.push(
      { href: '/employer/company/new', label: 'Your company' },
      { href: '/post-a-job', label: 'Post an offer' },
    );
  }
  links.push({ href: '/employer/account', label: 'Account' });
  if (user.isOperator) links.push({ href: '/operator', label: 'Operator' });
  return (
    <Workspace
      owner={
        company && memberships.length > 1 ? (
          <CompanySwitch companies={memberships} current={company.slug} choose={chooseCompany} />
        ) : (
          (company?.name ?? user.email)
        )
      }
      label="Employer"
      links={links}
    >
      {children}
    </Workspace>
  );
}
