import { MEMBER_ROLE_LABELS, type MemberRole } from '@/domain/companies/input';
import { formatDate } from '@/domain/offers/labels';

type Act = (form: FormData) => Promise<void>;

type InvitationTableProps = {
  invitations: { id: number; email: string; role: MemberRole; expiresAt: Date }[];
  now: Date;
  resend: Act;
  withdraw: Act;
};

/** Invitations that nobody took up yet. */
export function InvitationTable({ invitations, now, resend, withdraw }: InvitationTableProps) {
  return (
    <table className="ledger ledger-stack mt-8">
      <caption className="sr-only">Open invitations</caption>
      <thead>
        <tr>
          <th scope="col">Invited</th>
          <th scope="col">As</th>
          <th scope="col">Holds until</th>
          <th scope="col">Actions</th>
        </tr>
      </thead>
      <tbody>
        {invitations.map(({ id, email, role, expiresAt }) => (
          <tr key={id}>
            <th scope="row" className="wrap-anywhere md:w-2/5">
              {email}
            </th>
            <td data-label="As">{MEMBER_ROLE_LABELS[role]}</td>
            <td data-label="Holds until" className="num">
              {expiresAt > now ? formatDate(expiresAt.toISOString()) : 'It has lapsed'}
            </td>
            <td>
              <div className="flex flex-wrap gap-x-5">
                <form action={resend}>
                  <button type="submit" name="id" value={id} className="link-button">
                    Send again<span className="sr-only"> to {email}</span>
                  </button>
                </form>
                <form action={withdraw}>
                  <button type="submit" name="id" value={id} className="link-button">
                    Withdraw<span className="sr-only"> that to {email}</span>
                  </button>
                </form>
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
