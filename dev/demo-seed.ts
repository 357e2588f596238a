import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { exchangeRate, offer } from '@/db/schema/offers';
import { demoContent } from '@/db/seed/demo/content';
import type { DemoCompany, DemoOffer, DemoPay } from '@/db/seed/demo/types';
import { refreshPayFigures } from '@/domain/market/commands';
import { type Answer, closeOffers, recordAnswers, saveOffers } from '@/domain/offers/commands';
import type { OfferRecord, RecordPay, RecordPlace } from '@/domain/offers/record';
import { type Gazetteer, loadGazetteer } from '@/domain/places/gazetteer';
import { readSettings } from '@/domain/settings/settings';
import { toMinorUnits } from '@/lib/money';

const SOURCE = 'demo';
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Of a roll call: asked so long before an answer came. */
const ANSWERED_AFTER_MS = 20 * HOUR_MS;

/**
 * Writes the fictional companies and offers, as if each had been posted, confirmed and closed on its own
 * day up to `now`, in one transaction. Safe to repeat: what is there stays as it is.
 */
export async function seedDemo(db: Db, now: Date): Promise<void> {
  await db.transaction((tx) => writeDemo(tx, now));
}

async function writeDemo(db: Db, now: Date): Promise<void> {
  const { companies, offers: wanted } = demoContent(now);
  const stored = await db.select({ key: offer.sourceId }).from(offer).where(eq(offer.source, SOURCE));
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
        const askedAt = new Date(answeredAt.getTime() - ANSWERED_AFTER_MS);
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
    await closeOffers(db, ids, state, { now: daysAgo(Number(days)), actor: 'system' });
  }
  await refreshPayFigures(db);
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

/** Something between midnight and noon before, the same for the same key: people answer all through a day. */
function timeOfDay(key: string): number {
  let sum = 0;
  for (const char of key) sum = (sum * 31 + char.charCodeAt(0)) % 43_200;
  return sum * 1000;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return new Map([...groups].sort(([a], [b]) => b - a));
}
