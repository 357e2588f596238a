import type { Metadata } from 'next';
import { requireOperator } from '@/app/session';
import type { Params } from '@/domain/operator/input';
import { TextEditPage } from '../../texts/edit-page';
import { textPath } from '../../texts/paths';

export const metadata: Metadata = { title: 'Text' };

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Params> };

export default async function Page({ params, searchParams }: Props) {
  const { slug } = await params;
  await requireOperator(textPath('page', slug));
  return <TextEditPage kind="page" slug={slug} params={await searchParams} />;
}
