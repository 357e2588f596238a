import { eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { appUser } from '@/db/schema/accounts';
import type { MemberRole } from '@/domain/companies/input';
import { PAGE_LINES } from './input';
import { countUpTo, type Found, holds } from './offers';

export type UserLine = {
  id: string;
  email: string;
  name: string | null;
  createdAt: string;
  operatorSince: string | null;
  /** Names of the companies they act for. */
  companies: string[];
  sessions: number;
};

export type UserSearch = {
  q?: string;
  /** Only those who run the portal, with the owner of the address in OPERATOR_EMAIL. */
  operators?: { operatorEmail: string | undefined };
  page: number;
  now: Date;
};

/** Users, the newest first; `q` is looked for in address and name. */
export async function findUsers(db: Db, { q, operators, page, now }: UserSearch): Promise<Found<UserLine>> {
  const parts = [sql`true`];
  if (operators) {
    parts.push(sql`(u.operator_since is not null or u.email = ${operators.operatorEmail ?? ''})`);
  }
  if (q) parts.push(sql`(${holds(sql`u.email`, q)} or ${holds(sql`coalesce(u.name, '')`, q)})`);
  const from = sql`from app_user u where ${sql.join(parts, sql` and `)}`;
  const [rows, total] = await Promise.all([
    db.execute<UserLine>(sql`
      select u.id, u.email, u.name, u.created_at as "createdAt", u.operator_since as "operatorSince",
        (select coalesce(json_agg(c.name order by c.name), '[]') from company_member m
          join company c on c.id = m.company_id where m.user_id = u.id) as companies,
        (select count(*)::int from session s
          where s.user_id = u.id and s.expires > ${now.toISOString()}::timestamptz) as sessions
      ${from} order by u.created_at desc, u.id limit ${PAGE_LINES} offset ${(page - 1) * PAGE_LINES}`),
    countUpTo(db, from),
  ]);
  return { lines: rows.map(withDates), ...total };
}

export type UserFile = Omit<UserLine, 'companies' | 'sessions'> & {
  companies: { id: number; name: string; role: MemberRole }[];
  /** Services they sign in with. */
  services: string[];
  offers: number;
};

/** A user with their companies, or null. */
export async function getUserFile(db: Db, id: string): Promise<UserFile | null> {
  const [found] = await db.execute<UserFile>(sql`
    select u.id, u.email, u.name, u.created_at as "createdAt", u.operator_since as "operatorSince",
      (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'role', m.role) order by c.name), '[]')
        from company_member m join company c on c.id = m.company_id where m.user_id = u.id) as companies,
      (select coalesce(json_agg(a.provider order by a.provider), '[]') from oauth_account a
        where a.user_id = u.id) as services,
      (select count(*)::int from offer o where o.posted_by = u.id) as offers
    from app_user u where u.id = ${id}`);
  if (!found) return null;
  return withDates(found);
}

export type FoundUser = { id: string; email: string; made: boolean };

/** The user of a normalised address, made where there is none: for `operator:add`, before anybody has signed in. */
export async function findOrMakeUser(db: Db, email: string): Promise<FoundUser> {
  const [made] = await db
    .insert(appUser)
    .values({ email })
    .onConflictDoNothing({ target: appUser.email })
    .returning({ id: appUser.id });
  const user = made ?? (await findUserByEmail(db, email));
  if (!user) throw new Error('The user was deleted while it was looked for.');
  return { id: user.id, email, made: made !== undefined };
}

/** The user of a normalised address, or null. */
export async function findUserByEmail(db: Db, email: string): Promise<{ id: string } | null> {
  const [found] = await db.select({ id: appUser.id }).from(appUser).where(eq(appUser.email, email));
  return found ?? null;
}

function withDates<Row extends { createdAt: string; operatorSince: string | null }>(row: Row): Row {
  return {
    ...row,
    createdAt: new Date(row.createdAt).toISOString(),
    operatorSince: row.operatorSince && new Date(row.operatorSince).toISOString(),
  };
}
