import type { Db } from '@/db/client';
import { verificationToken } from '@/db/schema/accounts';
import { queueMail } from '@/domain/mail/commands';

export type SignInLink = {
  /** Normalised address. */
  email: string;
  /** Hash of the token in the link, as Auth.js will look for it. */
  tokenHash: string;
  /** Page with the button that signs in. */
  url: string;
  expiresAt: Date;
  /** Title of the draft that waits for this sign-in. */
  draftTitle: string | null;
};

/**
 * Keeps the link and leaves its mail to the worker, both or neither. A mail with an earlier link that was not
 * sent yet is replaced; links that were sent stay good until their time is over.
 */
export async function mailSignInLink(
  db: Db,
  { email, tokenHash, url, expiresAt, draftTitle }: SignInLink,
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.insert(verificationToken).values({ identifier: email, token: tokenHash, expires: expiresAt });
    const mail = { kind: 'sign-in', url, expiresAt: expiresAt.toISOString(), draftTitle } as const;
    await queueMail(tx, email, mail, { key: `sign-in:${email}` });
  });
}
