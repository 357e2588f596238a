import { Band } from '@/components/layout/band';
import { Blank } from '@/components/ui/blank';
import { Button } from '@/components/ui/button';
import { RemoveChip } from '@/components/ui/chip';
import { Field, Select } from '@/components/ui/field';
import { type Salaries, salariesHref } from '@/domain/market/input';
import { MIN_OFFERS_PER_FIGURE } from '@/domain/market/rules';
import { countryName, formatDate, formatNumber, formatOffers } from '@/domain/offers/labels';
import { CONTRACT_LABELS } from '@/domain/offers/rules';
import { formatMedian } from './labels';
import { SalaryTable } from './salary-table';
import { salariesTitle } from './salary-words';

/** /salaries, whole or narrowed to a contract and a country. */
export function SalaryPage({ salaries }: { salaries: Salaries }) {
  const { all, roles, withheld, contract, country } = salaries;
  const total = all.all;
  return (
    <>
      <Band
        lead={
          <>
            <h1>{salariesTitle(salaries)}</h1>
            <p className="lede mt-4">
              {total
                ? `Counted from ${formatOffers(total.offers)} that are open and state their pay: the median is ${formatMedian(total.median)} EUR a year.`
                : `Fewer than ${MIN_OFFERS_PER_FIGURE} open offers here state their pay. That is too few for any figure.`}
            </p>
          </>
        }
        side={<Narrow salaries={salaries} />}
      >
        <p className="mt-6 flex flex-wrap gap-2 empty:hidden">
          {contract && (
            <RemoveChip href={salariesHref({ contract: null, country })} label={CONTRACT_LABELS[contract]} />
          )}
          {country && (
            <RemoveChip href={salariesHref({ contract, country: null })} label={countryName(country)} />
          )}
        </p>
        {roles.length > 0 ? (
          <div className="mt-6">
            <SalaryTable salaries={salaries} />
          </div>
        ) : (
          <Blank title="Nothing to compare here.">
            <p>
              <a href="/salaries">Pay in all countries, under any contract</a>
            </p>
          </Blank>
        )}
        {withheld.length > 0 && roles.length > 0 && (
          <p className="mt-4 max-w-160 text-sm text-ink-2">
            Withheld, with fewer than {MIN_OFFERS_PER_FIGURE} offers that state their pay:{' '}
            {withheld.map(({ slug, title }, n) => (
              <span key={slug}>
                {n > 0 && ', '}
                <a href={`/roles/${slug}`}>{title}</a>
              </span>
            ))}
            .
          </p>
        )}
      </Band>
      <Method salaries={salaries} />
    </>
  );
}

function Narrow({ salaries: { contract, country, contracts, countries } }: { salaries: Salaries }) {
  const known = country === null || countries.some(({ value }) => value === country);
  return (
    <form action="/salaries" className="grid gap-4 max-lg:mt-6 max-lg:max-w-88">
      <Field id="contract" label="Contract">
        <Select id="contract" name="contract" defaultValue={contract ?? ''}>
          <option value="">Any, at its best pay</option>
          {contracts.map(({ value, offers }) => (
            <option key={value} value={value}>
              {CONTRACT_LABELS[value]} ({statedBy(offers)})
            </option>
          ))}
          {contract && !contracts.some(({ value }) => value === contract) && (
            <option value={contract}>{CONTRACT_LABELS[contract]}</option>
          )}
        </Select>
      </Field>
      <Field id="country" label="Country" hint="In brackets: the offers that state their pay.">
        <Select
          id="country"
          name="country"
          defaultValue={country?.toLowerCase() ?? ''}
          aria-describedby="country-hint"
        >
          <option value="">All countries</option>
          {countries.map(({ value, offers }) => (
            <option key={value} value={value.toLowerCase()}>
              {countryName(value)} ({statedBy(offers)})
            </option>
          ))}
          {country && !known && <option value={country.toLowerCase()}>{countryName(country)}</option>}
        </Select>
      </Field>
      <Button type="submit">Show</Button>
    </form>
  );
}

function statedBy(offers: number | null): string {
  return offers === null ? `under ${MIN_OFFERS_PER_FIGURE}` : formatNumber(offers);
}

function Method({ salaries: { countedAt, rates } }: { salaries: Salaries }) {
  return (
    <Band title="How it is counted">
      <div className="prose">
        <p>
          From the offers that are open on this portal and state their pay, and from nothing else: no surveys,
          no estimates. An offer counts by the middle of its range. Under “any contract” it counts once, by
          the contract that pays best; under one contract by what it pays there. One that names several
          countries counts in each, remote ones where they may be done from.
        </p>
        <p>
          Amounts are made comparable as a year of 12 months, 220 days or {formatNumber(2_080)} hours, in EUR
          {rates && `, other currencies at the rates of ${formatDate(rates.asOf)} (${rates.source})`}. They
          stay as stated otherwise: gross under employment, as a rule net of VAT under B2B, so the two differ
          by more than their figures.
        </p>
        <p>
          The range is the middle half: a quarter pay less, a quarter more. A figure from fewer than{' '}
          {MIN_OFFERS_PER_FIGURE} offers is withheld.
          {countedAt && ` Counted on ${formatDate(countedAt)}.`}
        </p>
      </div>
    </Band>
  );
}
