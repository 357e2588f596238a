import type { ReactNode } from 'react';
import type { MailData, MailKind } from '@/domain/mail/input';

export type Site = { name: string; url: string };

/** What each of those kinds of mail says: its subject, and the letter. */
export type Writers<Kinds extends MailKind> = {
  [Kind in Kinds]: (
    mail: Extract<MailData, { kind: Kind }>,
    site: Site,
  ) => {
    subject: string;
    body: ReactNode;
    /** Who gets the answer to it, where that is not the portal. */
    replyTo?: string;
  };
};
