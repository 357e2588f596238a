import { describe, expect, test } from 'vitest';
import { EXCHANGE_RATES } from '@/db/seed/exchange-rates';
import { ROLE_SLUGS } from '@/db/seed/roles';
import { SKILLS } from '@/db/seed/skills/skills';
import { demoContent } from './content';
import { countWords, shareOf, splitSentences } from './describe';
import { HARD_CASES } from './hard-cases';
import { QUOTA } from './plan';
import type { DemoOffer, DemoPay, Seniority } from './types';

const now = new Date('2026-11-21T09:00:00Z');
const { companies, offers } = demoContent(now);
const PER_YEAR = { year: 1, month: 12, day: 220, hour: 2080 } as const;

function shareWhere(holds: (offer: DemoOffer) => boolean): number {
  return offers.filter(holds).length / offers.length;
}

function states(pay: DemoPay): boolean {
  return pay.min !== null || pay.max !== null;
}

function yearlyEuros(pay: DemoPay): number {
  const rate = EXCHANGE_RATES.find(({ currency }) => currency === pay.currency)?.perEur;
  if (rate === undefined) throw new Error(`No rate for ${pay.currency}`);
  const low = pay.min ?? pay.max ?? 0;
  const high = pay.max ?? low;
  return (((low + high) / 2) * PER_YEAR[pay.period]) / rate;
}

describe('demo content', () => {
  test('is the same twice, and about as large as promised', () => {
    expect(demoContent(now)).toEqual({ companies, offers });
    expect(companies.length).toBeGreaterThanOrEqual(58);
    expect(offers.length).toBeGreaterThanOrEqual(590);
    expect(offers.filter(({ state }) => state === 'live').length).toBeGreaterThanOrEqual(550);
  });

  test('points nowhere but to .example', () => {
    for (const { website, domain } of companies) {
      expect(domain).toMatch(/^[a-z0-9-]+\.example$/);
      expect(website).toBe(`https://${domain}`);
    }
    for (const { apply } of offers) {
      expect('url' in apply ? new URL(apply.url).hostname : apply.email).toMatch(/\.example$/);
    }
  });

  test('names only known roles and skills, and every role at least a handful of times', () => {
    const skills = new Set(SKILLS.map(({ slug }) => slug));
    const unknown = [
      ...companies.flatMap(({ stack }) => stack),
      ...offers.flatMap((offer) => offer.skills.map(({ slug }) => slug)),
    ];
    expect(unknown.filter((slug) => !skills.has(slug))).toEqual([]);
    expect(new Set(offers.map(({ role }) => role))).toEqual(new Set<string>(ROLE_SLUGS));
    for (const [role, quota] of Object.entries(QUOTA)) {
      expect(offers.filter((offer) => offer.role === role)).toHaveLength(quota);
    }
  });

  test('lists each skill once, and 3 to 14 of them outside the case made for it', () => {
    for (const { skills, title } of offers) {
      expect(new Set(skills.map(({ slug }) => slug)).size, title).toBe(skills.length);
      expect(skills.length, title).toBeGreaterThanOrEqual(3);
    }
    expect(offers.filter(({ skills }) => skills.length > 14).map(({ skills }) => skills.length)).toEqual([
      25,
    ]);
  });

  test('keeps believable proportions', () => {
    expect(shareWhere(({ workplace }) => workplace === 'remote')).toBeCloseTo(0.45, 1);
    expect(shareWhere(({ workplace }) => workplace === 'hybrid')).toBeCloseTo(0.4, 1);
    expect(shareWhere(({ workplace }) => workplace === 'onsite')).toBeCloseTo(0.15, 1);
    const stated = shareWhere(({ contracts }) => contracts.some(states));
    expect(stated).toBeGreaterThan(0.85);
    expect(stated).toBeLessThan(0.92);
    const byMail = shareWhere(({ apply }) => 'email' in apply);
    expect(byMail).toBeGreaterThan(0.08);
    expect(byMail).toBeLessThan(0.17);
    expect(shareWhere(({ seniority }) => seniority === 'mid' || seniority === 'senior')).toBeGreaterThan(0.6);
    expect(new Set(companies.map(({ countryCode }) => countryCode)).size).toBe(14);
  });

  test('gives remote offers countries and the others a city of the company', () => {
    for (const offer of offers) {
      expect(offer.places.length, offer.title).toBeGreaterThan(0);
      const cities = companies.find(({ key }) => key === offer.companyKey)?.cities ?? [];
      for (const { city } of offer.places) {
        if (offer.workplace === 'remote') expect(city).toBeNull();
        else expect(cities).toContain(city);
      }
    }
  });

  test('pays more with seniority, within one country and role on average', () => {
    const order: Seniority[] = ['intern', 'junior', 'mid', 'senior', 'lead', 'manager'];
    const groups = new Map<string, number[]>();
    for (const offer of offers) {
      const country = companies.find(({ key }) => key === offer.companyKey)?.countryCode;
      for (const pay of offer.contracts.filter(states)) {
        const kind = pay.contract === 'internship' ? 'employment' : pay.contract;
        const group = `${country} ${kind} ${pay.period} ${offer.role} ${offer.seniority}`;
        groups.set(group, [...(groups.get(group) ?? []), yearlyEuros(pay)]);
      }
    }
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    let compared = 0;
    for (const [group, values] of groups) {
      const at = order.findIndex((level) => group.endsWith(` ${level}`));
      for (const higher of order.slice(at + 1)) {
        const above = groups.get(group.replace(/ \w+$/, ` ${higher}`));
        if (!above) continue;
        compared++;
        expect(mean(above), `${group} < ${higher}`).toBeGreaterThan(mean(values));
      }
    }
    expect(compared).toBeGreaterThan(60);
  });

  test('pays more with seniority over all countries, where there are enough to compare', () => {
    const order: Seniority[] = ['junior', 'mid', 'senior', 'lead'];
    for (const role of ROLE_SLUGS) {
      const levels = order
        .map((level) =>
          offers
            .filter((offer) => offer.role === role && offer.seniority === level)
            .flatMap((offer) => offer.contracts.filter(states).map(yearlyEuros)),
        )
        .filter((pays) => pays.length >= 3)
        .map((pays) => pays.reduce((sum, pay) => sum + pay, 0) / pays.length);
      expect(levels, role).toEqual([...levels].sort((a, b) => a - b));
    }
  });

  test('states ranges the right way round and in sight of a living', () => {
    for (const offer of offers) {
      for (const pay of offer.contracts.filter(states)) {
        if (pay.min !== null && pay.max !== null) expect(pay.min).toBeLessThanOrEqual(pay.max);
        expect(yearlyEuros(pay), offer.title).toBeGreaterThan(6_000);
        expect(yearlyEuros(pay), offer.title).toBeLessThan(300_000);
      }
    }
  });
});

