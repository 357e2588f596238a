import type { Witness } from '@/domain/newsletter/confirm';
import { cleanUserAgent } from '@/domain/newsletter/input';
import type { NewsletterPorts } from '@/domain/newsletter/mails';
import { clientAddress } from '@/lib/client-address';
import { authSecret, env } from '@/lib/env';

/** What signups and preferences need of the portal: how their links are made, and its name. */
export function newsletterPorts(): NewsletterPorts {
  const { SITE_NAME, SITE_URL } = env();
  return { link: { siteUrl: SITE_URL, secret: authSecret() }, siteName: SITE_NAME };
}

/** Who sends a form, as far as the proof of consent keeps it. */
export function witnessOf(headers: Headers): Witness {
  const ip = clientAddress(headers, env().TRUSTED_PROXIES);
  return { ip: ip === 'unknown' ? null : ip, userAgent: cleanUserAgent(headers.get('user-agent')) };
}
