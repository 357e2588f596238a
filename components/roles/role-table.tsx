import { formatMedian, formatShare } from '@/components/market/labels';
import { PayBar } from '@/components/offers/offer-pay';
import { ALL_LEVELS, type PayFigures } from '@/domain/market/rules';
import { formatNumber, formatOffers, formatThousands } from '@/domain/offers/labels';

export type RoleLine = { slug: string; title: string; offers: number; remoteShare: number | null };

/** Roles with what their live offers pay; a role that too few of them speak for gets no figure. */
export function RoleTable({ roles, pay, caption }: { roles: RoleLine[]; pay: PayFigures; caption: string }) {
  return (
    <table className="ledger md:table-fixed">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Role</th>
          <th scope="col" className="figure w-[14%] max-md:hidden">
            Open offers
          </th>
          <th scope="col" className="figure max-md:pr-0! md:w-[22%]">
            Median a year, EUR
          </th>
          <th scope="col" className="w-[26%] pl-4 max-md:hidden">
            Bar: {formatThousands(pay.scale.min, pay.scale.max)}
          </th>
          <th scope="col" className="figure w-[9%] max-md:hidden">
            Remote
          </th>
        </tr>
      </thead>
      <tbody>
        {roles.map((role) => {
          const figure = pay.byRole[role.slug]?.[ALL_LEVELS];
          const remote = role.remoteShare === null ? undefined : formatShare(role.remoteShare, 1);
          return (
            <tr key={role.slug}>
              <th scope="row">
                <a href={`/roles/${role.slug}`}>{role.title}</a>
                <span className="block text-xs font-normal text-ink-3 md:hidden">
                  {formatOffers(role.offers)}
                  {remote && `, ${remote} remote`}
                </span>
              </th>
              <td className="figure max-md:hidden">{formatNumber(role.offers)}</td>
              <td className="figure max-md:pr-0!">
                {figure ? (
                  <b>{formatMedian(figure.median)}</b>
                ) : (
                  <span className="text-xs text-ink-3">{role.offers > 0 ? 'too few say' : '–'}</span>
                )}
              </td>
              <td className="pl-4 max-md:hidden">
                {figure && (
                  <>
                    <span className="sr-only">
                      The middle half: {formatThousands(figure.p25, figure.p75)} a year
                    </span>
                    <PayBar scale={pay.scale} from={figure.p25} to={figure.p75} median={figure.median} />
                  </>
                )}
              </td>
              <td className="figure max-md:hidden">{remote ?? '–'}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
