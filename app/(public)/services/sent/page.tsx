import type { Metadata } from 'next';
import { Band } from '@/components/layout/band';
import { ButtonLink } from '@/components/ui/button';
import { answerTime } from '@/domain/enquiries/rules';
import { missing } from '../../missing';
import { loadServices } from '../loaders';

export const dynamic = 'error';

export const metadata: Metadata = { title: 'Your enquiry was sent', robots: { index: false, follow: false } };

export default async function SentPage() {
  const offered = await loadServices();
  if (!offered) return missing('services');
  return (
    <Band side={<p className="text-sm text-ink-3">Enquiry</p>}>
      <h1>Thank you</h1>
      <p className="lede mt-5">
        Your enquiry has arrived. A person reads it, and answers within {answerTime(offered.answerDays)}.
      </p>
      <p className="mt-4 max-w-160 text-ink-2">
        A copy is on its way to your address. If none is there in a few minutes, look in the folder for
        unwanted mail, or at how you spelt the address: our answer would go the same way.
      </p>
      <p className="mt-7">
        <ButtonLink href="/services">All services</ButtonLink>
      </p>
    </Band>
  );
}
