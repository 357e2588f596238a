import { Button } from '@/components/ui/button';
import { Confirm } from '@/components/ui/confirm';
import { MEMBER_ROLE_LABELS, type MemberRole } from '@/domain/companies/input';
import { formatDate } from '@/domain/offers/labels';

type Act = (form: FormData) => Promise<void>;

type MemberTableProps = {
  members: { userId: string; name: string | null; email: string; role: MemberRole; joinedAt: Date }[];
  /** Id of the reader. */
  self: string;
  /** What an owner may do with the others. */
  acts: { setRole: Act; remove: Act } | null;
};

/** The people of a company. */
export function MemberTable({ members, self, acts }: MemberTableProps) {
  return (
    <table className="ledger ledger-stack">
      <caption className="sr-only">People of the company</caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Role</th>
          <th scope="col">Since</th>
          {acts && <th scope="col">Actions</th>}
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.userId}>
            <th scope="row" className="wrap-anywhere md:w-2/5">
              {member.name ?? member.email}
              {member.userId === self && <span className="font-normal text-ink-3"> (you)</span>}
              {member.name && <span className="block text-xs font-normal text-ink-3">{member.email}</span>}
            </th>
            <td data-label="Role">{MEMBER_ROLE_LABELS[member.role]}</td>
            <td data-label="Since" className="num">
              {formatDate(member.joinedAt.toISOString())}
            </td>
            {acts && <td>{member.userId !== self && <Acts {...member} {...acts} />}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type ActsProps = {
  userId: string;
  name: string | null;
  email: string;
  role: MemberRole;
  setRole: Act;
  remove: Act;
};

function Acts({ userId, name, email, role, setRole, remove }: ActsProps) {
  const other = role === 'owner' ? 'recruiter' : 'owner';
  const who = name ?? email;
  return (
    <div className="flex flex-wrap items-start gap-x-5">
      <form action={setRole}>
        <input type="hidden" name="user" value={userId} />
        <button type="submit" name="role" value={other} className="link-button">
          {other === 'owner' ? 'Make owner' : 'Make recruiter'}
          <span className="sr-only">: {who}</span>
        </button>
      </form>
      <Confirm
        label={
          <>
            Remove<span className="sr-only">: {who}</span>
          </>
        }
      >
        <p>{who} sees the company’s pages no more. Offers that they posted stay.</p>
        <form action={remove} className="mt-3">
          <input type="hidden" name="user" value={userId} />
          <Button type="submit" kind="ink" small>
            Remove them
          </Button>
        </form>
      </Confirm>
    </div>
  );
}
