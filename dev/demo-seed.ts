import { inArray, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { exchangeRate, offer } from '@/db/schema/offers';
import { demoContent } from '@/db/seed/demo/content';
import type { DemoCompany, DemoOffer, DemoPay } from '@/db/seed/demo/types';
import { recountMarket } from '@/domain/market/recount';
import { idArray } from '@/domain/offers/changes';
import { type Answer, closeOffers, recordAnswers, saveOffers } from '@/domain/offers/commands';
import { moveOffers, PAUSED, stamp } from '@/domain/offers/moves';
import type { OfferRecord, RecordPay, RecordPlace } from '@/domain/offers/record';
import { type Gazetteer, loadGazetteer } from '@/domain/places/gazetteer';
import { readSettings } from '@/domain/settings/settings';
import { toMinorUnits } from '@/lib/money';

const SOURCE = 'demo';
/** What the demo's employer took over is an employer's offer since (demo-history.ts). */
const SOURCES = [SOURCE, 'employer'];
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Of a roll call: the first and the last answers come so many hours after the question. */
const ANSWERED_AFTER_HOURS = [1, 60] as const;

/**
 * Writes the fictional companies and offers, as if each had been posted, confirmed and closed on its own
 * day up to `now`, in one transaction. Safe to repeat: what is there stays as it is.
 */
export async function seedDemo(db: Db, now: Date): Promise<void> {
  await db.transaction((tx) => writeDemo(tx, now));
}

async function writeDemo(db: Db, now: Date): Promise<void> {
  const { companies, offers: wanted } = demoContent(now);
  const stored = await db.select({ key: offer.sourceId }).from(offer).where(inArray(offer.source, SOURCES));
  const there = new Set(stored.map(({ key }) => key));
  const offers = wanted.filter(({ key }) => !there.has(key));
  const companyOf = new Map(companies.map((company) => [company.key, company]));
  const gazetteer = loadGazetteer();
  const rates = new Map(
    (await db.select().from(exchangeRate)).map(({ currency, perEur }) => [currency, perEur]),
  );
  const settings = await readSettings(db);
  const daysAgo = (days: number, key = '') => new Date(now.getTime() - days * DAY_MS - timeOfDay(key));

  const answers: Answer[] = [];
  const ended = new Map<string, number[]>();
  for (const [days, posted] of groupBy(offers, (demo) => demo.publishedDaysAgo)) {
    const records = posted.map((demo) => {
      const company = companyOf.get(demo.companyKey);
      if (!company) throw new Error(`The demo offer ${demo.key} has no company ${demo.companyKey}`);
      return toRecord(demo, company, gazetteer, daysAgo(days, demo.key), now);
    });
    // The day of publication is the day on which it is stored: later answers count from there.
    const { created } = await saveOffers(db, records, {
      now: daysAgo(days),
      actor: 'system',
      rates,
      settings,
    });
    created.forEach((offerId, index) => {
      const demo = posted[index];
      if (!demo) return;
      for (const answer of demo.answers) {
        const answeredAt = daysAgo(answer.daysAgo, demo.key);
        const askedAt = new Date(answeredAt.getTime() - answerTime(`${demo.companyKey} ${answer.daysAgo}`));
        answers.push({ offerId, askedAt, answeredAt, answer: answer.answer, by: 'employer' });
      }
      if (demo.state !== 'live') {
        const key = `${demo.state} ${demo.endedDaysAgo ?? 0}`;
        ended.set(key, [...(ended.get(key) ?? []), offerId]);
      }
    });
  }
  await recordAnswers(db, answers);
  for (const [key, ids] of ended) {
    const [state, days] = key.split(' ') as ['expired' | 'filled' | 'paused', string];
    const by = { now: daysAgo(Number(days)), actor: 'system' };
    if (state === 'paused') await pause(db, ids, by);
    else await closeOffers(db, ids, state, by);
  }
  await recountMarket(db, now);
}

function toRecord(
  offer: DemoOffer,
  company: DemoCompany,
  gazetteer: Gazetteer,
  publishedAt: Date,
  now: Date,
): OfferRecord {
  return {
    source: SOURCE,
    sourceId: offer.key,
    company: {
      name: company.name,
      domain: company.domain,
      website: company.website,
      logoUrl: null,
      about: company.about,
      size: company.size,
      foundedYear: company.founded,
      benefits: company.benefits,
    },
    title: offer.title,
    descriptionHtml: offer.descriptionHtml,
    role: offer.role,
    seniority: offer.seniority,
    workplace: offer.workplace,
    workplaceNote: offer.workplaceNote,
    partTime: offer.partTime,
    featured: offer.featured,
    skills: offer.skills,
    places: offer.places.map(({ city, countryCode }): RecordPlace => {
      const known = city ? gazetteer.findCityIn(city, countryCode) : null;
      return {
        use: offer.workplace === 'remote' ? 'applicant' : 'workplace',
        countryCode,
        city: city ? { name: known?.name ?? city, geonameId: known?.geonameId ?? null } : null,
      };
    }),
    pay: offer.contracts.map(toRecordPay),
    apply: offer.apply,
    publishedAt,
    expiresAt: new Date(now.getTime() + offer.closesInDays * DAY_MS),
  };
}

/** "From" and "up to" become one figure, as an import takes them. */
function toRecordPay({ contract, min, max, currency, period, tax }: DemoPay): RecordPay {
  const [low, high] = [min ?? max, max ?? min];
  if (low === null || high === null) {
    return { contract, min: null, max: null, currency: null, period: null, tax: null };
  }
  return {
    contract,
    min: toMinorUnits(low, currency),
    max: toMinorUnits(high, currency),
    currency,
    period,
    tax,
  };
}

/** As if their employers had. */
async function pause(db: Db, ids: number[], { now, actor }: { now: Date; actor: string }): Promise<void> {
  await moveOffers(db, {
    where: sql`id = any(${idArray(ids)}) and state = 'live'`,
    set: PAUSED(stamp(now)),
    event: 'offer.paused',
    actor,
    now,
    data: { by: 'employer' },
  });
}

/** Some answer within the hour, some after days; most in between. */
function answerTime(key: string): number {
  const [first, last] = ANSWERED_AFTER_HOURS;
  return Math.round((first + (last - first) * (spread(key) / DAY_SECONDS) ** 2) * HOUR_MS);
}

/** Something between midnight and noon before, the same for the same key: people answer all through a day. */
function timeOfDay(key: string): number {
  return (spread(key) / 2) * 1000;
}

const DAY_SECONDS = 86_400;

/** A number below the seconds of a day, the same for the same key. */
function spread(key: string): number {
  let sum = 0;
  for (const char of key) sum = (sum * 31 + char.charCodeAt(0)) % DAY_SECONDS;
  return sum;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return new Map([...groups].sort(([a], [b]) => b - a));
}
