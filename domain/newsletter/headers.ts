import { oneClickUrl } from './links';

/** Every mail belongs to one of these, as mail programs sort them (RFC 2919). */
export type MailList = 'newsletter' | 'alerts';

/**
 * The headers that every mail of a list carries: which list (RFC 2919), and how to leave it with one click (RFC
 * 2369, RFC 8058). `leaveUrl`: of the page that leaves it (`unsubscribeUrl`, `leaveAllUrl`).
 */
export function listHeaders({
  list,
  siteUrl,
  leaveUrl,
}: {
  list: MailList;
  siteUrl: string;
  leaveUrl: string;
}): Record<string, string> {
  return {
    'List-Id': `<${list}.${new URL(siteUrl).hostname}>`,
    'List-Unsubscribe': `<${oneClickUrl(leaveUrl)}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}
