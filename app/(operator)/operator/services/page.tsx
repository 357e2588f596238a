import type { Metadata } from 'next';
import { requireOperator } from '@/app/session';
import { TextListPage } from '../texts/list-page';

export const metadata: Metadata = { title: 'Service pages' };

export default async function Page() {
  await requireOperator('/operator/services');
  return <TextListPage kind="service" />;
}
