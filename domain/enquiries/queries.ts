import { asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { appUser } from '@/db/schema/accounts';
import { enquiry } from '@/db/schema/enquiries';
import { BUDGETS, type Budget } from './rules';

/** An enquiry as the operator sees it. Instants are ISO 8601. */
export type Enquiry = {
  id: number;
  /** Slug of the service. */
  service: string;
  name: string;
  email: string;
  company: string;
  /** In words. */
  budget: string;
  message: string;
  createdAt: string;
  answeredAt: string | null;
  /** Address of who answered; null where it waits, or that account is gone. */
  answeredBy: string | null;
  note: string;
};

/** Enquiries that wait, the oldest first, or those that were answered, the latest first; `page` from 1. */
export async function listEnquiries(
  db: Db,
  { answered, page, lines }: { answered: boolean; page: number; lines: number },
): Promise<{ lines: Enquiry[]; total: number }> {
  const where = answered ? isNotNull(enquiry.answeredAt) : isNull(enquiry.answeredAt);
  const order = answered
    ? [desc(enquiry.answeredAt), desc(enquiry.id)]
    : [asc(enquiry.createdAt), asc(enquiry.id)];
  const [found, total] = await Promise.all([
    select(db)
      .where(where)
      .orderBy(...order)
      .limit(lines)
      .offset((page - 1) * lines),
    db.$count(enquiry, where),
  ]);
  return { lines: found.map(toEnquiry), total };
}

export async function findEnquiry(db: Db, id: number): Promise<Enquiry | null> {
  const [found] = await select(db).where(eq(enquiry.id, id));
  return found ? toEnquiry(found) : null;
}

/** All that are kept, the newest first. */
export async function exportEnquiries(db: Db): Promise<Enquiry[]> {
  return (await select(db).orderBy(desc(enquiry.id))).map(toEnquiry);
}

function select(db: Db) {
  return db
    .select({ enquiry, answeredBy: appUser.email })
    .from(enquiry)
    .leftJoin(appUser, sql`${enquiry.answeredBy} = 'user:' || ${appUser.id}`)
    .$dynamic();
}

function toEnquiry({ enquiry: row, answeredBy }: Awaited<ReturnType<typeof select>>[number]): Enquiry {
  const { token: _, ...shown } = row;
  return {
    ...shown,
    budget: BUDGETS[row.budget as Budget] ?? row.budget,
    createdAt: row.createdAt.toISOString(),
    answeredAt: row.answeredAt?.toISOString() ?? null,
    answeredBy,
  };
}
