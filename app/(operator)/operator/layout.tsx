import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { currentUser } from '@/app/session';
import { Workspace } from '@/components/layout/workspace';
import { database } from '@/db/pool';
import { countWaiting } from '@/domain/operator/overview';
import { listForReview } from '@/domain/operator/review';
import { readSettings } from '@/domain/settings/settings';

export const metadata: Metadata = {
  title: { default: 'Operator', template: '%s · Operator' },
  robots: { index: false },
};

/** Each page asks for the operator itself, with its own address to come back to. */
export default async function OperatorLayout({ children }: { children: ReactNode }) {
  const user = await currentUser();
  if (!user?.isOperator) return children;
  const [{ drafts, claims, reports, enquiries }, review, settings] = await Promise.all([
    countWaiting(database()),
    listForReview(database(), 0),
    readSettings(database()),
  ]);
  const links = [
    { href: '/operator', label: 'Overview' },
    { href: '/operator/offers', label: 'Offers', count: drafts || undefined },
    ...(settings.reviewBeforePublishing || review.total > 0
      ? [{ href: '/operator/review', label: 'Review', count: review.total || undefined }]
      : []),
    { href: '/operator/companies', label: 'Companies' },
    { href: '/operator/claims', label: 'Claims', count: claims || undefined },
    { href: '/operator/reports', label: 'Reports', count: reports || undefined },
    ...(settings.showServices || enquiries > 0
      ? [{ href: '/operator/enquiries', label: 'Enquiries', count: enquiries || undefined }]
      : []),
    { href: '/operator/newsletter', label: 'Newsletter' },
    { href: '/operator/users', label: 'Users' },
    { href: '/operator/subscribers', label: 'Subscribers' },
    { href: '/operator/orders', label: 'Orders' },
    { href: '/operator/plans', label: 'Plans' },
    ...(settings.promotionCodes ? [{ href: '/operator/promotions', label: 'Promotion codes' }] : []),
    { href: '/operator/roles', label: 'Role pages' },
    ...(settings.showServices ? [{ href: '/operator/services', label: 'Service pages' }] : []),
    { href: '/operator/pages', label: 'Pages' },
    { href: '/operator/skills', label: 'Skills' },
    { href: '/operator/settings', label: 'Settings' },
    { href: '/operator/exchange-rates', label: 'Exchange rates' },
    { href: '/operator/audit', label: 'Audit' },
  ];
  return (
    <Workspace owner="Operator’s console" label="Operator’s console" links={links}>
      {children}
    </Workspace>
  );
}
