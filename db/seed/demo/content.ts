import { composeCalendar } from './calendar';
import { companySources, domainOf, presentCompany } from './companies';
import { composeDescription, shareOf, splitSentences } from './describe';
import { HARD_CASES, type HardCase, hardCaseFor } from './hard-cases';
import { chooseCountries, composePay } from './pay';
import { type Planned, planOffers } from './plan';
import { createDealer, createRandom, pickInt, pickOne, type Random, shuffle } from './random';
import { composeTitle } from './title';
import type {
  CompanySource,
  DemoContent,
  DemoOffer,
  DemoSkill,
  Flavour,
  Seniority,
  Workplace,
} from './types';
import { works } from './work/works';

const SEED = 20_418;
const ON_SITE_TRADES = new Set([
  'it-support',
  'embedded',
  'network',
  'system-administrator',
  'game',
  'other',
]);
const PROJECT_ROLES = new Set(['backend', 'full-stack', 'frontend', 'devops', 'mobile']);

/** Houses that pay by a public table, and those whose text promises a figure in each offer. */
const FIXED_PAY = new Set(['sorrel-mutual', 'pennywort-payroll']);
const OPEN_PAY = new Set([
  ...FIXED_PAY,
  'prairie-dropseed',
  'hjortron-audio',
  'mare-baixa',
  'sieben-bruecken',
  'rietveer',
]);

/** Chances of remote and hybrid; what is left is on site. */
const HABITS: Record<Workplace, [number, number]> = {
  remote: [0.86, 0.1],
  hybrid: [0.21, 0.65],
  onsite: [0.06, 0.24],
};

function chooseWorkplace(random: Random, company: CompanySource, role: string): Workplace {
  const [remote, hybrid] = HABITS[company.works];
  const roll = random();
  if (roll >= remote + hybrid) return 'onsite';
  if (roll >= remote) return 'hybrid';
  if (!ON_SITE_TRADES.has(role) || random() < 0.45) return 'remote';
  return random() < 0.5 ? 'hybrid' : 'onsite';
}

const HYBRID_NOTES = [
  '1 day a week in {city}',
  '2 days a week in {city}',
  '2 days a week in {city}',
  '3 days a week in {city}',
  '4 days a month in {city}',
  '6 days a month in {city}',
  'every second Tuesday in {city}',
];
const REMOTE_NOTES = ['two weeks a year in {city}', 'desk in {city} if you like', 'core time 10–14'];
const ONSITE_NOTES = ['core time 9–14', 'hours by arrangement', 'start between 7 and 9'];

function chooseNote(random: Random, workplace: Workplace, city: string): string | null {
  if (workplace === 'hybrid') return pickOne(random, HYBRID_NOTES).replace('{city}', city);
  if (random() < 0.62) return null;
  return pickOne(random, workplace === 'remote' ? REMOTE_NOTES : ONSITE_NOTES).replace('{city}', city);
}

function chooseFlavour(random: Random, planned: Planned): Flavour {
  const stack = planned.company.stack.split(' ');
  const flavours = works.get(planned.role)?.flavours ?? [];
  const fitting = flavours.filter(({ needs }) => needs !== undefined && stack.includes(needs));
  const general = flavours.filter(({ needs }) => needs === undefined);
  if (fitting.length > 0 && (general.length === 0 || random() < 0.75)) {
    // The first language of a stack is the one most of the house writes.
    const byStack = fitting.sort((a, b) => stack.indexOf(a.needs ?? '') - stack.indexOf(b.needs ?? ''));
    return random() < 0.6 ? (byStack[0] as Flavour) : pickOne(random, byStack);
  }
  return pickOne(random, general.length > 0 ? general : flavours);
}

const LEVELS: Record<Seniority, [number, number]> = {
  intern: [1, 2],
  junior: [2, 3],
  mid: [3, 4],
  senior: [4, 5],
  lead: [4, 5],
  manager: [3, 4],
};

function composeSkills(random: Random, flavour: Flavour, seniority: Seniority, stack: string[]): DemoSkill[] {
  const [low, high] = LEVELS[seniority];
  const base = flavour.base.split(' ');
  const more = shuffle(random, flavour.more.split(' ')).sort(
    (a, b) => Number(stack.includes(b)) - Number(stack.includes(a)),
  );
  const extra = more.slice(0, Math.max(3 - base.length, pickInt(random, 2, 7)));
  const level = (value: number) => Math.min(5, Math.max(1, value)) as DemoSkill['level'];
  return [
    ...base.map((slug) => ({ slug, required: true, level: level(pickInt(random, low, high)) })),
    ...extra.map((slug, index) => ({
      slug,
      required: index === 0 && random() < 0.6,
      level: level(pickInt(random, low - 2, low)),
    })),
  ];
}

function choosePlaces(random: Random, company: CompanySource, workplace: Workplace): DemoOffer['places'] {
  if (workplace === 'remote') {
    return chooseCountries(random, company.country).map((countryCode) => ({ city: null, countryCode }));
  }
  const cities = shuffle(random, company.cities);
  return cities
    .slice(0, workplace === 'onsite' || random() < 0.8 ? 1 : cities.length)
    .map((city) => ({ city, countryCode: company.country }));
}

const countryName = new Intl.DisplayNames('en', { type: 'region' });
const listNames = new Intl.ListFormat('en-GB', { type: 'disjunction' });

