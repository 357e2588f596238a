import type { Metadata } from 'next';
import { safePath } from '@/app/safe-path';
import { Band } from '@/components/layout/band';
import { Button } from '@/components/ui/button';

// The address holds the link's token.
export const metadata: Metadata = { title: 'Sign in', robots: { index: false }, referrer: 'no-referrer' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where a mailed link leads. Mail scanners open links; only the button spends it. */
export default async function ConfirmPage({ searchParams }: Props) {
  const { email, token, next, callbackUrl } = await searchParams;
  const path = safePath(pathOf(next ?? callbackUrl), '/employer');
  return (
    <Band>
      <h1>One more click</h1>
      <p className="mt-3 max-w-160 text-lg text-ink-2">
        You are about to sign in as <strong>{String(email ?? '')}</strong>.
      </p>
      <form method="post" action="/sign-in/confirm/use" className="mt-6">
        <input type="hidden" name="email" value={String(email ?? '')} />
        <input type="hidden" name="token" value={String(token ?? '')} />
        <input type="hidden" name="next" value={path} />
        <Button type="submit" kind="go">
          Sign in
        </Button>
      </form>
      <p className="mt-6 max-w-160 text-sm text-ink-3">
        Not you? Close this page; the link lapses by itself.
      </p>
    </Band>
  );
}

/** Auth.js makes complete addresses of paths. */
function pathOf(address: unknown): unknown {
  const url = typeof address === 'string' ? URL.parse(address) : null;
  return url ? url.pathname + url.search : address;
}
