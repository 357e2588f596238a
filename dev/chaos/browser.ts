import { setTimeout as sleep } from 'node:timers/promises';

export type Browser = {
  /** One request with this browser's cookies; redirects are for the caller to follow. */
  request: (path: string, init?: RequestInit) => Promise<Response>;
  get: (path: string) => Promise<string>;
};

/** A browser without pages: an origin, cookies, and the client address that a proxy would name. */
export function openBrowser(origin: string, client: string): Browser {
  const cookies = new Map<string, string>();
  async function request(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    headers.set('x-forwarded-for', client);
    headers.set('origin', origin);
    headers.set('sec-fetch-site', 'same-origin');
    const answer = await fetch(new URL(path, origin), { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=;]+)=([^;]*)/.exec(line) ?? [];
      if (name === undefined || value === undefined) continue;
      if (value === '' || /max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  }
  return { request, get: async (path) => (await request(path)).text() };
}

const PATIENCE_MS = 60_000;

/** Does it again while the portal is away, as anybody would. Throws what went wrong last after a minute. */
export async function insist<Result>(act: () => Promise<Result>): Promise<Result> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(100);
    }
  }
}

/** Hidden fields of the page's form for signing in. */
async function readSignInForm(browser: Browser): Promise<Record<string, string>> {
  const form = /<form[^>]*>(?:(?!<\/form>).)*name="email"/s.exec(await browser.get('/sign-in'))?.[0] ?? '';
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)];
  return Object.fromEntries(
    hidden.map(([, name, value = '']) => [name, value.replaceAll('&quot;', '"').replaceAll('&amp;', '&')]),
  );
}

/** Sends the form for a sign-in link. Throws where it is not taken. */
export async function askForSignInLink(browser: Browser, email: string): Promise<void> {
  const fields = await readSignInForm(browser);
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...fields, email })) body.set(name, value);
  const answer = await browser.request('/sign-in', { method: 'POST', body });
  if (answer.status !== 303) throw new Error(`The sign-in form answered ${answer.status}`);
}
