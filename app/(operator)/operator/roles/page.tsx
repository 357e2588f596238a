import type { Metadata } from 'next';
import { requireOperator } from '@/app/session';
import { TextListPage } from '../texts/list-page';

export const metadata: Metadata = { title: 'Role pages' };

export default async function Page() {
  await requireOperator('/operator/roles');
  return <TextListPage kind="role" />;
}
