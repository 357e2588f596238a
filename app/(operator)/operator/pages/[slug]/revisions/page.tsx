import type { Metadata } from 'next';
import { requireOperator } from '@/app/session';
import { textPath } from '../../../texts/paths';
import { TextRevisionsPage } from '../../../texts/revisions-page';

export const metadata: Metadata = { title: 'Revisions' };

export default async function Page({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  await requireOperator(`${textPath('page', slug)}/revisions`);
  return <TextRevisionsPage kind="page" slug={slug} />;
}
