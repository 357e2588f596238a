import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { EmailForm } from '@/components/account/email-form';
import { Band } from '@/components/layout/band';
import { AlertTable } from '@/components/newsletter/alert-table';
import { Button } from '@/components/ui/button';
import { Confirm } from '@/components/ui/confirm';
import { Field, Select } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Option } from '@/components/ui/option';
import { database } from '@/db/pool';
import { PAUSE_WEEKS } from '@/domain/newsletter/input';
import type { LinkParams } from '@/domain/newsletter/links';
import { getPreferences, openPreferences, type Preferences } from '@/domain/newsletter/preferences';
import { PREFERENCES_DAYS } from '@/domain/newsletter/rules';
import { formatDate } from '@/domain/offers/labels';
import { authSecret } from '@/lib/env';
import { listTimeZones } from '@/lib/time-zone';
import { linkField } from '../link-params';
import { askLink, changeMyAddress, deleteMe, leaveEverything, pause, remail, save } from './actions';

export const metadata: Metadata = {
  title: 'Your e-mails',
  robots: { index: false },
  referrer: 'same-origin',
};

type Props = { searchParams: Promise<LinkParams> };

/** For so long a removed alert is shown, to be taken back. */
const UNDO_MS = 7 * 86_400_000;

const DONE: Record<string, string> = {
  saved: 'Saved.',
  removed: 'Removed. It can be taken back below for a week.',
  restored: 'It comes again.',
  paused: 'Nothing comes until then.',
  resumed: 'It comes again.',
  left: 'You have left everything.',
  asked: 'We have sent a link to the new address. The change is made when you confirm it there.',
  moved: 'This is your address now.',
};

/** What somebody gets, by a mailed link: no account, no password. */
export default async function PreferencesPage({ searchParams }: Props) {
  const params = await searchParams;
  const now = new Date();
  if (params.deleted) return <Plain title="You are deleted">{DELETED}</Plain>;
  if (params.sent) return <Plain title="Look in your mail">{SENT}</Plain>;
  const opened = await openPreferences(database(), params, authSecret(), now);
  if (!opened) return <AskLink altered={params.key !== undefined} />;
  const link = linkField({ ...params, done: undefined });
  if (opened.expired) {
    return (
      <Plain title="This link is too old">
        <p>
          It worked for {PREFERENCES_DAYS} days, so that an old mail opens nothing. Another one is a mail
          away.
        </p>
        <form action={remail} className="mt-6">
          <input type="hidden" name="link" value={link} />
          <Button type="submit" kind="go">
            Mail me a new link
          </Button>
        </form>
      </Plain>
    );
  }
  const since = new Date(now.getTime() - UNDO_MS);
  const preferences = await getPreferences(database(), opened.reader, { since, now });
  const done = typeof params.done === 'string' ? DONE[params.done] : undefined;
  return <Own preferences={preferences} link={link} done={done} />;
}

const DELETED = (
  <p>
    Your address and what you subscribed to are gone. What is kept for a while is the proof that you had asked
    for our mail; the <a href="/privacy">privacy page</a> says how long. A last mail tells you the same.
  </p>
);

const SENT = (
  <p>If that address is on a list of ours, a link to its preferences is on its way. It takes a minute.</p>
);

