import { DrizzleAdapter } from '@auth/drizzle-adapter';
import type { Adapter } from 'next-auth/adapters';
import type { Db } from '@/db/client';
import { appUser, oauthAccount, session, verificationToken } from '@/db/schema/accounts';
import { hashToken } from '@/lib/secret';

type Tables = Parameters<typeof DrizzleAdapter<Db>>[1];

/**
 * Auth.js on our tables. Two things differ from its own adapter: of a session only the hash of its token is
 * kept, and a verification token is not written here but with its mail (`mailSignInLink`).
 */
export function authAdapter(db: Db, userAgent: () => Promise<string | null>): Adapter {
  // Its types ask for columns of the providers' tokens, which it writes and never reads; we keep none.
  const tables = {
    usersTable: appUser,
    accountsTable: oauthAccount,
    sessionsTable: session,
    verificationTokensTable: verificationToken,
  } as unknown as Tables;
  const adapter = DrizzleAdapter(db, tables) as Required<Adapter>;
  return {
    ...adapter,
    async createVerificationToken(token) {
      return token;
    },
    async createSession({ sessionToken, userId, expires }) {
      await db
        .insert(session)
        .values({ sessionToken: hashToken(sessionToken), userId, expires, userAgent: await userAgent() });
      return { sessionToken, userId, expires };
    },
    async getSessionAndUser(sessionToken) {
      const found = await adapter.getSessionAndUser(hashToken(sessionToken));
      return found && { ...found, session: { ...found.session, sessionToken } };
    },
    async updateSession({ sessionToken, ...changes }) {
      const updated = await adapter.updateSession({ sessionToken: hashToken(sessionToken), ...changes });
      return updated && { ...updated, sessionToken };
    },
    async deleteSession(sessionToken) {
      await adapter.deleteSession(hashToken(sessionToken));
    },
  };
}
