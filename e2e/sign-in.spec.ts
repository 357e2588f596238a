import type { APIRequestContext } from '@playwright/test';
import { askForSignInLink, awaitMail, signIn } from './people';
import { expect, expectAccessible, test } from './portal';

const SIGNED_IN = /\/employer/;

/** What the form of `/sign-in` sends, whoever asks. */
async function signInForm(request: APIRequestContext): Promise<Record<string, string>> {
  const html = await (await request.get('/sign-in')).text();
  const form = /<form[^>]*>(?:(?!<\/form>).)*name="email"/s.exec(html)?.[0] ?? '';
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)];
  return Object.fromEntries(hidden.map(([, name, value]) => [name, decode(value ?? '')]));
}

const decode = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');

test('an address with a mistake comes back with what is wrong with it', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('Work e-mail').fill('halina@kvarnen');
  await page.getByRole('button', { name: 'E-mail me a sign-in link' }).click();
  await expect(page.getByText('The address stops after the @.')).toBeVisible();
  await expect(page.getByLabel('Work e-mail')).toHaveValue('halina@kvarnen');
  await expect(page.getByLabel('Work e-mail')).toBeFocused();
  await expectAccessible(page);
});

test('a mailed link signs in once, by its button, and whoever opens it before spends nothing', async ({
  page,
  request,
}) => {
  await page.goto('/sign-in');
  const link = await askForSignInLink(page, 'scanned@kvarnen.example');
  for (const method of ['GET', 'HEAD', 'GET'] as const) {
    const answer = await request.fetch(link, { method });
    expect(answer.status()).toBe(200);
    expect(answer.headers()['set-cookie'] ?? '').not.toContain('session-token');
    // What a scanner makes of the library's own address.
    const direct = await request.get(link.replace('/sign-in/confirm', '/api/auth/callback/email'));
    expect(new URL(direct.url()).pathname).toBe('/sign-in/confirm');
    expect(direct.headers()['set-cookie'] ?? '').not.toContain('session-token');
  }
  await page.goto(link);
  await expect(page.getByText('scanned@kvarnen.example')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(SIGNED_IN);

  await page.context().clearCookies();
  await page.goto(link);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('That link was used before')).toBeVisible();
});

test('an altered link, and one of somebody else, is refused plainly', async ({ page }) => {
  await page.goto('/sign-in');
  const link = new URL(await askForSignInLink(page, 'careful@kvarnen.example'));
  const altered = new URL(link);
  altered.searchParams.set('token', `${link.searchParams.get('token')?.slice(0, -1)}x`);
  const foreign = new URL(link);
  foreign.searchParams.set('email', 'operator@rolecall.example');
  for (const address of [altered, foreign]) {
    await page.goto(address.href);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByText('not quite as we sent it')).toBeVisible();
    expect((await page.context().cookies()).map(({ name }) => name).join()).not.toContain('session-token');
  }
});

test('a thousand requests send no more mails than the limit, and all answer alike', async ({
  page,
  request,
}) => {
  const fields = await signInForm(request);
  const ask = async (email: string, client: string) => {
    const answer = await request.post('/sign-in', {
      multipart: { ...fields, email },
      headers: { 'x-forwarded-for': client, origin: new URL(page.url()).origin },
      maxRedirects: 0,
    });
    return `${answer.status()} ${answer.headers().location}`;
  };
  await page.goto('/sign-in');
  const answers = new Set<string>();
  // One address from many clients; then many addresses, known and unknown, from one client.
  const requests = Array.from({ length: 1_000 }, (_, n) =>
    n % 2 === 0
      ? () => ask('flooded@kvarnen.example', `198.51.100.${n % 250}`)
      : () => ask(n % 4 === 1 ? 'scanned@kvarnen.example' : `flood-${n}@kvarnen.example`, '192.0.2.77'),
  );
  for (let from = 0; from < requests.length; from += 20) {
    for (const answer of await Promise.all(requests.slice(from, from + 20).map((one) => one())))
      answers.add(answer);
  }
  expect([...answers]).toEqual(['303 /sign-in/sent']);
  // The queue is first in, first out: when this one is there, so are those before it.
  await ask('last@kvarnen.example', '198.51.100.251');
  await awaitMail(page, 'last@kvarnen.example', /^Sign in/);
  const mails = await (await page.request.get('/dev/mail.json')).json();
  const sentTo = (pattern: RegExp) =>
    mails.filter(({ to }: { to: string[] }) => pattern.test(to[0] ?? '')).length;
  expect(sentTo(/^flooded@/)).toBeGreaterThan(0);
  expect(sentTo(/^flooded@/)).toBeLessThanOrEqual(5);
  expect(sentTo(/^flood-/)).toBeGreaterThan(0);
  expect(sentTo(/^flood-/)).toBeLessThanOrEqual(20);
});

test('where somebody wanted to go is where the link leads, if it is here', async ({ page }) => {
  await signIn(page, 'operator@rolecall.example', '/operator');
  await expect(page).toHaveURL(/\/operator/);
  await page.context().clearCookies();
  await page.goto('/sign-in?next=//evil.example/');
  const link = await askForSignInLink(page, 'employer@rolecall.example');
  expect(new URL(link).searchParams.get('next')).toBe('/employer');
});
