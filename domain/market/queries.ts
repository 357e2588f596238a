import { eq, isNull, ne, or } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { payFigure } from '@/db/schema/market';
import { role } from '@/db/schema/roles';
import { OTHER_ROLE } from '@/domain/roles/queries';
import { ALL_LEVELS, ALL_ROLES, type PayFigures, payScale } from './rules';

/**
 * What the market pays, as last counted by `refreshPayFigures`. A role or level that too few offers
 * speak for (MIN_OFFERS_PER_FIGURE) is not in it.
 */
export async function getPayFigures(db: Db): Promise<PayFigures> {
  const rows = await db
    .select({ role: role.slug, figure: payFigure })
    .from(payFigure)
    .leftJoin(role, eq(role.id, payFigure.roleId))
    .where(or(isNull(role.slug), ne(role.slug, OTHER_ROLE)));
  const figures: PayFigures = { scale: payScale(undefined), overall: {}, byRole: {} };
  for (const { role, figure } of rows) {
    const { seniority, offers, p25, median, p75 } = figure;
    const shown = { offers, p25, median, p75 };
    if (role !== null) {
      figures.byRole[role] ??= {};
      figures.byRole[role][seniority] = shown;
    } else if (figure.roleId === ALL_ROLES) {
      figures.overall[seniority] = shown;
      if (seniority === ALL_LEVELS) figures.scale = payScale(figure.p98);
    }
  }
  return figures;
}
