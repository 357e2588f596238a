import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { oauthServices } from '@/app/auth';
import { safePath } from '@/app/safe-path';
import { currentUser } from '@/app/session';
import { SignInForm } from '@/components/account/sign-in-form';
import { Band } from '@/components/layout/band';
import { Button, ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { FRESH_HOURS } from '@/domain/accounts/rules';
import { askForLink, signInWith } from './actions';

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** What Auth.js says in `?error=`, in plain words. */
const FAULTS: Record<string, string> = {
  Verification: 'That link was used before, is too old, or is not quite as we sent it. Ask for a new one.',
  OAuthAccountNotLinked: 'There is an account with that address already. Sign in by mail.',
  AccessDenied: 'That service did not let us in, or does not vouch for your address. Sign in by mail.',
};

export default async function SignInPage({ searchParams }: Props) {
  const params = await searchParams;
  const next = safePath(params.next ?? params.callbackUrl, '/employer');
  const again = params.again !== undefined;
  if (!again && !params.error && (await currentUser())) redirect(next);
  const fault = params.error && (FAULTS[String(params.error)] ?? 'That did not work. Please try again.');
  return (
    <Band>
      <div className="grid gap-10 lg:grid-cols-2 lg:gap-20">
        <div className="max-w-104">
          <h1>Sign in</h1>
          <p className="mt-3 text-ink-2">For employers and operators. Candidates need no account.</p>
          {fault && (
            <Notice role="alert" className="mt-6">
              <p>{fault}</p>
            </Notice>
          )}
          {again && (
            <Notice role="status" kind="warn" className="mt-6">
              <p>
                The operator’s pages ask for a sign-in of the last {FRESH_HOURS} hours. Please sign in again.
              </p>
            </Notice>
          )}
          <SignInForm action={askForLink} next={next} />
          {oauthServices().map(({ id, name }) => (
            <form key={id} action={signInWith} className="mt-3">
              <input type="hidden" name="next" value={next} />
              <Button type="submit" name="service" value={id} className="w-full">
                Sign in with {name}
              </Button>
            </form>
          ))}
        </div>
        <div className="border-rule lg:border-l lg:pl-14">
          <h2>New here?</h2>
          <p className="mt-2 max-w-80 text-ink-2">
            Write the offer first. It is kept as you type, and the account is made when you sign in for the
            first time.
          </p>
          <p className="mt-5">
            <ButtonLink href="/post-a-job">Post an offer</ButtonLink>
          </p>
        </div>
      </div>
    </Band>
  );
}
