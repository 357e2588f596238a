import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { loadSite } from '@/app/site';
import { Band } from '@/components/layout/band';
import { NewsletterChoice } from '@/components/newsletter/newsletter-choice';
import { SignupForm } from '@/components/newsletter/signup-form';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { database } from '@/db/pool';
import { checkAddress } from '@/domain/newsletter/address';
import { readSearch } from '@/domain/newsletter/searches';
import { loadRoleChoice } from '../loaders';
import { signupGuard } from '../signup-guard';
import { lastSignup } from '../typed-cookie';
import type { TypedSignup } from '../typed-signup';

export const metadata: Metadata = { title: 'Check your address', robots: { index: false } };

type Props = { searchParams: Promise<{ why?: string | string[] }> };

const NOTICES: Record<string, string> = {
  nothing: 'Choose what to send first: the newsletter, or a role.',
  hasty: 'That was quicker than we expect of people. Please send it once more.',
  limit:
    'So many mails were asked for from here, or for that address, that we stop for an hour. Those that were sent may be among spam or promotions.',
  search: 'That search is too long to be kept. Leave something out, and it will fit.',
};

/** A signup that has to be mended before anything is sent, as it was typed. */
export default async function CheckPage({ searchParams }: Props) {
  const [{ why }, typed, site] = await Promise.all([searchParams, lastSignup(), loadSite()]);
  if (!typed) redirect('/newsletter');
  const notice = typeof why === 'string' ? NOTICES[why] : undefined;
  const address = why === 'address' ? checkAddress(typed.email, { kept: false }) : null;
  const fault = address && 'fault' in address ? address.fault : undefined;
  const suggestion = address && 'suggestion' in address ? address.suggestion : undefined;
  return (
    <Band>
      <h1>{titleOf(why, suggestion)}</h1>
      {notice && (
        <Notice kind="warn" role="alert" className="mt-6 max-w-136">
          <p>{notice}</p>
        </Notice>
      )}
      <SignupForm
        id="check"
        className="mt-6"
        topic={await topicOf(typed)}
        siteName={site.name}
        from={typed.from}
        guard={signupGuard()}
        email={typed.email}
        frequency={typed.frequency}
        fault={fault}
        kind={suggestion ? 'ink' : 'go'}
      >
        {suggestion && (
          <Notice kind="ask" role="alert" className="mt-4">
            <p>
              Did you mean <strong className="wrap-anywhere">{suggestion}</strong>?
            </p>
            <Button type="submit" name="meant" value={suggestion} kind="go" className="mt-3">
              Yes, use that
            </Button>
            <p className="mt-3 text-sm">Otherwise send it as it stands, or change it above.</p>
            <input type="hidden" name="kept" value={typed.email} />
          </Notice>
        )}
      </SignupForm>
    </Band>
  );
}

function titleOf(why: string | string[] | undefined, suggestion: string | undefined): string {
  if (suggestion) return 'Is the address right?';
  return why === undefined ? 'Change it here' : 'Not quite yet';
}

async function topicOf(typed: TypedSignup) {
  if (typed.choice) return { choices: <NewsletterChoice roles={await loadRoleChoice()} {...typed} /> };
  if (typed.alert === null) return 'newsletter' as const;
  return readSearch(database(), typed.alert);
}
