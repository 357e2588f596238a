import type { Metadata } from 'next';
import { requireOperator } from '@/app/session';
import { textPath } from '../../../../texts/paths';
import { TextRevisionPage } from '../../../../texts/revision-page';

export const metadata: Metadata = { title: 'Revision' };

export default async function Page({ params }: { params: Promise<{ slug: string; id: string }> }) {
  const { slug, id } = await params;
  await requireOperator(`${textPath('service', slug)}/revisions/${encodeURIComponent(id)}`);
  return <TextRevisionPage kind="service" slug={slug} id={id} />;
}
