import type { Metadata } from 'next';
import { Band } from '@/components/layout/band';
import { SIGN_IN_MINUTES } from '@/domain/accounts/rules';
import { env } from '@/lib/env';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Look in your mail', robots: { index: false } };

export default function SentPage() {
  return (
    <Band>
      <h1>Look in your mail</h1>
      <p className="mt-3 max-w-160 text-lg text-ink-2">
        If that address can sign in, a link is on its way. It works for {SIGN_IN_MINUTES} minutes, once, and
        in any browser.
      </p>
      <p className="mt-4 max-w-160 text-ink-2">
        Nothing there? Look among the junk, or <a href="/sign-in">ask again</a>: the newest link is as good as
        any before it.
      </p>
      {env().demo && (
        <p className="mt-4 max-w-160 text-ink-2">
          This is the demo: its mail goes to <a href="/dev/mail">the mail catcher</a> and nowhere else.
        </p>
      )}
    </Band>
  );
}
