import type { Metadata } from 'next';
import { requireOperator } from '@/app/session';
import { textPath } from '../../../../texts/paths';
import { TextRevisionPage } from '../../../../texts/revision-page';

export const metadata: Metadata = { title: 'Revision' };

export default async function Page({ params }: { params: Promise<{ slug: string; id: string }> }) {
  const { slug, id } = await params;
  await requireOperator(`${textPath('role', slug)}/revisions/${encodeURIComponent(id)}`);
  return <TextRevisionPage kind="role" slug={slug} id={id} />;
}
