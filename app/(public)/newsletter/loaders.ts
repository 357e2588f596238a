import { cached } from '@/app/cached';
import { database } from '@/db/pool';
import { listRoles } from '@/domain/roles/queries';

/** Roles to choose the news of. */
export function loadRoleChoice(): Promise<{ slug: string; title: string }[]> {
  return cached(['role-choice'], ['roles'], async () =>
    (await listRoles(database())).map(({ slug, title }) => ({ slug, title })),
  );
}
