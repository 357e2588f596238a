import { notFound } from 'next/navigation';
import { seeOther } from '@/app/requests';
import { requireEmployer } from '@/app/session';
import { database } from '@/db/pool';
import { draftPath, readOfferId } from '@/domain/drafts/input';
import { formOfOffer } from '@/domain/drafts/offer-form';

/** Opens the form of a new offer filled in like an earlier one. Nothing is stored before it is changed or saved. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const id = readOfferId((await params).id);
  const { company } = await requireEmployer(id ? `/employer/offers/${id}/duplicate` : '/employer');
  if (!id || !(await formOfOffer(database(), company.companyId, id))) notFound();
  return seeOther(`${draftPath(crypto.randomUUID())}&from=${id}`);
}
