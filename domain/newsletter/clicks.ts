import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { isSigned, sign } from '@/lib/secret';
import type { LinkPorts } from './links';

/**
 * Links of an issue lead through an address that counts how often they were followed, not by whom: it is the same
 * in every reader's mail. It names a link of ours by its number, so that it leads nowhere else.
 */
export function clickUrl(issueId: number, n: number, { siteUrl, secret }: LinkPorts): string {
  return `${siteUrl}/newsletter/click/${issueId}/${n}/${sign(message(issueId, n), secret)}`;
}

/** Counts a click and resolves to where it leads; null where the address was altered or its issue is gone. */
export async function followLink(
  db: Db,
  { issueId, n, key }: { issueId: string; n: string; key: string },
  secret: string,
): Promise<string | null> {
  if (!/^[1-9]\d{0,8}$/.test(issueId) || !/^\d{1,4}$/.test(n)) return null;
  if (!isSigned(message(Number(issueId), Number(n)), key, secret)) return null;
  const [link] = await db.execute<{ url: string }>(sql`
    update issue_link set clicks = clicks + 1 where issue_id = ${Number(issueId)} and n = ${Number(n)}
    returning url`);
  return link?.url ?? null;
}

/** The numbers of an issue's links, given out as they are met; the same address has one number. */
export function numberLinks(issueId: number, link: LinkPorts) {
  const numbers = new Map<string, number>();
  return {
    href(url: string): string {
      if (!/^https?:/.test(url)) return url;
      const n = numbers.get(url) ?? numbers.size + 1;
      numbers.set(url, n);
      return clickUrl(issueId, n, link);
    },
    list: () => [...numbers].map(([url, n]) => ({ issueId, n, url })),
  };
}

function message(issueId: number, n: number): string {
  return `click ${issueId} ${n}`;
}