describe('the roll call', () => {
  test('answers lie between publication and the end, at least a fortnight apart', () => {
    for (const offer of offers) {
      let last = offer.publishedDaysAgo;
      for (const { daysAgo } of offer.answers) {
        expect(last - daysAgo).toBeGreaterThanOrEqual(14);
        last = daysAgo;
      }
      expect(last).toBeGreaterThanOrEqual(offer.endedDaysAgo ?? 0);
      if (offer.state === 'live') {
        expect(last, offer.title).toBeLessThan(14 + 7);
        expect(offer.closesInDays).toBeGreaterThan(0);
        expect(offer.endedDaysAgo).toBeNull();
      } else {
        expect(offer.endedDaysAgo).toBeGreaterThan(0);
      }
      if (offer.state === 'paused') expect(last - (offer.endedDaysAgo ?? 0)).toBe(14 + 7);
    }
  });

  test('a few live offers have a question open', () => {
    const waiting = offers.filter(
      ({ state, answers, publishedDaysAgo }) =>
        state === 'live' && (answers.at(-1)?.daysAgo ?? publishedDaysAgo) > 14,
    );
    expect(waiting.length).toBeGreaterThan(10);
    expect(waiting.length).toBeLessThan(offers.length / 5);
  });
});

describe('descriptions', () => {
  const sentences = offers.map(({ descriptionHtml }) => splitSentences(descriptionHtml));
  const sets = sentences.map((own) => new Set(own));

  test('have 120 to 350 words and only the tags agreed on', () => {
    for (const { descriptionHtml, title } of offers) {
      expect(countWords(descriptionHtml), title).toBeGreaterThanOrEqual(120);
      expect(countWords(descriptionHtml), title).toBeLessThanOrEqual(350);
      const tags = descriptionHtml.match(/<[^>]*>/g) ?? [];
      expect(tags.filter((tag) => !/^<\/?(h3|p|ul|li|strong|em)>$/.test(tag))).toEqual([]);
      expect(descriptionHtml).not.toMatch(/[{}|]|%[abc]\b|undefined| {2}|\.\.(?!\.)/);
    }
  });

  test('no two share more than 40 % of their sentences', () => {
    for (const [index, own] of sentences.entries()) {
      const closest = Math.max(...sets.slice(index + 1).map((other) => shareOf(other, own)), 0);
      expect(closest, offers[index]?.title).toBeLessThanOrEqual(0.4);
    }
  });

  test('no sentence is worn out', () => {
    const uses = new Map<string, number>();
    for (const sentence of sentences.flatMap((own) => [...new Set(own)]))
      uses.set(sentence, (uses.get(sentence) ?? 0) + 1);
    expect(Math.max(...uses.values())).toBeLessThanOrEqual(offers.length / 25);
  });

  test('avoid the words everybody is tired of', () => {
    const tired =
      /passionate|rockstar|ninja|dynamic team|fast-paced|competitive|synerg|world-class|cutting-edge|!/i;
    for (const { descriptionHtml, title } of offers) expect(descriptionHtml, title).not.toMatch(tired);
  });
});

describe('hard cases', () => {
  test('titles are unique within a company, and keys everywhere', () => {
    expect(new Set(offers.map(({ companyKey, title }) => `${companyKey} ${title}`)).size).toBe(offers.length);
    expect(new Set(offers.map(({ key }) => key)).size).toBe(offers.length);
  });

  test('are all there', () => {
    const find = ({ company, title }: { company: string; title: string }) =>
      offers.filter((offer) => offer.companyKey === company && offer.title === title);
    for (const hard of HARD_CASES) expect(find(hard), hard.name).toHaveLength(1);
    expect(Math.max(...companies.map(({ name }) => name.length))).toBe(200);
    expect(Math.max(...offers.map(({ title }) => title.length))).toBe(140);
    const pays = (name: string) =>
      HARD_CASES.filter((hard) => hard.name === name).flatMap(find)[0]?.contracts ?? [];
    expect(pays('three contracts')).toHaveLength(3);
    expect(pays('no pay').length).toBeGreaterThan(0);
    expect(pays('no pay').some(states)).toBe(false);
    expect(pays('fixed pay')).toEqual([
      expect.objectContaining({ min: 16_500, max: 16_500, currency: 'PLN' }),
    ]);
  });
});
