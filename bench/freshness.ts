import { connect, type Db } from '@/db/client';
import { createCompany, createOffer } from '@/db/factories';
import { buildPortal } from '@/dev/build';
import { isBuilt } from '@/dev/source-hash';
import { startTrialPortal } from '@/dev/trial-portal';
import type { CompanyId } from '@/domain/companies/input';
import { type EmployerOffer, updateOffer } from '@/domain/offers/employer-offers';
import { pauseOffer, publishOffer, resumeOffer } from '@/domain/offers/lifecycle';
import { timePages } from './freshness-pages';
import { timePurchases } from './freshness-paid';
import { percentile, table } from './report';
import { untilShown } from './until-shown';

const DIST_DIR = '.next-e2e';
const TRIES = 200;
const WEBS = [1, 2];

type Change = {
  name: string;
  make: (id: number) => Promise<unknown>;
  shown: boolean;
  /** What to look for, if not its link. */
  text?: (id: number) => string;
};

/**
 * How long an anonymous visitor of the bare /offers, and of the other pages that show it, waits for a change, from
 * its commit to the first answer that shows it, at every web process; the changes come from outside of them. Prints
 * Markdown.
 */
export async function benchFreshness(): Promise<void> {
  if (!isBuilt(DIST_DIR)) await buildPortal(DIST_DIR);
  const rows: (string | number)[][] = [];
  const paid: (string | number)[][] = [];
  const pages: (string | number)[][] = [];
  for (const webs of WEBS) {
    const portal = await startTrialPortal(DIST_DIR, { webs });
    const { db, close } = connect(portal.variables.DATABASE_URL, { max: 2 });
    try {
      rows.push(...(await timeChanges(db, portal.addresses)));
      const times = await timePurchases(portal, TRIES, (slug) => untilAllShow(portal.addresses, slug));
      paid.push([webs, ...figures(times, [0.5, 0.95, 0.99])]);
      for (const [page, taken] of await timePages(portal, TRIES)) {
        pages.push([webs, page, ...figures(taken, [0.5, 0.99])]);
      }
    } finally {
      await close();
      await portal.stop();
    }
  }
  console.log(
    `\n### From the commit of a change to the bare /offers that shows it, ms, ${TRIES} tries (bar: p99 ≤ 1,000)\n`,
  );
  console.log(table(['web processes', 'change', 'p50', 'p99', 'longest'], rows));
  console.log(
    `\n### From a payment to the bare /offers that shows what it paid for, ms, ${TRIES} purchases (bar: p99 ≤ 1,000)\n`,
  );
  console.log(table(['web processes', 'p50', 'p95', 'p99', 'longest'], paid));
  console.log(
    `\n### From the publication of an offer, or of a text, to the other pages that show it, ms, ${TRIES} tries (bar: p99 ≤ 1,000)\n`,
  );
  console.log(table(['web processes', 'what', 'p50', 'p99', 'longest'], pages));
}

/** Those percentiles and the greatest, as whole numbers. */
function figures(values: number[], shares: number[]): string[] {
  return [...shares.map((share) => percentile(values, share)), Math.max(...values)].map((ms) =>
    ms.toFixed(0),
  );
}

async function timeChanges(db: Db, addresses: string[]): Promise<(string | number)[][]> {
  const company = await createCompany(db, { slug: 'freshness', nameKey: 'freshness', name: 'Freshness' });
  const scope = { companyId: company.id as CompanyId };
  const by = () => ({ now: new Date(), actor: 'system' });
  const changes: Change[] = [
    { name: 'published', make: (id) => publishOffer(db, id, { ...by(), days: 30 }), shown: true },
    {
      name: 'edited',
      make: (id) => updateOffer(db, scope.companyId, id, written(`Freshness edited ${id}`), by()),
      shown: true,
      text: (id) => `Freshness edited ${id}`,
    },
    { name: 'paused', make: (id) => pauseOffer(db, scope, id, by()), shown: false },
    { name: 'resumed', make: (id) => resumeOffer(db, scope, id, by()), shown: true },
  ];
  const times = new Map(changes.map(({ name }) => [name, [] as number[]]));
  for (let n = 0; n < TRIES; n++) {
    const slug = `freshness-${n}`;
    // Featured, so that the newest is first on the page.
    const { id } = await createOffer(db, { companyId: company.id, slug, state: 'draft', featured: true });
    for (const { name, make, shown, text } of changes) {
      await make(id);
      const committed = performance.now();
      await untilAllShow(addresses, slug, text?.(id), shown);
      times.get(name)?.push(performance.now() - committed);
    }
    await pauseOffer(db, scope, id, by());
  }
  return changes.map(({ name }) => {
    const all = times.get(name) ?? [];
    return [addresses.length, name, ...figures(all, [0.5, 0.99])];
  });
}

function untilAllShow(addresses: string[], slug: string, text = `/offers/${slug}"`, shown = true) {
  return Promise.all(addresses.map((address) => untilShown(`${address}/offers`, text, shown)));
}

function written(title: string): EmployerOffer {
  return {
    title,
    descriptionHtml: '<p>Write and run the service.</p>',
    role: 'backend',
    seniority: 'senior',
    workplace: 'remote',
    workplaceNote: null,
    partTime: false,
    skills: [{ slug: 'python', required: true, level: 3 }],
    places: [],
    pay: [
      { contract: 'employment', min: 600_000, max: 800_000, currency: 'EUR', period: 'month', tax: 'gross' },
    ],
    apply: { url: 'https://company.example/jobs/1' },
    payReason: null,
    closesAt: null,
    form: {},
  };
}
