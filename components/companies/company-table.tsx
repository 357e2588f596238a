import { Band } from '@/components/layout/band';
import { Blank } from '@/components/ui/blank';
import { Pager } from '@/components/ui/pager';
import { formatNumber } from '@/domain/offers/labels';

type CompanyLine = {
  id: number;
  slug: string;
  name: string;
  offers: number;
  roles: { slug: string; short: string; offers: number }[];
};

type CompanyTableProps = { companies: CompanyLine[]; total: number; page: number; pages: number };

const ROLES_SHOWN = 4;

/** The address of a page of the list; the first one is the list itself. */
export function companiesHref(page: number): string {
  return page > 1 ? `/companies/page/${page}` : '/companies';
}

/** Companies that hire, most open offers first. */
export function CompanyTable({ companies, total, page, pages }: CompanyTableProps) {
  return (
    <Band
      lead={
        <>
          <h1 className="md:text-4xl md:leading-[1.03]">Companies hiring</h1>
          {total > 0 && (
            <p className="lede mt-4">
              {formatNumber(total)} {total === 1 ? 'company has' : 'companies have'} open offers in IT. Those
              with the most come first.
            </p>
          )}
        </>
      }
    >
      {companies.length > 0 ? (
        <div className="mt-8">
          <table className="ledger">
            <caption className="sr-only">Companies with open offers, page {page}</caption>
            <thead>
              <tr>
                <th scope="col">Company</th>
                <th scope="col" className="max-md:hidden">
                  Looking for
                </th>
                <th scope="col" className="figure">
                  Open offers
                </th>
              </tr>
            </thead>
            <tbody>
              {companies.map((company) => (
                <tr key={company.id}>
                  <th scope="row" className="md:w-2/5">
                    <a href={`/companies/${company.slug}`}>{company.name}</a>
                    <span className="block text-xs font-normal text-ink-3 md:hidden">
                      {roleList(company)}
                    </span>
                  </th>
                  <td className="text-ink-2 max-md:hidden">{roleList(company)}</td>
                  <td className="figure">{formatNumber(company.offers)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <Pager page={page} pages={pages} href={companiesHref} />
        </div>
      ) : (
        <div className="mt-8">
          <Blank title="No company is hiring at the moment.">
            <p>A company appears here with its first open offer.</p>
          </Blank>
        </div>
      )}
    </Band>
  );
}

/** "Backend 4, QA 2, Data engineering, and 3 more". */
function roleList({ roles }: CompanyLine): string {
  const shown = roles
    .slice(0, ROLES_SHOWN)
    .map(({ short, offers }) => (offers > 1 ? `${short}\u00a0${formatNumber(offers)}` : short));
  const more = roles.length - shown.length;
  return shown.join(', ') + (more > 0 ? `, and ${more} more` : '');
}
