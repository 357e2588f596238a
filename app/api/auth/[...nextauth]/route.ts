import type { NextRequest } from 'next/server';
import { handlers } from '@/app/auth';

/** Auth.js' own routes. Opening a mailed link signs nobody in: that takes the button of /sign-in/confirm. */
export async function GET(request: NextRequest): Promise<Response> {
  const { pathname, search } = request.nextUrl;
  if (pathname.endsWith('/callback/email')) {
    return new Response(null, { status: 303, headers: { location: `/sign-in/confirm${search}` } });
  }
  return handlers.GET(request);
}

export function POST(request: NextRequest): Promise<Response> {
  return handlers.POST(request);
}
