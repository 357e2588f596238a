import { pool } from '@/db/pool';
import { clientAddress } from '@/lib/client-address';
import { env } from '@/lib/env';
import { takePoint } from '@/lib/rate-limit';
import { hashToken } from '@/lib/secret';

const FROM = { name: 'signup-from', points: 30, seconds: 3_600 };
const TO = { name: 'signup-to', points: 5, seconds: 3_600 };

/**
 * Whether one more mail may be asked for: by that visitor, and to that address. The same for addresses that we
 * know and for those that we do not.
 */
export async function mayMail(headers: Headers, email: string): Promise<boolean> {
  const { sql } = pool();
  const from = clientAddress(headers, env().TRUSTED_PROXIES);
  // The table of limits holds no addresses of people.
  return (await takePoint(sql, FROM, from)) && (await takePoint(sql, TO, hashToken(email)));
}
