import type { Metadata } from 'next';
import { requireEmployer } from '@/app/session';
import { InvitationTable } from '@/components/companies/invitation-table';
import { InviteForm } from '@/components/companies/invite-form';
import { JoinRequests } from '@/components/companies/join-requests';
import { MemberTable } from '@/components/companies/member-table';
import { Button } from '@/components/ui/button';
import { Confirm } from '@/components/ui/confirm';
import { Notice } from '@/components/ui/notice';
import { database } from '@/db/pool';
import { listWaitingClaims } from '@/domain/companies/claims';
import { listInvitations } from '@/domain/companies/invitations';
import { listMembers } from '@/domain/companies/members';
import { decide, invite, leave, remove, resend, setRole, withdraw } from './actions';

export const metadata: Metadata = { title: 'People' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const DONE = new Map(
  Object.entries({
    invited: 'The invitation is on its way. It holds for a week.',
    withdrawn: 'The invitation is withdrawn; its link is dead.',
    role: 'The role is changed.',
    removed: 'They are off the company, and see its pages no more.',
    decided: 'Decided. They get a mail.',
  }),
);

const FAULTS = new Map(
  Object.entries({
    last_owner: 'A company needs an owner, and there is no other. Make somebody else one first.',
    too_fast: 'That is a good many invitations for now. Go on later.',
  }),
);

export default async function PeoplePage({ searchParams }: Props) {
  const { user, company } = await requireEmployer('/employer/people');
  const isOwner = company.role === 'owner';
  const db = database();
  const [members, invitations, requests, { done, fault }] = await Promise.all([
    listMembers(db, company.companyId),
    isOwner ? listInvitations(db, company.companyId) : [],
    isOwner ? listWaitingClaims(db, company.companyId) : [],
    searchParams,
  ]);
  const [said, wrong] = [DONE.get(String(done)), FAULTS.get(String(fault))];
  return (
    <>
      <h1>People</h1>
      <p className="mt-2 max-w-160 text-ink-2">
        Who acts for {company.name}. Recruiters post offers and answer for them; owners also write the company
        page and choose the people.
      </p>
      {(said || wrong) && (
        <Notice kind={wrong ? 'ask' : 'good'} role={wrong ? 'alert' : 'status'} className="mt-6 max-w-160">
          <p>{wrong ?? said}</p>
        </Notice>
      )}
      {requests.length > 0 && <JoinRequests requests={requests} decide={decide} />}
      <div className="mt-8">
        <MemberTable
          members={members}
          self={user.id}
          acts={isOwner && members.length > 1 ? { setRole, remove } : null}
        />
      </div>
      <div className="mt-5">
        <Confirm label={`Leave ${company.name}`}>
          <p>You see its offers and people no more. To come back, you have to be invited.</p>
          <form action={leave} className="mt-3">
            <input type="hidden" name="company" value={company.slug} />
            <Button type="submit" kind="ink" small>
              Leave
            </Button>
          </form>
        </Confirm>
      </div>
      {isOwner && (
        <section id="invitations" className="mt-12 border-t border-ink pt-5">
          <h2>Invite a colleague</h2>
          <InviteForm action={invite} company={company.slug} />
          {invitations.length > 0 && (
            <InvitationTable invitations={invitations} now={new Date()} resend={resend} withdraw={withdraw} />
          )}
        </section>
      )}
    </>
  );
}