function nameCountries(places: DemoOffer['places']): string {
  const names = [...new Set(places.map(({ countryCode }) => countryCode))].map((code) => {
    const name = countryName.of(code) ?? code;
    return ['US', 'GB', 'NL'].includes(code) ? `the ${name}` : name;
  });
  return listNames.format(names);
}

function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\w\s-]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
    .slice(0, 48);
}

function composeOne(
  random: Random,
  deal: ReturnType<typeof createDealer>,
  planned: Planned,
  month: string,
  hard: HardCase | undefined,
  ownProject: boolean,
) {
  const { company, team, role } = planned;
  const seniority = hard?.seniority ?? planned.seniority;
  const work = works.get(role);
  if (!work) throw new Error(`No work bank for ${role}`);
  const flavour =
    work.flavours.find(({ title }) => title === hard?.flavour) ?? chooseFlavour(random, planned);
  const workplace = hard?.workplace ?? chooseWorkplace(random, company, role);
  const places = hard?.places ?? choosePlaces(random, company, workplace);
  const city = places[0]?.city ?? (company.cities[0] as string);
  const note = chooseNote(random, workplace, city);
  const partTime = hard === undefined && random() < 0.05;
  const brief = {
    company,
    team,
    work,
    flavour,
    seniority,
    workplace,
    partTime,
    note,
    city,
    month,
    ownProject,
  };
  return {
    flavour,
    seniority,
    workplace,
    places,
    note,
    partTime,
    describe: () =>
      hard?.descriptionHtml ??
      composeDescription(random, deal, { ...brief, countries: nameCountries(places) }),
  };
}

const STATES: DemoOffer['state'][] = [
  ...Array<DemoOffer['state']>(14).fill('live'),
  'expired',
  ...Array<DemoOffer['state']>(14).fill('live'),
  'filled',
  ...Array<DemoOffer['state']>(14).fill('live'),
  'paused',
];

/**
 * The demo: fictional companies and their offers, the same for the same `now`. Times are days before `now`,
 * money is in major units. Every address ends in .example.
 */
export function demoContent(now: Date): DemoContent {
  const random = createRandom(SEED);
  const deal = createDealer(random);
  const next = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 2, 1));
  const month = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(next);
  const projectsTold = new Map<string, number>();
  const titles = new Set(HARD_CASES.map((hard) => `${hard.company} ${hard.title}`));
  const keys = new Set<string>();
  const told: { company: string; role: string; sentences: string[] }[] = [];

  const offers = planOffers(random, companySources).map((planned, index): DemoOffer => {
    const { company, team, role } = planned;
    const hard = hardCaseFor(planned, keys);
    const place = `${company.key} ${team.area}`;
    const lead = team.hires.split(' ')[0] === role;
    const ownProject =
      (lead || PROJECT_ROLES.has(role)) &&
      (projectsTold.get(place) ?? 0) < 2 &&
      !projectsTold.has(`${place} ${role}`);
    if (ownProject) {
      projectsTold.set(place, (projectsTold.get(place) ?? 0) + 1);
      projectsTold.set(`${place} ${role}`, 1);
    }

    let made = composeOne(random, deal, planned, month, hard, ownProject);
    let title = hard?.title ?? composeTitle(random, { ...planned, ...made });
    for (let attempt = 0; !hard && titles.has(`${company.key} ${title}`) && attempt < 40; attempt++) {
      made = composeOne(random, deal, planned, month, hard, ownProject);
      title = composeTitle(random, { ...planned, ...made });
    }
    titles.add(`${company.key} ${title}`);

    // Offers of one house or one trade draw on the same sentences: deal again until they differ enough.
    const kin = told.filter((other) => other.company === company.key || other.role === role);
    let descriptionHtml = '';
    let sentences: string[] = [];
    let closest = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < (closest > 0.38 ? 200 : 50) && closest > 0.33; attempt++) {
      const html = made.describe();
      const parts = splitSentences(html);
      const known = new Set(parts);
      const share = Math.max(0, ...kin.map((other) => shareOf(known, other.sentences)));
      if (share < closest) {
        descriptionHtml = html;
        sentences = parts;
        closest = share;
      }
    }
    told.push({ company: company.key, role, sentences });

    const fixed = FIXED_PAY.has(company.key);
    const stated = hard?.stated ?? (OPEN_PAY.has(company.key) || random() < 0.87);
    const terms = {
      country: company.country,
      role,
      seniority: made.seniority,
      fixed,
      wanted: hard?.contracts,
    };
    const base = slugOf(`${company.key}-${role}-${team.area}`);
    let key = base;
    for (let twin = 2; keys.has(key); twin++) key = `${base}-${twin}`;
    keys.add(key);
    if (hard) keys.add(hard.name);
    const domain = domainOf(company);
    const state = hard ? 'live' : (STATES[index % STATES.length] as DemoOffer['state']);
    return {
      key,
      companyKey: company.key,
      title,
      role,
      seniority: made.seniority,
      workplace: made.workplace,
      workplaceNote: made.note,
      partTime: made.partTime,
      skills: hard?.skills ?? composeSkills(random, made.flavour, made.seniority, company.stack.split(' ')),
      places: made.places,
      contracts: composePay(random, terms, stated),
      descriptionHtml,
      apply: random() < 0.125 ? { email: `jobs@${domain}` } : { url: `https://${domain}/jobs/${key}` },
      ...composeCalendar(random, state),
      featured: state === 'live' && random() < 0.01,
    };
  });

  return { companies: companySources.map(presentCompany), offers };
}
