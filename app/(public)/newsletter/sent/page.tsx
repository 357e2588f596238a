import type { Metadata } from 'next';
import { Band } from '@/components/layout/band';
import { OfferRows } from '@/components/offers/offer-rows';
import { Glyph } from '@/components/ui/glyphs';
import { Trap } from '@/components/ui/trap';
import { database } from '@/db/pool';
import { parseAlertQuery } from '@/domain/newsletter/input';
import { CONFIRM_DAYS } from '@/domain/newsletter/rules';
import { readSettings } from '@/domain/settings/settings';
import { loadOffers, searchView } from '../../offers/loaders';
import { signupGuard } from '../signup-guard';
import { lastSignup } from '../typed-cookie';
import type { TypedSignup } from '../typed-signup';

export const metadata: Metadata = { title: 'One more tick', robots: { index: false } };

const MEANWHILE = 3;

/** Where every signup ends, whether the address was known or not. */
export default async function SentPage() {
  const [typed, { unconfirmedDays }] = await Promise.all([lastSignup(), readSettings(database())]);
  const view = typed?.alert ? await searchView(parseAlertQuery(typed.alert)) : await loadOffers();
  const rows = view.result.rows.slice(0, MEANWHILE);
  return (
    <>
      <Band>
        <Glyph name="tick-outline" className="h-10 w-9 text-accent" />
        <h1 className="mt-3">One more tick, from you.</h1>
        <p className="lede mt-3">
          We have sent a link{' '}
          {typed ? (
            <>
              to <strong className="wrap-anywhere">{typed.email}</strong>
            </>
          ) : (
            'to your address'
          )}
          . Open it within {CONFIRM_DAYS} days and press the button there; nothing comes before.
        </p>
        <div className="mt-7 max-w-160 border-t border-ink pt-6">
          <p>Nothing yet? It takes a minute; then look under promotions or spam.</p>
          {typed && <SendAgain typed={typed} />}
          <p className="mt-3">
            Wrong address? <a href="/newsletter/check">Change it</a>. What nobody confirms is deleted in{' '}
            {unconfirmedDays} days.
          </p>
        </div>
      </Band>
      {rows.length > 0 && (
        <Band title="Meanwhile">
          <OfferRows rows={rows} pay={view.pay} today={view.today} />
        </Band>
      )}
    </>
  );
}

function SendAgain({ typed }: { typed: TypedSignup }) {
  const guard = signupGuard();
  return (
    <form method="post" action="/newsletter/signup" className="mt-3">
      <input type="hidden" name="from" value={typed.from} />
      <input type="hidden" name={guard.sealField} value={guard.seal} />
      <input type="hidden" name="email" value={typed.email} />
      <input type="hidden" name="kept" value={typed.email} />
      <input type="hidden" name="frequency" value={typed.frequency} />
      {typed.newsletter && <input type="hidden" name="newsletter" value="on" />}
      {typed.choice && <input type="hidden" name="choice" value="on" />}
      {typed.alert !== null && <input type="hidden" name="alert" value={`?${typed.alert}`} />}
      <Trap name={guard.trapField} />
      <button type="submit" className="link-button">
        Send it again
      </button>
    </form>
  );
}
