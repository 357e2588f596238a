import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { invalidateTags } from '@/db/invalidation';
import { OTHER_ROLE } from '@/domain/roles/queries';
import { ALL_LEVELS, ALL_ROLES, MIN_OFFERS_PER_FIGURE } from './rules';

/**
 * Counts the table `pay_figure` anew from the live offers that state their pay, in one transaction, and
 * marks pages with pay figures as stale if any figure changed; resolves to whether one did. A role and
 * level with fewer than MIN_OFFERS_PER_FIGURE such offers gets no row. Offers of the role `other` are left
 * out. Safe to repeat and to run from several processes.
 */
export async function refreshPayFigures(db: Db): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`lock table pay_figure in share row exclusive mode`);
    const [counted] = await tx.execute<{ changed: number }>(sql`
      with best as (
        select distinct on (o.id) o.role_id as role, o.seniority::text as seniority,
          (p.yearly_eur_min + p.yearly_eur_max) / 2 as yearly
        from offer o
        join role r on r.id = o.role_id and r.slug <> ${OTHER_ROLE}
        join offer_pay p on p.offer_id = o.id
        where o.state = 'live' and p.yearly_eur_max is not null
        order by o.id, p.yearly_eur_max desc, p.yearly_eur_min desc
      ), grouped as (
        select coalesce(role, ${ALL_ROLES}) as role_id,
          case grouping(seniority) when 1 then ${ALL_LEVELS} else seniority end as seniority,
          count(*)::int as offers,
          percentile_disc(array[0.02, 0.25, 0.5, 0.75, 0.98]) within group (order by yearly) as p
        from best
        group by grouping sets ((role, seniority), (role), (seniority), ())
        having (grouping(seniority) = 1 or seniority is not null) and count(*) >= ${MIN_OFFERS_PER_FIGURE}
      ), gone as (
        delete from pay_figure f
        where not exists (select from grouped g where (g.role_id, g.seniority) = (f.role_id, f.seniority))
        returning 1
      ), kept as (
        insert into pay_figure as f (role_id, seniority, offers, p2, p25, median, p75, p98)
        select role_id, seniority, offers, p[1], p[2], p[3], p[4], p[5] from grouped
        on conflict (role_id, seniority) do update
          set (offers, p2, p25, median, p75, p98) =
            (excluded.offers, excluded.p2, excluded.p25, excluded.median, excluded.p75, excluded.p98)
          where (f.offers, f.p2, f.p25, f.median, f.p75, f.p98) is distinct from
            (excluded.offers, excluded.p2, excluded.p25, excluded.median, excluded.p75, excluded.p98)
        returning 1
      )
      select ((select count(*) from gone) + (select count(*) from kept))::int as changed`);
    const changed = (counted?.changed ?? 0) > 0;
    if (changed) await invalidateTags(tx, ['pay-figures']);
    return changed;
  });
}
