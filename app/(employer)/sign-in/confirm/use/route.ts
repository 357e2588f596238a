import { NextRequest } from 'next/server';
import { handlers } from '@/app/auth';
import { isOwnPage } from '@/app/requests';
import { env } from '@/lib/env';

/** Takes the button of the mailed link's page, and lets Auth.js spend the link and open a session. */
export async function POST(request: NextRequest): Promise<Response> {
  if (!isOwnPage(request)) return new Response(null, { status: 403 });
  const form = await request.formData();
  const [email = '', token = '', next = ''] = ['email', 'token', 'next'].map((name) =>
    String(form.get(name) ?? ''),
  );
  const url = new URL('/api/auth/callback/email', env().SITE_URL);
  url.search = new URLSearchParams({ email, token, callbackUrl: next || '/employer' }).toString();
  const headers = new Headers(request.headers);
  headers.delete('content-length');
  headers.set('content-type', 'application/x-www-form-urlencoded');
  const answer = await handlers.POST(new NextRequest(url, { method: 'POST', headers, body: '' }));
  const given = new Headers(answer.headers);
  // Next takes 127.0.0.1 for localhost: only the path is sure to lead back here.
  const goal = URL.parse(given.get('location') ?? '', url);
  given.set('location', goal ? goal.pathname + goal.search : '/sign-in');
  return new Response(null, { status: 303, headers: given });
}
