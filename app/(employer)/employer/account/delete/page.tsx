import type { Metadata } from 'next';
import { requireUser } from '@/app/session';
import { DeleteForm } from '@/components/account/delete-form';
import { database } from '@/db/pool';
import { listOrphans } from '@/domain/offers/departure';
import { deleteOwnAccount } from './actions';

export const metadata: Metadata = { title: 'Delete the account' };

export default async function DeleteAccountPage() {
  const user = await requireUser('/employer/account/delete');
  const orphans = await listOrphans(database(), user.id);
  return (
    <>
      <h1>Delete the account</h1>
      <p className="lede mt-3">This cannot be undone.</p>
      <div className="prose mt-5">
        <ul>
          <li>Your address, name and sessions are deleted, and so are drafts that no company has.</li>
          <li>Companies and their pages stay, and so does what you posted for them.</li>
          <li>What was done and paid in your name is kept, without the name.</li>
        </ul>
      </div>
      <DeleteForm action={deleteOwnAccount} email={user.email} orphans={orphans} />
      <p className="mt-8 text-sm">
        <a href="/employer/account">Keep the account</a>
      </p>
    </>
  );
}
