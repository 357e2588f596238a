import type { Db } from '@/db/client';
import { offer, offerPay, offerPlace, offerSkill } from '@/db/schema/offers';
import { place } from '@/db/schema/places';
import { role } from '@/db/schema/roles';
import type { KeptFigures, Level } from '@/domain/market/input';
import { countryFacet, facetOf } from '@/domain/offers/facets';
import { CONTRACTS, SENIORITIES } from '@/domain/offers/input';
import { PAY_PERIODS, PAY_TAXES } from '@/domain/offers/rules';

/**
 * The market's figures as one would count them by hand: offer by offer, from the offers themselves. Slow, and
 * written without a look at how the portal does it; tests hold one against the other.
 */

const DAY_MS = 86_400_000;
const ENOUGH = 8;
const LISTED = 24;

type Live = {
  id: number;
  role: number;
  outside: boolean;
  company: number;
  level: (typeof SENIORITIES)[number] | null;
  remote: boolean;
  pay: (typeof offerPay.$inferSelect)[];
  yearly: number | null;
  skills: number[];
  cities: number[];
  countries: string[];
};

export type PayRow = {
  country: string;
  contract: string;
  role: number;
  seniority: string;
  offers: number;
  p25: number;
  median: number;
  p75: number;
};

export async function countMarket(
  db: Db,
  now: Date,
): Promise<{ figures: Map<number, KeptFigures>; pay: PayRow[] }> {
  const [offers, pays, places, skills, named, roles] = await Promise.all([
    db.select().from(offer),
    db.select().from(offerPay),
    db.select().from(offerPlace),
    db.select().from(offerSkill),
    db.select().from(place),
    db.select().from(role),
  ]);
  const other = roles.find(({ slug }) => slug === 'other')?.id;
  const placeOf = new Map(named.map((one) => [one.id, one]));
  const live = offers
    .filter(({ state }) => state === 'live')
    .map((row): Live => {
      const pay = pays.filter((one) => one.offerId === row.id);
      const at = places.filter((one) => one.offerId === row.id).map((one) => placeOf.get(one.placeId));
      return {
        id: row.id,
        role: row.roleId,
        outside: row.roleId === other,
        company: row.companyId,
        level: row.seniority,
        remote: row.workplace === 'remote',
        pay,
        yearly: bestMiddle(pay),
        skills: skills.filter((one) => one.offerId === row.id).map((one) => one.skillId),
        cities: unique(at.flatMap((one) => (one?.kind === 'city' ? [one.id] : []))),
        countries: unique(at.flatMap((one) => (one ? [one.countryCode] : []))),
      };
    });
  const inIt = live.filter((one) => !one.outside);
  const figures = new Map<number, KeptFigures>();
  const put = (facet: number, among: Live[], more: Partial<KeptFigures>) => {
    if (among.length > 0) figures.set(facet, { ...common(among), ...more });
  };
  for (const { id } of roles) {
    const among = inIt.filter((one) => one.role === id);
    const asked = rank(among.flatMap((one) => one.skills));
    put(facetOf('role', id), among, {
      roles: [],
      skills: asked,
      cities: rank(among.flatMap((one) => one.cities)).slice(0, LISTED),
      ...companiesOf(among),
      skillPay: asked.slice(0, 12).flatMap(([skill]) => {
        const pay = quartiles(among.filter((one) => one.skills.includes(skill)).map((one) => one.yearly));
        return pay ? [{ skill, offers: pay.offers, median: pay.median }] : [];
      }),
      weeks: weeksOf(
        offers.filter((one) => one.roleId === id),
        now,
      ),
      local: localOf(among),
    });
  }
  for (const skill of unique(inIt.flatMap((one) => one.skills))) {
    const among = inIt.filter((one) => one.skills.includes(skill));
    put(facetOf('skill', skill), among, {
      skills: rank(among.flatMap((one) => one.skills.filter((id) => id !== skill))).slice(0, LISTED),
      ...companiesOf(among),
    });
  }
  for (const city of unique(inIt.flatMap((one) => one.cities))) {
    put(
      facetOf('city', city),
      inIt.filter((one) => one.cities.includes(city)),
      {},
    );
  }
  for (const country of unique(inIt.flatMap((one) => one.countries))) {
    const among = inIt.filter((one) => one.countries.includes(country));
    const inside = (id: number) => placeOf.get(id)?.countryCode === country;
    put(countryFacet(country), among, {
      cities: rank(among.flatMap((one) => one.cities.filter(inside))).slice(0, LISTED),
    });
  }
  for (const company of unique(live.map((one) => one.company))) {
    const all = live.filter((one) => one.company === company);
    const among = all.filter((one) => !one.outside);
    put(facetOf('company', company), all, {
      ...common(among),
      offers: all.length,
      itOffers: among.length,
      remote: all.filter((one) => one.remote).length,
      payStated: all.filter((one) => one.yearly !== null).length,
      skills: rank(among.flatMap((one) => one.skills)).slice(0, LISTED),
      cities: rank(among.flatMap((one) => one.cities)).slice(0, LISTED),
      levels: unique(among.map((one) => one.role))
        .sort((a, b) => a - b)
        .flatMap((id) =>
          levelsOf(among.filter((one) => one.role === id)).map((pay) => ({ role: id, ...pay })),
        ),
    });
  }
  return { figures, pay: payRows(inIt) };
}

