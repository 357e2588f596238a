import type { Metadata } from 'next';
import { requireOperator } from '@/app/session';
import type { Params } from '@/domain/operator/input';
import { textPath } from '../../../texts/paths';
import { TextPreviewPage } from '../../../texts/preview-page';

export const metadata: Metadata = { title: 'Preview' };

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Params> };

export default async function Page({ params, searchParams }: Props) {
  const { slug } = await params;
  await requireOperator(`${textPath('page', slug)}/preview`);
  return <TextPreviewPage kind="page" slug={slug} params={await searchParams} />;
}