function Own({ preferences, link, done }: { preferences: Preferences; link: string; done?: string }) {
  const hidden = <input type="hidden" name="link" value={link} />;
  const { email, confirmedAt, newsletter, alerts, pausedUntil } = preferences;
  const isNothing = !newsletter && !alerts.some(({ active }) => active);
  return (
    <Band
      side={
        <p className="text-sm text-ink-3 wrap-anywhere">
          {email}
          {confirmedAt && <span className="block">Confirmed {formatDate(confirmedAt)}</span>}
        </p>
      }
    >
      <h1>Your e-mails</h1>
      {done && (
        <Notice kind="good" role="status" className="mt-6">
          <p>{done}</p>
        </Notice>
      )}
      {isNothing && (
        <Notice kind="warn" className="mt-6">
          <p>Nothing is sent to you at the moment.</p>
        </Notice>
      )}
      {pausedUntil && (
        <Notice kind="warn" className="mt-6">
          <form action={pause} className="flex flex-wrap items-baseline gap-x-5 gap-y-2">
            {hidden}
            <p>Paused until {formatDate(pausedUntil)}.</p>
            <button type="submit" className="link-button">
              Let it come again
            </button>
          </form>
        </Notice>
      )}
      <form action={save} className="mt-8">
        {hidden}
        {/* The first button of a form is what Enter presses. */}
        <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true">
          Save
        </button>
        <div className="grid gap-x-16 gap-y-10 xl:grid-cols-2">
          <section>
            <h2>Letters</h2>
            <div className="mt-3 border-b border-rule pb-3">
              <Option name="newsletter" value="on" defaultChecked={newsletter}>
                <span>
                  The newsletter
                  <small className="block text-xs text-ink-3">Whenever there is one</small>
                </span>
              </Option>
            </div>
            <TimeZoneField {...preferences} />
          </section>
          <section className="min-w-0">
            <h2>Job alerts</h2>
            <div className="mt-3">
              {alerts.length > 0 ? (
                <AlertTable alerts={alerts} />
              ) : (
                <p className="text-ink-2">
                  None yet. Set filters among the <a href="/offers">offers</a>, then choose “E-mail me new
                  ones”.
                </p>
              )}
            </div>
          </section>
        </div>
        <div className="mt-10 border-t border-ink pt-5">
          <Button type="submit" kind="go">
            Save
          </Button>
        </div>
      </form>
      <div className="mt-12 grid gap-x-16 gap-y-10 border-t border-rule pt-8 xl:grid-cols-2">
        {!pausedUntil && !isNothing && <PauseForm hidden={hidden} />}
        <section>
          <h2 className="text-lg leading-7 md:text-lg md:leading-7">Another address</h2>
          <EmailForm
            action={changeMyAddress}
            label="New e-mail"
            hint="We write to it. The change is made when you confirm it there."
            submit="Change the address"
          >
            {hidden}
          </EmailForm>
        </section>
        <section>
          <h2 className="text-lg leading-7 md:text-lg md:leading-7">Your data</h2>
          <ul className="mt-3 space-y-3 text-sm">
            <li>
              <a href={`/newsletter/preferences/export?${link}`} download>
                Download all that we keep about you
              </a>{' '}
              <span className="text-ink-3">(JSON)</span>
            </li>
            {!isNothing && (
              <li>
                <form action={leaveEverything}>
                  {hidden}
                  <button type="submit" className="link-button">
                    Leave every list and alert
                  </button>
                </form>
              </li>
            )}
            <li>
              <Confirm label="Delete my address">
                <p>Your address, lists and alerts are deleted at once. This cannot be undone.</p>
                <form action={deleteMe} className="mt-3">
                  {hidden}
                  <Button type="submit" small kind="ink">
                    Delete it
                  </Button>
                </form>
              </Confirm>
            </li>
          </ul>
        </section>
      </div>
    </Band>
  );
}

function TimeZoneField({ timeZone, standardTimeZone }: Pick<Preferences, 'timeZone' | 'standardTimeZone'>) {
  return (
    <Field id="timeZone" label="Time zone" hint="Digests come at 8:00 there." className="mt-6 max-w-104">
      <Select id="timeZone" name="timeZone" defaultValue={timeZone ?? ''} aria-describedby="timeZone-hint">
        <option value="">{zoneName(standardTimeZone)}, unless you choose another</option>
        {listTimeZones().map((zone) => (
          <option key={zone} value={zone}>
            {zoneName(zone)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function zoneName(zone: string): string {
  return zone.replaceAll('_', ' ');
}

function PauseForm({ hidden }: { hidden: ReactNode }) {
  return (
    <section>
      <h2 className="text-lg leading-7 md:text-lg md:leading-7">A pause</h2>
      <form action={pause} className="mt-4 flex max-w-112 flex-wrap items-end gap-3">
        {hidden}
        <Field id="weeks" label="Send nothing for" className="flex-1">
          <Select id="weeks" name="weeks" defaultValue="2">
            {PAUSE_WEEKS.map((weeks) => (
              <option key={weeks} value={weeks}>
                {weeks === 1 ? 'a week' : `${weeks} weeks`}
              </option>
            ))}
          </Select>
        </Field>
        <Button type="submit">Pause</Button>
      </form>
    </section>
  );
}

function AskLink({ altered }: { altered: boolean }) {
  return (
    <Plain title="Your e-mails">
      {altered && (
        <Notice kind="warn" role="alert" className="mb-5">
          <p>
            That link is not quite as we sent it, or its address is no longer on a list. Nothing was changed.
          </p>
        </Notice>
      )}
      <p>There is no account and no password. We mail you a link that opens what you get from us.</p>
      <EmailForm action={askLink} label="Your e-mail" submit="Mail me the link" kind="go" />
    </Plain>
  );
}

function Plain({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Band>
      <h1>{title}</h1>
      <div className="mt-3 max-w-160 text-ink-2">{children}</div>
    </Band>
  );
}
