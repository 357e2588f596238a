import type { Metadata } from 'next';
import { requireOperator } from '@/app/session';
import { ConsoleHead } from '@/components/operator/console-head';
import { Moment } from '@/components/operator/moment';
import { OfferState, STATE_WORDS } from '@/components/operator/offer-state';
import { SearchBar, SearchChoice, SearchField } from '@/components/operator/search-bar';
import { Blank } from '@/components/ui/blank';
import { Pager } from '@/components/ui/pager';
import { database } from '@/db/pool';
import { formatOffers, SEPARATOR } from '@/domain/offers/labels';
import { OFFER_STATES } from '@/domain/offers/rules';
import { PAGE_LINES, type Params, pageParam, stateParam, textParam } from '@/domain/operator/input';
import { findOffers, type OfferLine } from '@/domain/operator/offers';
import { consoleHref } from '../hrefs';

export const metadata: Metadata = { title: 'Offers' };

/** The choice of all states from which an offer may be published. */
const WAITING = 'waiting';

export default async function OffersPage({ searchParams }: { searchParams: Promise<Params> }) {
  await requireOperator('/operator/offers');
  const params = await searchParams;
  const [q, company, page] = [textParam(params, 'q'), textParam(params, 'company'), pageParam(params)];
  const waiting = textParam(params, 'state') === WAITING || params.waiting !== undefined;
  const state = stateParam(params);
  const { lines, total, capped } = await findOffers(database(), { q, company, state, waiting, page });
  const chosen = waiting ? WAITING : state;
  return (
    <>
      <ConsoleHead title="Offers" note={formatOffers(total, capped)} />
      <SearchBar action="/operator/offers">
        <SearchField label="Title, company, number or address" value={q} />
        <SearchChoice
          name="state"
          label="State"
          value={chosen}
          any="Any"
          options={[
            { value: WAITING, label: 'To be published' },
            ...OFFER_STATES.map((value) => ({ value, label: STATE_WORDS[value] })),
          ]}
        />
        {company && <input type="hidden" name="company" value={company} />}
      </SearchBar>
      {lines.length > 0 ? <OfferTable lines={lines} /> : <Nothing isWaiting={waiting} />}
      <Pager
        page={page}
        pages={Math.max(1, Math.ceil(total / PAGE_LINES))}
        capped={capped}
        href={(to) => consoleHref('/operator/offers', { q, state: chosen, company, page: to })}
      />
    </>
  );
}

function Nothing({ isWaiting }: { isWaiting: boolean }) {
  return (
    <Blank title={isWaiting ? 'Nothing waits to be published.' : 'No offer fits.'}>
      <p>
        <a href="/operator/offers">All offers</a>
      </p>
    </Blank>
  );
}

function OfferTable({ lines }: { lines: OfferLine[] }) {
  return (
    <table className="ledger ledger-stack">
      <thead>
        <tr>
          <th scope="col">Offer</th>
          <th scope="col">State</th>
          <th scope="col">Published</th>
          <th scope="col">Expires</th>
          <th scope="col" className="figure">
            Reports
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              <a href={`/operator/offers/${line.id}`}>{line.title}</a>
              <span className="block text-xs font-normal text-ink-3">
                {[
                  line.company.name,
                  `no. ${line.id}`,
                  line.source !== 'employer' && line.source,
                  line.featured && 'featured',
                ]
                  .filter(Boolean)
                  .join(SEPARATOR)}
              </span>
            </th>
            <td data-label="State">
              <OfferState state={line.state} />
            </td>
            <td data-label="Published">
              {line.publishedAt ? <Moment at={line.publishedAt} dayOnly /> : '–'}
            </td>
            <td data-label="Expires">{line.expiresAt ? <Moment at={line.expiresAt} dayOnly /> : '–'}</td>
            <td data-label="Reports" className="figure">
              {line.reports > 0 ? <a href={`/operator/reports?offer=${line.id}`}>{line.reports}</a> : '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