function common(among: Live[]): KeptFigures {
  return {
    offers: among.length,
    itOffers: among.length,
    remote: among.filter((one) => one.remote).length,
    payStated: among.filter((one) => one.yearly !== null).length,
    pay: quartiles(among.map((one) => one.yearly)),
    roles: rank(among.map((one) => one.role)),
    skills: [],
    cities: [],
    companies: [],
    hiring: 0,
    skillPay: [],
    weeks: null,
    local: null,
    levels: [],
  };
}

function companiesOf(among: Live[]) {
  const companies = rank(among.map((one) => one.company));
  return { companies: companies.slice(0, LISTED), hiring: companies.length };
}

function payRows(live: Live[]): PayRow[] {
  const rows: PayRow[] = [];
  const countries = ['all', ...unique(live.flatMap((one) => one.countries))];
  for (const country of countries) {
    const here = country === 'all' ? live : live.filter((one) => one.countries.includes(country));
    for (const contract of ['all', ...CONTRACTS]) {
      for (const role of [0, ...unique(live.map((one) => one.role))]) {
        const among = (role === 0 ? here : here.filter((one) => one.role === role)).map((one) => ({
          ...one,
          yearly:
            contract === 'all' ? one.yearly : bestMiddle(one.pay.filter((pay) => pay.contract === contract)),
        }));
        rows.push(...levelsOf(among).map((pay) => ({ country, contract, role, ...pay })));
      }
    }
  }
  return rows;
}

/** All levels together, then each. */
function levelsOf(among: Live[]) {
  return [null, ...SENIORITIES].flatMap((level) => {
    const pay = quartiles(
      among.filter((one) => level === null || one.level === level).map((one) => one.yearly),
    );
    return pay ? [{ seniority: (level ?? 'all') as Level, ...pay }] : [];
  });
}

function localOf(among: Live[]): KeptFigures['local'] {
  const stated = among.flatMap((one) =>
    one.pay.flatMap((pay) => (pay.statedMax === null ? [] : [{ ...pay, one }])),
  );
  const units = stated.filter(({ currency, period }) => !(currency === 'EUR' && period === 'year'));
  const by = new Map<string, Set<number>>();
  for (const { currency, period, one } of units) {
    const key = `${currency} ${PAY_PERIODS.indexOf(period ?? 'year')}`;
    by.set(key, (by.get(key) ?? new Set()).add(one.id));
  }
  const [first] = [...by].sort(([a, x], [b, y]) => y.size - x.size || (a < b ? -1 : 1));
  if (!first) return null;
  const [currency = '', at = ''] = first[0].split(' ');
  const period = PAY_PERIODS[Number(at)] ?? 'year';
  const same = stated.filter((pay) => pay.currency === currency && pay.period === period);
  const cells = CONTRACTS.flatMap((contract) => {
    const under = same.filter((pay) => pay.contract === contract);
    const [tax] = [...PAY_TAXES, null]
      .map((one) => ({ one, times: under.filter((pay) => pay.tax === one).length }))
      .sort((a, b) => b.times - a.times);
    const usual = under.filter((pay) => pay.tax === (tax?.one ?? null));
    return [null, ...SENIORITIES].flatMap((level) => {
      const figure = quartiles(
        usual
          .filter((pay) => level === null || pay.one.level === level)
          .map((pay) => Math.floor(((pay.statedMin ?? 0) + (pay.statedMax ?? 0)) / 2)),
      );
      const seniority = (level ?? 'all') as Level;
      return figure ? [{ contract, tax: tax?.one ?? null, seniority, ...figure }] : [];
    });
  });
  const rung = (level: Level) => (level === 'all' ? 0 : SENIORITIES.indexOf(level) + 1);
  return { currency, period, cells: cells.sort((a, b) => rung(a.seniority) - rung(b.seniority)) };
}

function weeksOf(offers: (typeof offer.$inferSelect)[], now: Date): KeptFigures['weeks'] {
  const today = new Date(now.toISOString().slice(0, 10));
  const monday = today.getTime() - ((today.getUTCDay() + 6) % 7) * DAY_MS;
  const starts = Array.from({ length: 12 }, (_, n) => monday - (11 - n) * 7 * DAY_MS);
  const counted = offers.filter(({ state }) => ['live', 'paused', 'expired', 'filled'].includes(state));
  return {
    from: new Date(starts[0] ?? 0).toISOString().slice(0, 10),
    offers: starts.map(
      (start) =>
        counted.filter(({ publishedAt }) => {
          const at = publishedAt?.getTime() ?? 0;
          return at >= start && at < start + 7 * DAY_MS;
        }).length,
    ),
  };
}

function bestMiddle(pay: (typeof offerPay.$inferSelect)[]): number | null {
  const [best] = pay
    .filter((one) => one.yearlyEurMax !== null)
    .sort(
      (a, b) =>
        (b.yearlyEurMax ?? 0) - (a.yearlyEurMax ?? 0) || (b.yearlyEurMin ?? 0) - (a.yearlyEurMin ?? 0),
    );
  return best ? Math.floor(((best.yearlyEurMin ?? 0) + (best.yearlyEurMax ?? 0)) / 2) : null;
}

/** The smallest value that at least that share of all do not exceed. */
function quartiles(values: (number | null)[]) {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  if (sorted.length < ENOUGH) return null;
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  return { offers: sorted.length, p25: at(0.25), median: at(0.5), p75: at(0.75) };
}

function rank(ids: number[]): [number, number][] {
  return unique(ids)
    .map((id): [number, number] => [id, ids.filter((one) => one === id).length])
    .sort(([a, x], [b, y]) => y - x || a - b);
}

function unique<T>(values: T[]): T[] {
  return [...new Set(values)];
}
