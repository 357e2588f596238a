import type { Metadata } from 'next';
import { requireOperator } from '@/app/session';
import { ConsoleHead } from '@/components/operator/console-head';
import { SearchBar, SearchField } from '@/components/operator/search-bar';
import { Blank } from '@/components/ui/blank';
import { Pager } from '@/components/ui/pager';
import { database } from '@/db/pool';
import { formatCount, formatNumber } from '@/domain/offers/labels';
import { findCompanies } from '@/domain/operator/companies';
import { PAGE_LINES, type Params, pageParam, textParam } from '@/domain/operator/input';
import { consoleHref } from '../hrefs';

export const metadata: Metadata = { title: 'Companies' };

export default async function CompaniesPage({ searchParams }: { searchParams: Promise<Params> }) {
  await requireOperator('/operator/companies');
  const params = await searchParams;
  const [q, page] = [textParam(params, 'q'), pageParam(params)];
  const { lines, total, capped } = await findCompanies(database(), { q, page });
  return (
    <>
      <ConsoleHead
        title="Companies"
        note={`${formatCount(total, capped)} ${total === 1 ? 'company' : 'companies'}`}
      />
      <SearchBar action="/operator/companies">
        <SearchField label="Name or domain" value={q} />
      </SearchBar>
      {lines.length === 0 && (
        <Blank title="No company fits.">
          <p>
            <a href="/operator/companies">All companies</a>
          </p>
        </Blank>
      )}
      {lines.length > 0 && (
        <table className="ledger ledger-stack">
          <thead>
            <tr>
              <th scope="col">Company</th>
              <th scope="col" className="figure">
                Live offers
              </th>
              <th scope="col" className="figure">
                All offers
              </th>
              <th scope="col" className="figure">
                People
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ id, name, domain, live, offers, members }) => (
              <tr key={id}>
                <th scope="row">
                  <a href={`/operator/companies/${id}`}>{name}</a>
                  {domain && <span className="block text-xs font-normal text-ink-3">{domain}</span>}
                </th>
                <td data-label="Live offers" className="figure">
                  {formatNumber(live)}
                </td>
                <td data-label="All offers" className="figure">
                  {formatNumber(offers)}
                </td>
                <td data-label="People" className="figure">
                  {members === 0 ? '–' : formatNumber(members)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Pager
        page={page}
        pages={Math.max(1, Math.ceil(total / PAGE_LINES))}
        capped={capped}
        href={(to) => consoleHref('/operator/companies', { q, page: to })}
      />
    </>
  );
}
