import type { Browser, Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import type { Connection } from '@/db/client';
import { createCompany, createOffer } from '@/db/factories';
import { offer, offerSkill } from '@/db/schema/offers';
import { skill } from '@/db/schema/roles';
import { indexOffers } from '@/domain/offers/search-index';
import { findPublishedText } from '@/domain/texts/queries';
import { openDatabase } from './actors';
import { arriveAsOperator } from './buyers';
import { newPerson } from './offer-form';
import { expect, expectAccessible, test } from './portal';

/** The operator edits what the portal says, and what skills are called. With and without JavaScript. */

test.setTimeout(120_000);

let connection: Connection;
let scripted: boolean;
test.beforeAll(() => {
  connection = openDatabase();
});
test.beforeEach(({ javaScriptEnabled }) => {
  scripted = javaScriptEnabled !== false;
});
test.afterAll(() => connection.close());

// The two projects run at once: each has texts of its own to write.
const ofOwn = (with_: string, without: string) => (scripted ? with_ : without);

const HOSTILE = [
  '<script>alert(1)</script><iframe src="https://a.example"></iframe>',
  '<p onclick="alert(2)">a</p><img src=x onerror=alert(3)><svg onload=alert(4)>',
  '[a](javascript:alert(5)) <a href="javascript:alert(6)">b</a> </script><script>alert(7)</script>',
].join('\n\n');

/** The markup is the same without scripts, where axe gets no answer from a page that came back from a form. */
async function expectUsable(page: Page): Promise<void> {
  if (scripted) await expectAccessible(page);
}

async function expectInert(page: Page): Promise<void> {
  const main = page.getByRole('main');
  const hostile = main.locator('iframe, img, [onclick], [onload], [onerror], [href^="javascript:"]');
  await expect(hostile).toHaveCount(0);
  expect(await main.locator('.prose script').count()).toBe(0);
}

/** Loads a public page until it says so; resolves to the milliseconds since the call. */
async function untilShown(page: Page, path: string, words: string | RegExp): Promise<number> {
  const began = Date.now();
  await expect(async () => {
    await page.goto(path);
    await expect(page.getByRole('main')).toContainText(words, { timeout: 50 });
  }).toPass({ intervals: [50] });
  return Date.now() - began;
}

test('a role’s text is edited, looked at, published and restored', async ({ page, browser }) => {
  const slug = ofOwn('embedded', 'database-administrator');
  const operator = await arriveAsOperator(connection, page.context());
  const visitor = await (await newPerson(browser, scripted)).newPage();
  const dialogs: string[] = [];
  for (const one of [page, visitor]) {
    one.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
  }
  await visitor.goto(`/roles/${slug}`);
  const first = (await visitor.locator('.lede').first().textContent()) ?? '';

  await page.goto('/operator/roles');
  await page.locator(`a[href="/operator/roles/${slug}"]`).click();
  const mark = `Mark ${crypto.randomUUID()}`;
  const work = await page.getByLabel('The work').inputValue();
  await page.getByLabel('The work').fill(`${work}\n\n${HOSTILE}`);
  await page.getByLabel('Summary').fill('');
  await page.getByLabel('Databases').fill('PostgreSQL, Abacus');
  await page.getByRole('button', { name: 'Publish' }).click();
  // Nothing typed is lost, and the first field at fault is where one goes on.
  await expect(page.getByText('Summary is empty.')).toBeVisible();
  await expect(page.getByText('Nothing is called “Abacus”.')).toBeVisible();
  await expect(page.getByLabel('Summary')).toBeFocused();
  await expect(page.getByLabel('The work')).toHaveValue(`${work}\n\n${HOSTILE}`);
  await expectUsable(page);

  await page.getByLabel('Summary').fill(mark);
  await page.getByLabel('Databases').fill('postgres, SQLite');
  await page.getByRole('button', { name: 'Save and preview' }).click();
  await expect(page).toHaveURL(new RegExp(`/operator/roles/${slug}/preview$`));
  const preview = page.getByRole('article');
  await expect(preview.locator('.lede')).toHaveText(mark);
  await expect(preview.getByRole('link', { name: 'PostgreSQL' })).toBeVisible();
  await expectInert(page);
  await expectUsable(page);
  await visitor.goto(`/roles/${slug}`);
  await expect(visitor.getByRole('main')).not.toContainText(mark);

  await page.getByRole('link', { name: 'Compare with what is published' }).click();
  await expect(page.getByRole('heading', { name: 'Summary' })).toBeVisible();
  await expect(page.locator('ins', { hasText: mark })).toBeVisible();
  await expect(page.locator('del', { hasText: first })).toBeVisible();
  await expectUsable(page);

  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('status')).toContainText('Published.');
  expect(await untilShown(visitor, `/roles/${slug}`, mark)).toBeLessThan(2_000);
  await expectInert(visitor);
  await page.goto('/operator/roles');
  const row = page.getByRole('row').filter({ has: page.locator(`a[href="/operator/roles/${slug}"]`) });
  await expect(row).toContainText(operator);

  await page.goto(`/operator/roles/${slug}/revisions`);
  await expectUsable(page);
  await page.getByRole('row').filter({ hasText: 'Earlier' }).first().getByRole('link').click();
  await expect(page.locator('del', { hasText: first })).toBeVisible();
  await page.getByRole('button', { name: 'Publish this again' }).click();
  await expect(page.getByRole('status')).toContainText('Published.');
  expect(await untilShown(visitor, `/roles/${slug}`, first)).toBeLessThan(2_000);
  await expect(page.getByLabel('Summary')).toHaveValue(first);
  await page.goto('/operator/audit');
  await expect(page.getByRole('cell', { name: 'Earlier text published again' }).first()).toBeVisible();
  expect(dialogs).toEqual([]);
});

