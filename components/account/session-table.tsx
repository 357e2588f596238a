import { Status } from '@/components/ui/status';

type SessionTableProps = {
  sessions: { id: string; device: string | null; signedInAt: Date; isCurrent: boolean }[];
  end: (form: FormData) => Promise<void>;
};

const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

/** Where somebody is signed in. */
export function SessionTable({ sessions, end }: SessionTableProps) {
  return (
    <table className="ledger ledger-stack mt-4">
      <caption className="sr-only">Your sessions</caption>
      <thead>
        <tr>
          <th scope="col">Browser</th>
          <th scope="col">Signed in, UTC</th>
          <th scope="col">
            <span className="sr-only">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {sessions.map(({ id, device, signedInAt, isCurrent }) => {
          const [name, at] = [device ?? 'A browser that gives no name', when.format(signedInAt)];
          return (
            <tr key={id}>
              <th scope="row" className="md:w-2/5">
                {name}
              </th>
              <td data-label="Signed in, UTC" className="num">
                {at}
              </td>
              <td>
                {isCurrent ? (
                  <Status kind="good">This one</Status>
                ) : (
                  <form action={end}>
                    <button type="submit" name="session" value={id} className="link-button">
                      End it
                      <span className="sr-only">
                        : {name}, {at}
                      </span>
                    </button>
                  </form>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
