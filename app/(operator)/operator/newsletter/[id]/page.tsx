import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireOperator } from '@/app/session';
import { ActForm } from '@/components/operator/act-form';
import { ConsoleHead } from '@/components/operator/console-head';
import { IssueForm } from '@/components/operator/issue-form';
import { Confirm } from '@/components/ui/confirm';
import { Notice } from '@/components/ui/notice';
import { database } from '@/db/pool';
import { BLOCK_HELP } from '@/domain/newsletter/issue-input';
import { getIssue } from '@/domain/newsletter/issue-queries';
import { idParam, type Params, textParam } from '@/domain/operator/input';
import { discard, save } from '../actions';
import { IssueReport } from './issue-report';

export const metadata: Metadata = { title: 'Issue' };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Params> };

export default async function IssuePage({ params, searchParams }: Props) {
  const { id: typed } = await params;
  await requireOperator(`/operator/newsletter/${encodeURIComponent(typed)}`);
  const id = idParam(typed);
  const issue = id === null ? null : await getIssue(database(), id);
  if (!issue) notFound();
  if (issue.state !== 'draft') return <IssueReport issue={issue} />;
  const { subject, preview, body, revision } = issue;
  const saved = textParam(await searchParams, 'saved');
  return (
    <>
      <ConsoleHead title={subject} note="A draft. It is sent from the page that shows how it looks.">
        <a href={`/operator/newsletter/${issue.id}/preview`}>How it looks, and sending it</a>
      </ConsoleHead>
      {saved && (
        <Notice kind="good" role="status" className="mb-6 max-w-160">
          <p>Saved.</p>
        </Notice>
      )}
      <IssueForm
        action={save}
        issue={{ id: issue.id, revision }}
        values={{ subject, preview, body }}
        help={BLOCK_HELP}
      />
      <div className="mt-8 border-t border-rule pt-4">
        <Confirm label="Throw this draft away">
          <p className="mb-3">It cannot be brought back.</p>
          <ActForm action={discard} about={{ issue: String(issue.id) }} small>
            Throw it away
          </ActForm>
        </Confirm>
      </div>
    </>
  );
}