test('of two who write at once, the second is told and loses nothing', async ({ page, browser }) => {
  const slug = ofOwn('web-development', 'mobile-development');
  const path = `/operator/services/${slug}`;
  const anna = await arriveAsOperator(connection, page.context());
  const bela = await secondOperator(browser);
  await page.goto(path);
  await bela.goto(path);
  const published = (await findPublishedText(connection.db, 'service', slug))?.content.fromPrice ?? '';

  await page.getByLabel('Price line').fill('from Anna');
  await page.getByRole('button', { name: 'Save as draft' }).click();
  await expect(page.getByRole('status')).toContainText('The draft was saved.');
  await bela.getByLabel('Price line').fill('from Béla');
  await bela.getByLabel('Summary').fill('What Béla says of it.');
  await bela.getByRole('button', { name: 'Publish' }).click();
  await expect(bela.getByRole('alert').first()).toContainText(`${anna} has saved a draft`);
  await expect(bela.getByLabel('Price line')).toHaveValue('from Béla');
  await expect(bela.getByLabel('Summary')).toHaveValue('What Béla says of it.');
  await expect(bela.locator('#fromPrice-theirs')).toContainText('from Anna');
  await expectUsable(bela);

  await bela.getByLabel('Price line').fill('from Anna and Béla');
  await bela.getByRole('button', { name: 'Save as draft' }).click();
  await expect(bela.getByRole('status')).toContainText('The draft was saved.');
  await page.goto(path);
  await expect(page.getByLabel('Price line')).toHaveValue('from Anna and Béla');
  // Saved twice in a row, the form shows what was saved last.
  for (const price of ['from 1 EUR', 'from 2 EUR']) {
    const before = page.url();
    await page.getByLabel('Price line').fill(price);
    await page.getByRole('button', { name: 'Save as draft' }).click();
    // The notice of the first time is still there at the second; the address is another one.
    await expect(page).not.toHaveURL(before);
    await expect(page.getByText('The draft was saved.')).toBeVisible();
    await expect(page.getByLabel('Price line')).toHaveValue(price);
  }
  await page.getByText('Throw the draft away').click();
  await page.getByRole('button', { name: 'Throw it away' }).click();
  await expect(page.getByRole('status')).toContainText('thrown away');
  await expect(page.getByLabel('Price line')).toHaveValue(published);
});

