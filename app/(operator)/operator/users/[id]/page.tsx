import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireOperator } from '@/app/session';
import { ActForm } from '@/components/operator/act-form';
import { ConsoleHead } from '@/components/operator/console-head';
import { FactTable } from '@/components/operator/fact-table';
import { Moment } from '@/components/operator/moment';
import { Button } from '@/components/ui/button';
import { Confirm } from '@/components/ui/confirm';
import { Status } from '@/components/ui/status';
import { database } from '@/db/pool';
import { listSessions, type OpenSession } from '@/domain/accounts/sessions';
import { formatNumber } from '@/domain/offers/labels';
import { getUserFile, type UserFile } from '@/domain/operator/users';
import { env } from '@/lib/env';
import { endSessions, grant, withdraw } from './actions';

export const metadata: Metadata = { title: 'User' };

export default async function UserPage({ params }: { params: Promise<{ id: string }> }) {
  const { id: given } = await params;
  const id = decodeURIComponent(given).replaceAll('\u0000', '');
  await requireOperator(`/operator/users/${encodeURIComponent(id)}`);
  const db = database();
  const user = await getUserFile(db, id);
  if (!user) notFound();
  const sessions = await listSessions(db, id, undefined, new Date());
  return (
    <>
      <ConsoleHead title={user.name ?? user.email} note={user.name && user.email} />
      <div className="grid gap-x-14 gap-y-10 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          <FactTable
            rows={[
              ['Address', user.email],
              ['Since', <Moment key="since" at={user.createdAt} />],
              [
                'Companies',
                user.companies.map((company) => (
                  <span key={company.id} className="block">
                    <a href={`/operator/companies/${company.id}`}>{company.name}</a>, {company.role}
                  </span>
                )),
              ],
              ['Offers posted', formatNumber(user.offers)],
              ['Signs in with', ['mail', ...user.services].join(', ')],
              ['Id', user.id],
              [
                'Log',
                <a key="log" href={`/operator/audit?who=${user.id}`}>
                  What they did
                </a>,
              ],
            ]}
          />
        </div>
        <Operator user={user} />
        <section>
          <h2 className="mb-3">Sessions</h2>
          <Sessions userId={user.id} sessions={sessions} />
        </section>
      </div>
    </>
  );
}

function Operator({ user }: { user: UserFile }) {
  const named = user.email === env().OPERATOR_EMAIL;
  return (
    <section className="border-t-2 border-ink pt-4 text-sm">
      <h2 className="mb-3 text-lg leading-7 md:text-lg md:leading-7">Operator</h2>
      {named && <p className="mb-3">Named by OPERATOR_EMAIL, which is changed where the portal is run.</p>}
      {user.operatorSince ? (
        <>
          <p className="mb-3">
            <Status kind="good">Operator</Status> since <Moment at={user.operatorSince} dayOnly />
          </p>
          <ActForm action={withdraw} about={{ id: user.id }} small>
            Take that back
          </ActForm>
        </>
      ) : (
        !named && (
          <Confirm label="Make them an operator">
            <p>They will see and do all that you can here, from their next sign-in or page on.</p>
            <form action={grant} className="mt-3">
              <input type="hidden" name="id" value={user.id} />
              <Button type="submit" small kind="ink">
                Make them an operator
              </Button>
            </form>
          </Confirm>
        )
      )}
    </section>
  );
}

function Sessions({ userId, sessions }: { userId: string; sessions: OpenSession[] }) {
  if (sessions.length === 0) return <p className="text-sm text-ink-2">They are signed in nowhere.</p>;
  return (
    <>
      <ul className="border-t border-ink text-sm">
        {sessions.map(({ id, device, signedInAt }) => (
          <li key={id} className="flex justify-between gap-4 border-b border-rule py-2.5">
            <span>{device ?? 'A browser that does not say'}</span>
            <span className="text-ink-3">
              since <Moment at={signedInAt.toISOString()} />
            </span>
          </li>
        ))}
      </ul>
      <form action={endSessions} className="mt-4">
        <input type="hidden" name="id" value={userId} />
        <Button type="submit" small>
          Sign them out everywhere
        </Button>
      </form>
    </>
  );
}
