import type { Page } from '@playwright/test';
import { and, eq } from 'drizzle-orm';
import { connect } from '@/db/client';
import { invalidateTags } from '@/db/invalidation';
import { offer } from '@/db/schema/offers';
import { role, skill } from '@/db/schema/roles';
import { skillRedirect } from '@/db/schema/texts';
import { closeOffers } from '@/domain/offers/commands';
import { publishDraft, saveDraft } from '@/domain/texts/commands';
import { findText } from '@/domain/texts/queries';
import { expect, expectAccessible, test } from './portal';

// Runs in two projects, with and without JavaScript (playwright.config.ts).

const WIDTHS = [390, 768, 1440];

function database() {
  return connect(process.env.DATABASE_URL ?? '', { max: 1 });
}

test('a reader learns what a role is, and goes from one of its skills to the offers', async ({ page }) => {
  await page.goto('/roles');
  await page.getByRole('main').getByRole('link', { name: 'Backend developer', exact: true }).click();
  await expect(page).toHaveURL(/\/roles\/backend$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Backend developer');

  // The order: offers first, then the work, then the questions.
  const headings = await page.getByRole('main').getByRole('heading', { level: 2 }).allTextContents();
  expect(headings.slice(0, 7)).toEqual([
    'Latest job offers',
    'The field',
    'What does a backend developer do?',
    'Responsibilities',
    'Languages and technologies',
    'Skills',
    'A plus if',
  ]);
  await expect(page.locator('#offers').getByRole('listitem')).toHaveCount(6);

  const question = page.locator('#questions details').nth(2);
  await expect(question.locator('p').first()).toBeHidden();
  await question.locator('summary').click();
  await expect(question.locator('p').first()).toBeVisible();

  await page
    .getByRole('navigation', { name: 'On this page' })
    .getByRole('link', { name: 'Technologies' })
    .click();
  await expect(page).toHaveURL(/#tools$/);
  const java = page.locator('#tools').getByRole('link', { name: /^Java\s*\d/ });
  const told = Number(/\d+/.exec((await java.textContent()) ?? '')?.[0]);
  await java.click();
  await expect(page).toHaveURL(/\/offers\?role=backend&skill=java$/);
  await expect(page.getByRole('status').first()).toContainText(new RegExp(`^${told}\\s`));

  await page.goto('/roles/backend');
  await page.getByRole('link', { name: /^Show all job offers/ }).click();
  await expect(page).toHaveURL(/\/offers\?role=backend$/);
});

test('a role without offers says so, and where there are some', async ({ page, javaScriptEnabled }) => {
  const { db, close } = database();
  try {
    const open = await db
      .select({ id: offer.id })
      .from(offer)
      .innerJoin(role, eq(role.id, offer.roleId))
      .where(and(eq(role.slug, 'technical-writer'), eq(offer.state, 'live')));
    const by = { now: new Date(), actor: 'system' };
    await closeOffers(
      db,
      open.map(({ id }) => id),
      'filled',
      by,
    );
  } finally {
    await close();
  }
  await expect(async () => {
    await page.goto('/roles/technical-writer');
    await expect(page.locator('#offers')).toContainText('No technical writing offers right now.');
  }).toPass();
  await expect(page.getByRole('heading', { name: 'What does a technical writer do?' })).toBeVisible();
  await expect(page.getByText('Show all job offers')).toHaveCount(0);
  if (javaScriptEnabled) await expectAccessible(page);
  const nearest = page.locator('#offers').getByRole('link', { name: /offers \(\d+\)/ });
  await expect(nearest).toHaveCount(2);
  await nearest.first().click();
  await expect(page.locator('#offers').getByRole('listitem').first()).toBeVisible();
});

test('a text is shown once it is published, and whatever it says is inert', async ({ page }, { project }) => {
  // The two projects run at once: each has a text of its own to write.
  const slug = project.use.javaScriptEnabled === false ? 'erp' : 'game';
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await page.goto(`/roles/${slug}`);
  const { db, close } = database();
  const by = { actor: 'system', now: new Date() };
  const mark = `Mark ${crypto.randomUUID()}`;
  try {
    const text = await findText(db, 'role', slug);
    if (!text) throw new Error('The role has no text.');
    const hostile = [
      `${mark} <script>alert(1)</script><iframe src="https://a.example"></iframe>`,
      '<p onclick="alert(2)">a</p><img src=x onerror=alert(3)><svg onload=alert(4)>',
      '[a](javascript:alert(5)) <a href="javascript:alert(6)">b</a> </script><script>alert(7)</script>',
    ].join('\n\n');
    const content = {
      ...text.content,
      summary: '</title><script>alert(8)</script>',
      work: hostile,
      questions: `${text.content.questions}\n\n### Why </script><script>alert(9)</script>?\n\n${hostile}`,
    };
    const id = await saveDraft(db, { kind: 'role', slug, content, base: text.base }, by);
    await publishDraft(db, { kind: 'role', slug, id }, by);
  } finally {
    await close();
  }
  await expect(async () => {
    await page.goto(`/roles/${slug}`);
    await expect(page.locator('#work')).toContainText(mark, { timeout: 100 });
  }).toPass();
  const main = page.getByRole('main');
  await expect(
    main.locator('iframe, img, [onclick], [onload], [onerror], [href^="javascript:"]'),
  ).toHaveCount(0);
  await expect(main.locator('script:not([type="application/ld+json"])')).toHaveCount(0);
  await expect(main.locator('.lede')).toHaveText('</title><script>alert(8)</script>');
  expect(dialogs).toEqual([]);
});

test('a role’s page tells machines what it tells people', async ({ page }) => {
  await page.goto('/roles/backend');
  const blocks = await dataOf(page);
  const only = (type: string) => {
    const found = blocks.filter((block) => block['@type'] === type);
    expect(found, type).toHaveLength(1);
    return found[0];
  };
  const article = only('Article');
  expect(article).toMatchObject({
    headline: expect.stringMatching(/^Backend developer/),
    description: expect.any(String),
    author: { '@type': 'Organization', name: expect.any(String), url: expect.stringMatching(/^http/) },
    mainEntityOfPage: expect.stringMatching(/\/roles\/backend$/),
  });
  for (const date of [article.datePublished, article.dateModified]) {
    expect(new Date(date).toISOString()).toBe(date);
  }
  const crumbs = only('BreadcrumbList').itemListElement;
  expect(crumbs.map((step: { position: number }) => step.position)).toEqual([1, 2]);
  for (const { item } of crumbs) expect((await page.request.get(new URL(item).pathname)).status()).toBe(200);

  const questions = only('FAQPage').mainEntity;
  expect(questions.length).toBeGreaterThanOrEqual(5);
  const shown = await page.locator('#questions summary').allTextContents();
  expect(questions.map((one: { name: string }) => one.name)).toEqual(shown);
  for (const { '@type': type, acceptedAnswer } of questions) {
    expect(type).toBe('Question');
    expect(acceptedAnswer).toMatchObject({ '@type': 'Answer', text: expect.stringMatching(/^<p>/) });
  }
  expect(blocks.some((block) => block['@type'] === 'JobPosting')).toBe(false);
});

test('roles, skills, companies and places have pictures, titles and descriptions of their own', async ({
  page,
}) => {
  await page.goto('/companies');
  const company = await page
    .getByRole('main')
    .getByRole('table')
    .getByRole('link')
    .first()
    .getAttribute('href');
  const titles = new Set<string>();
  for (const path of ['/roles/backend', '/skills/java', '/locations/poland', company ?? '']) {
    await page.goto(path);
    titles.add(await page.title());
    expect(await page.title()).toMatch(/\d|open offers/);
    const content = (name: string) => page.locator(`meta[${name}]`).first().getAttribute('content');
    expect(await content('name="description"'), path).toMatch(/\d/);
    const picture = new URL((await content('property="og:image"')) ?? '');
    expect(picture.pathname, path).toMatch(new RegExp(`^${path}/opengraph-image`));
    const answer = await page.request.get(picture.pathname + picture.search);
    expect(answer.status()).toBe(200);
    expect(answer.headers()['content-type']).toBe('image/png');
  }
  expect(titles.size).toBe(4);
});

test('a skill that was merged leads to the one that has its offers', async ({
  page,
  request,
  expectAnswer,
}) => {
  const former = `former-${Date.now()}`;
  expectAnswer(404, new RegExp(`^/skills/${former}$`));
  expect((await page.goto(`/skills/${former}`))?.status()).toBe(404);
  const { db, close } = database();
  try {
    await db.transaction(async (tx) => {
      const [java] = await tx.select({ id: skill.id }).from(skill).where(eq(skill.slug, 'java'));
      await tx.insert(skillRedirect).values({ slug: former, skillId: java?.id ?? 0 });
      await invalidateTags(tx, [`skill:${former}`]);
    });
  } finally {
    await close();
  }
  await expect(async () => {
    const answer = await request.get(`/skills/${former}`, { maxRedirects: 0 });
    expect(answer.status()).toBe(308);
    expect(answer.headers().location).toBe('/skills/java');
  }).toPass();
});

test('every role, skill and city with offers is three clicks from the front page at most', async ({
  request,
  javaScriptEnabled,
}) => {
  test.skip(!javaScriptEnabled, 'the same without it');
  test.slow();
  const wanted = await pagesWithOffers();
  expect(wanted.length).toBeGreaterThan(150);
  const depth = new Map([['/', 0]]);
  let level = ['/'];
  for (let clicks = 1; clicks <= 3; clicks++) {
    const found = new Set<string>();
    for (let from = 0; from < level.length; from += 8) {
      const pages = await Promise.all(level.slice(from, from + 8).map((path) => linksOf(path)));
      for (const path of pages.flat()) if (!depth.has(path)) found.add(path);
    }
    for (const path of found) depth.set(path, clicks);
    level = [...found].filter((path) => FOLLOWED.test(path));
  }
  expect(wanted.filter((path) => !depth.has(path))).toEqual([]);

  async function linksOf(path: string): Promise<string[]> {
    const html = await (await request.get(path)).text();
    return [...html.matchAll(/<a [^>]*?href="(\/[^"#?]*)/g)].flatMap((match) => match[1] ?? []);
  }
});

/** Where the crawl goes on from: fewer pages than a visitor could, so what it reaches can be reached. */
const FOLLOWED = /^\/(roles|skills|locations|companies)$|^\/(roles|locations)\//;

async function pagesWithOffers(): Promise<string[]> {
  const { sql, close } = database();
  try {
    const rows = await sql<{ path: string }[]>`
      with live as (
        select o.id, r.slug from offer o join role r on r.id = o.role_id where o.state = 'live' and r.slug <> 'other'
      )
      select '/roles/' || slug as path from role where slug <> 'other'
      union select '/skills/' || k.slug from live join offer_skill os on os.offer_id = live.id join skill k on k.id = os.skill_id
      union select '/locations/' || p.slug from live join offer_place op on op.offer_id = live.id join place p on p.id = op.place_id`;
    return rows.map(({ path }) => path);
  } finally {
    await close();
  }
}

for (const path of ['/roles/backend', '/roles/technical-writer', '/locations', '/skills/java']) {
  test(`${path} is accessible in both themes and never scrolls sideways`, async ({
    page,
    javaScriptEnabled,
  }) => {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${path} at ${width}`).toBeLessThanOrEqual(0);
    }
    // axe is a script of the page.
    if (javaScriptEnabled) await expectAccessible(page);
  });
}

// biome-ignore lint/suspicious/noExplicitAny: whatever the page says
async function dataOf(page: Page): Promise<any[]> {
  const texts = await page.locator('script[type="application/ld+json"]').allTextContents();
  return texts.map((text) => JSON.parse(text));
}
