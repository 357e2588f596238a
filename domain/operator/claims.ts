import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { PAGE_LINES } from './input';

export type Claim = {
  id: number;
  company: { id: number; slug: string; name: string; domain: string | null; website: string | null };
  user: { id: string; email: string; name: string | null };
  message: string;
  state: 'waiting' | 'granted' | 'refused';
  createdAt: string;
  decidedAt: string | null;
  /** Who owns the company now. */
  owners: string[];
};

/** Claims that wait, the oldest first, or those that are decided, the latest first; `page` from 1. */
export async function listClaims(
  db: Db,
  { decided, page }: { decided: boolean; page: number },
): Promise<{ lines: Claim[]; total: number }> {
  const where = decided ? sql`k.state <> 'waiting'` : sql`k.state = 'waiting'`;
  const order = decided ? sql`k.decided_at desc, k.id desc` : sql`k.id`;
  const [rows, [count]] = await Promise.all([
    db.execute<Claim>(sql`
      select k.id, k.message, k.state, k.created_at as "createdAt", k.decided_at as "decidedAt",
        json_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'domain', c.domain, 'website', c.website)
          as company,
        json_build_object('id', u.id, 'email', u.email, 'name', u.name) as user,
        (select coalesce(json_agg(o.email order by o.email), '[]') from company_member m
          join app_user o on o.id = m.user_id where m.company_id = c.id and m.role = 'owner') as owners
      from company_claim k join company c on c.id = k.company_id join app_user u on u.id = k.user_id
      where ${where} order by ${order} limit ${PAGE_LINES} offset ${(page - 1) * PAGE_LINES}`),
    db.execute<{ n: number }>(sql`select count(*)::int as n from company_claim k where ${where}`),
  ]);
  const lines = rows.map((row) => ({
    ...row,
    createdAt: new Date(row.createdAt).toISOString(),
    decidedAt: row.decidedAt && new Date(row.decidedAt).toISOString(),
  }));
  return { lines, total: count?.n ?? 0 };
}
