import { isOwnPage } from '@/app/requests';
import { database } from '@/db/pool';
import { checkAddress } from '@/domain/newsletter/address';
import { MAX_ALERT_QUERY, type Wanted } from '@/domain/newsletter/input';
import { readSearch } from '@/domain/newsletter/searches';
import { signUp } from '@/domain/newsletter/signup';
import { authSecret, env } from '@/lib/env';
import { readSender } from '@/lib/form-guard';
import { mayMail } from '../limits';
import { newsletterPorts, witnessOf } from '../ports';
import { packSignup, readTypedSignup, SIGNUP_COOKIE, type TypedSignup } from '../typed-signup';

const MOST_BYTES = 16_000;
const COOKIE_SECONDS = 3_600;

/** What is to be mended before anything is sent; /newsletter/check says it. */
type Fault = 'address' | 'nothing' | 'hasty' | 'limit' | 'search';

/**
 * Takes every signup form of the portal. The answer is a redirect, the same whether the address is known or not,
 * and for what was sent by a machine.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnPage(request)) return new Response(null, { status: 403 });
  if (!(Number(request.headers.get('content-length')) <= MOST_BYTES)) {
    return new Response(null, { status: 413 });
  }
  const type = request.headers.get('content-type') ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) {
    return new Response(null, { status: 415 });
  }
  const form = await request.formData();
  const typed = readTypedSignup(form);
  const now = new Date();
  const sender = readSender(form, authSecret(), now);
  if (sender.kind === 'bot') return answer('/newsletter/sent', typed);
  const fail = (why: Fault) => answer(`/newsletter/check?why=${why}`, typed);
  if (sender.kind === 'hasty') return fail('hasty');

  const wanted: Wanted[] = typed.newsletter ? [{ kind: 'newsletter' }] : [];
  if (typed.alert !== null) {
    const { query } = await readSearch(database(), typed.alert);
    if (query.length > MAX_ALERT_QUERY) return fail('search');
    wanted.push({ kind: 'alert', query, frequency: typed.frequency });
  }
  if (wanted.length === 0) return fail('nothing');
  const address = checkAddress(typed.email, { kept: form.get('kept') === typed.email });
  if (!('email' in address)) return fail('address');
  if (!(await mayMail(request.headers, address.email))) return fail('limit');
  const signup = {
    email: address.email,
    wanted,
    chosen: typed.choice,
    formUrl: `${env().SITE_URL}${typed.from}`,
    ...witnessOf(request.headers),
  };
  await signUp(database(), newsletterPorts(), signup, now);
  return answer('/newsletter/sent', typed);
}

function answer(location: string, typed: TypedSignup): Response {
  const secure = env().SITE_URL.startsWith('https:') ? '; Secure' : '';
  const kept = `${SIGNUP_COOKIE}=${packSignup(typed)}; Path=/newsletter; Max-Age=${COOKIE_SECONDS}`;
  return new Response(null, {
    status: 303,
    headers: {
      location,
      'cache-control': 'no-store',
      'set-cookie': `${kept}; HttpOnly; SameSite=Lax${secure}`,
    },
  });
}