test('a page fills in what the portal knows, and says what it does not', async ({ page }) => {
  const slug = ofOwn('imprint', 'terms');
  await arriveAsOperator(connection, page.context());
  await page.goto(`/operator/pages/${slug}`);
  const text = page.getByLabel('Text', { exact: true });
  await text.fill('{{siteName}} is run by {{owner}}.');
  await page.getByRole('button', { name: 'Save and preview' }).click();
  await expect(page.getByText('There is no {{owner}} to fill in.')).toBeVisible();
  await expect(text).toBeFocused();
  await text.fill(`{{siteName}} is here.\n\n## Hostile\n\n${HOSTILE}`);
  await page.getByRole('button', { name: 'Save and preview' }).click();
  await expect(page.getByRole('article')).toContainText(/^(?!.*\{\{).+ is here\./s);
  await expectInert(page);
  await page.getByRole('link', { name: 'Back to the text' }).click();
  await page.getByText('Throw the draft away').click();
  await page.getByRole('button', { name: 'Throw it away' }).click();
  await expect(page.getByRole('status')).toContainText('thrown away');
});

test('a skill is added, renamed and merged, and offers and addresses follow', async ({ page, browser }) => {
  const code = crypto.randomUUID().slice(0, 6);
  const [name, better, other] = [`Tarn ${code}`, `Tarnix ${code}`, `Ostra ${code}`];
  await arriveAsOperator(connection, page.context());
  const visitor = await (await newPerson(browser, scripted)).newPage();

  for (const [index, added] of [name, other].entries()) {
    await page.goto('/operator/skills');
    await page.getByLabel('Name or other spelling').fill(added);
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('link', { name: 'Add a skill' }).click();
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue(added);
    await page.getByLabel('Kind').selectOption('Languages');
    await page.getByRole('button', { name: 'Add the skill' }).click();
    await expect(page.getByText('Say in a sentence what it is.')).toBeVisible();
    await expect(page.getByLabel('Kind')).toHaveValue('language');
    if (index === 0) await expectUsable(page);
    await page.getByLabel('What it is').fill('A language of the tests.');
    await page.getByRole('button', { name: 'Add the skill' }).click();
    await expect(page.getByRole('status')).toContainText('The skill was added.');
  }
  const slug = name.toLowerCase().replace(' ', '-');
  await untilShown(visitor, `/skills/${slug}`, `No open offer asks for ${name}.`);
  const company = { slug: `tarn-${code}`, nameKey: `tarn ${code}`, name: `Tarn works ${code}` };
  const { id } = await createOffer(connection.db, {
    companyId: (await createCompany(connection.db, company)).id,
    skills: [slug],
    slug: `made-${code}`,
    title: `Developer ${code}`,
  });
  // An offer is known by the number at the end of its address.
  const address = `developer-${code}-${id}`;
  await connection.db.update(offer).set({ slug: address }).where(eq(offer.id, id));
  await connection.db.transaction((tx) => indexOffers(tx, [id]));

  await page.goto('/operator/skills');
  await page.getByLabel('Name or other spelling').fill(code);
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByRole('row', { name: new RegExp(name) })).toContainText('1');
  await page.getByRole('link', { name }).click();
  await page.getByLabel('Name', { exact: true }).fill('Java');
  await page.getByRole('button', { name: 'Save the skill' }).click();
  await expect(page.getByText('That is Java already. Merge the two, if they are one.')).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  await page.getByLabel('Name', { exact: true }).fill(better);
  await page.getByLabel('Address').fill(`tarnix-${code}`);
  await page.getByRole('button', { name: 'Save the skill' }).click();
  await expect(page.getByRole('status')).toContainText('The skill is as you wrote it.');
  await expect(page.getByLabel('Other spellings')).toHaveValue(name.toLowerCase());
  await expectUsable(page);
  await untilShown(visitor, `/skills/tarnix-${code}`, better);
  await expectMoved(visitor, slug, `tarnix-${code}`, address);

  await page.getByRole('link', { name: 'Merge into another' }).click();
  await page.getByLabel('Into').fill('Nothing of the kind');
  await page.getByRole('button', { name: 'See what follows' }).click();
  await expect(page.getByText('No skill is called that.')).toBeVisible();
  await page.getByLabel('Into').fill(other);
  await page.getByRole('button', { name: 'See what follows' }).click();
  await expect(page.getByText(`1 offer asks for ${other} instead, 1 of them on the list.`)).toBeVisible();
  await expectUsable(page);
  await page.getByRole('button', { name: `Merge ${better} into ${other}` }).click();
  await expect(page.getByRole('status')).toContainText('The two are one skill now.');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(other);

  const target = other.toLowerCase().replace(' ', '-');
  await untilShown(visitor, `/skills/${target}`, `Developer ${code}`);
  for (const old of [slug, `tarnix-${code}`]) await expectMoved(visitor, old, target, address);
  await untilShown(visitor, `/offers/${address}`, other);
  const [asked] = await connection.db
    .select({ slug: skill.slug })
    .from(offerSkill)
    .innerJoin(skill, eq(skill.id, offerSkill.skillId))
    .where(eq(offerSkill.offerId, id));
  expect(asked?.slug).toBe(target);
});

/** The old address of a skill leads to the new one, and links to its offers go on working. */
async function expectMoved(visitor: Page, from: string, to: string, address: string): Promise<void> {
  await expect(async () => {
    const answer = await visitor.request.get(`/skills/${from}`, { maxRedirects: 0 });
    expect(answer.status()).toBe(308);
    expect(answer.headers().location).toBe(`/skills/${to}`);
  }).toPass();
  await visitor.goto(`/offers?skill=${from}`);
  await expect(visitor.locator(`a[href="/offers/${address}"]`)).toBeVisible();
}

async function secondOperator(browser: Browser): Promise<Page> {
  const context = await newPerson(browser, scripted);
  await arriveAsOperator(connection, context);
  return context.newPage();
}

for (const path of [
  '/operator/roles',
  '/operator/roles/backend',
  '/operator/roles/backend/preview',
  '/operator/roles/backend/revisions',
  '/operator/services/it-recruitment',
  '/operator/pages/privacy/preview',
  '/operator/skills',
]) {
  test(`${path} is accessible in both themes and never scrolls sideways`, async ({ page }) => {
    await arriveAsOperator(connection, page.context());
    for (const width of [390, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${path} at ${width}`).toBeLessThanOrEqual(0);
    }
    await expectUsable(page);
  });
}
