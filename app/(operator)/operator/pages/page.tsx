import type { Metadata } from 'next';
import { requireOperator } from '@/app/session';
import { TextListPage } from '../texts/list-page';

export const metadata: Metadata = { title: 'Pages' };

export default async function Page() {
  await requireOperator('/operator/pages');
  return <TextListPage kind="page" />;
}
