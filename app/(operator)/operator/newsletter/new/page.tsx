import type { Metadata } from 'next';
import { requireOperator } from '@/app/session';
import { ConsoleHead } from '@/components/operator/console-head';
import { IssueForm } from '@/components/operator/issue-form';
import { BLOCK_HELP } from '@/domain/newsletter/issue-input';
import { create } from '../actions';

export const metadata: Metadata = { title: 'New issue' };

const BODY = `A sentence or two about this fortnight.

## New offers

::latest-offers 10

::featured-offers
`;

export default async function NewIssuePage() {
  await requireOperator('/operator/newsletter/new');
  return (
    <>
      <ConsoleHead
        title="New issue"
        note="A draft: nothing is sent before you say so on the page after this."
      />
      <IssueForm action={create} values={{ subject: '', preview: '', body: BODY }} help={BLOCK_HELP} />
    </>
  );
}
