import { setTimeout as sleep } from 'node:timers/promises';

export type Browser = {
  /** One request with this browser's cookies; redirects are for the caller to follow. */
  request: (path: string, init?: RequestInit) => Promise<Response>;
  get: (path: string) => Promise<string>;
};

/** A browser without pages: an origin, cookies, and the client address that a proxy would name. */
export function openBrowser(
  origin: string,
  client: string,
  brought: Readonly<Record<string, string>> = {},
): Browser {
  const cookies = new Map(Object.entries(brought));
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

/** Does it again while the portal is away, as anybody would. Throws what went wrong last after `patience` ms, a minute. */
export async function insist<Result>(act: () => Promise<Result>, patience = PATIENCE_MS): Promise<Result> {
  const deadline = Date.now() + patience;
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(100);
    }
  }
}

/** Hidden fields of the form on a page in which `mark` stands; null where there is no such form. */
export function readForm(html: string, mark: string): Record<string, string> | null {
  const form = html.match(/<form.*?<\/form>/gs)?.find((one) => one.includes(mark));
  if (form === undefined) return null;
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)];
  return Object.fromEntries(
    hidden.map(([, name, value = '']) => [name, value.replaceAll('&quot;', '"').replaceAll('&amp;', '&')]),
  );
}

/** Sends a form as a browser without JavaScript does, to the page it is on; resolves to where that leads. */
export async function sendForm(
  browser: Browser,
  page: string,
  fields: Record<string, string>,
): Promise<string> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const answer = await browser.request(page, { method: 'POST', body });
  await answer.body?.cancel();
  if (answer.status !== 303) throw new Error(`The form on ${page} answered ${answer.status}`);
  return answer.headers.get('location') ?? '';
}

/** Sends the form for a sign-in link. Throws where it is not taken. */
export async function askForSignInLink(browser: Browser, email: string): Promise<void> {
  const fields = readForm(await browser.get('/sign-in'), 'name="email"');
  await sendForm(browser, '/sign-in', { ...fields, email });
}
