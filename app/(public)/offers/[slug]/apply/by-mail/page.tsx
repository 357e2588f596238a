import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { Band } from '@/components/layout/band';
import { ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icons';
import { database } from '@/db/pool';
import { getApplyTarget } from '@/domain/offers/queries';
import { offerIdFromSlug } from '@/domain/offers/rules';

// Asked for anew each time, so that the address is in no stored page.
export const dynamic = 'force-dynamic';

export const metadata: Metadata = { title: 'Apply by e-mail', robots: { index: false, follow: false } };

export default async function ApplyByMail({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const id = offerIdFromSlug(slug);
  if (id === null) notFound();
  const target = await getApplyTarget(database(), id, new Date());
  if (!target || !('email' in target)) redirect(`/offers/${encodeURIComponent(slug)}`);
  const { email, title, company } = target;
  return (
    <Band side={<p className="text-sm text-ink-3">Apply</p>}>
      <h1 className="max-w-[22ch]">Write to them</h1>
      <p className="lede mt-4">
        {company} takes applications for “{title}” by e-mail.
      </p>
      <p className="mt-6 font-serif text-lg md:text-xl">{email}</p>
      <p className="mt-6 flex flex-wrap gap-3">
        <ButtonLink
          kind="go"
          href={`mailto:${encodeURIComponent(email)}?subject=${encodeURIComponent(title)}`}
        >
          <Icon name="mail" />
          Write an e-mail
        </ButtonLink>
        <ButtonLink href={`/offers/${target.slug}`}>Back to the offer</ButtonLink>
      </p>
    </Band>
  );
}
