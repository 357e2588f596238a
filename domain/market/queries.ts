import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import {
  ALL_CONTRACTS,
  ALL_COUNTRIES,
  ALL_LEVELS,
  ALL_ROLES,
  type PayFigure,
  type PayFigures,
  payScale,
} from './rules';

/**
 * What the market pays, as last counted by `recountMarket`. A role or level that too few offers
 * speak for (MIN_OFFERS_PER_FIGURE) is not in it.
 */
export async function getPayFigures(db: Db): Promise<PayFigures> {
  const rows = await db.execute<PayFigure & { role: string | null; seniority: string; p98: number }>(sql`
    select r.slug as role, f.seniority, f.offers, f.p25, f.median, f.p75, f.p98
    from pay_figure f left join role r on r.id = f.role_id
    where f.contract = ${ALL_CONTRACTS} and f.country = ${ALL_COUNTRIES}
      and (r.id is not null or f.role_id = ${ALL_ROLES})`);
  const figures: PayFigures = { scale: payScale(undefined), overall: {}, byRole: {} };
  for (const { role, seniority, p98, ...figure } of rows) {
    if (role !== null) {
      figures.byRole[role] ??= {};
      figures.byRole[role][seniority] = figure;
    } else {
      figures.overall[seniority] = figure;
      if (seniority === ALL_LEVELS) figures.scale = payScale(p98);
    }
  }
  return figures;
}
