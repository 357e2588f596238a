import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '@/db/client';
import { seededRandom } from '../seeded-random';
import type { TrialPortal } from '../trial-portal';
import { askForSignInLink, type Browser, insist, openBrowser } from './browser';
import type { Findings } from './report';

const WRITERS = 4;
const MOST_WORDS = 400;
/** One address may ask for five links in a quarter of an hour; some are asked for twice, when the portal
 * is killed before it has answered. */
const MOST_SIGN_INS = 2;

type Losses = Record<
  'acknowledged words lost' | 'drafts seen by others' | 'drafts doubled' | 'writers who gave up',
  number
>;

/**
 * Writers type, submit, sign out, change browser and sign in, while the web process is killed `kills` times.
 * Whatever the portal said was saved must be there afterwards, once, and for nobody else.
 */
export async function draftsChaos(
  startPortal: (variables: Record<string, string>) => Promise<TrialPortal>,
  kills: number,
): Promise<Findings> {
  const portal = await startPortal({});
  const [web] = portal.webs;
  const [address = ''] = portal.addresses;
  const losses: Losses = {
    'acknowledged words lost': 0,
    'drafts seen by others': 0,
    'drafts doubled': 0,
    'writers who gave up': 0,
  };
  const facts = { 'web process killed': 0, 'words typed': 0, 'saves acknowledged': 0, 'times signed in': 0 };
  let over = false;
  try {
    const writers = Array.from({ length: WRITERS }, (_, n) =>
      write(address, n, facts, losses, () => over).catch((error) => {
        console.error(error);
        losses['writers who gave up'] += 1;
      }),
    );
    const random = seededRandom(11);
    for (let kill = 0; kill < kills && web; kill++) {
      await sleep(200 + random() * 1_800);
      await web.kill();
      facts['web process killed'] += 1;
      await web.start();
    }
    over = true;
    await Promise.all(writers);
    losses['drafts doubled'] += await countDoubles(portal.variables.DATABASE_URL);
    return { facts, losses };
  } finally {
    over = true;
    await portal.stop();
  }
}

/** One person with one draft, until `isOver`; keeps book of every word that was acknowledged. */
async function write(
  address: string,
  n: number,
  facts: Record<'words typed' | 'saves acknowledged' | 'times signed in', number>,
  losses: Losses,
  isOver: () => boolean,
): Promise<void> {
  const random = seededRandom(100 + n);
  const email = `writer-${n}@kvarnen.example`;
  let visits = 0;
  const newBrowser = () => openBrowser(address, `198.19.${n}.${++visits % 250}`);
  let browser = newBrowser();
  const id = await insist(async () => {
    const location = (await browser.request('/post-a-job/new')).headers.get('location') ?? '';
    return /draft=([0-9a-f-]{36})/.exec(location)?.[1] ?? Promise.reject(new Error(`no draft: ${location}`));
  });
  const page = `/post-a-job?draft=${id}`;
  const acknowledged: string[] = [];
  let revision = 0;
  let sequence = 0;
  let words: string[] = [];
  let signIns = 0;

  const form = () => ({ title: `Writer ${n} wants a backend developer`, description: words.join(' ') });
  const request = () => ({ draft: id, revision, writer: `page-${n}-${visits}`, sequence: ++sequence });

  /** As the page does while somebody types: says nothing of it before the portal has answered. */
  async function save(): Promise<void> {
    const typed = [...words];
    const sent = request();
    const answer = await browser.request('/post-a-job/save', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...sent, form: form() }),
    });
    if (answer.status !== 200) throw new Error(`save answered ${answer.status}: ${await answer.text()}`);
    revision = (await answer.json()).revision;
    facts['saves acknowledged'] += 1;
    acknowledged.splice(0, acknowledged.length, ...typed);
  }

  async function submit(): Promise<void> {
    const typed = [...words];
    const body = new URLSearchParams({
      ...form(),
      ...Object.fromEntries(Object.entries(request()).map(([name, value]) => [name, String(value)])),
      act: 'save',
    });
    const answer = await browser.request('/post-a-job/submit', { method: 'POST', body });
    const location = answer.headers.get('location') ?? '';
    if (answer.status !== 303 || /conflict|copy/.test(location))
      throw new Error(`submit answered ${answer.status} ${location}`);
    acknowledged.splice(0, acknowledged.length, ...typed);
  }

  /** Opens the page anew and goes on from what it shows; what was acknowledged must be there. */
  async function reload(): Promise<void> {
    const html = await browser.get(page);
    const shown = /<textarea[^>]*name="description"[^>]*>([^<]*)/.exec(html)?.[1];
    if (shown === undefined) throw new Error('The page shows no form.');
    const there = new Set(shown.split(/\s+/));
    losses['acknowledged words lost'] += acknowledged.filter((word) => !there.has(word)).length;
    words = shown.split(/\s+/).filter(Boolean);
    revision = Number(/name="revision" value="(\d+)"/.exec(html)?.[1] ?? revision);
    visits += 1;
  }

  async function getLink(asking: Browser): Promise<string> {
    const before = await newestMail(asking, email);
    await insist(() => askForSignInLink(asking, email));
    return insist(async () => {
      const mail = await newestMail(asking, email);
      return mail && mail.id !== before?.id ? mail.link : Promise.reject(new Error('no mail yet'));
    });
  }

  async function signInElsewhere(): Promise<void> {
    // The first time from the browser that holds the draft; later somebody who is signed in has no need to ask.
    const asking = signIns === 0 ? browser : newBrowser();
    signIns += 1;
    const left = browser;
    browser = newBrowser();
    let isIn = false;
    // A link is spent in vain where the portal was killed after it took it and before it said so.
    while (!isIn) {
      const body = new URLSearchParams([...new URL(await getLink(asking)).searchParams]);
      const path = '/sign-in/confirm/use';
      const answer = await insist(() => browser.request(path, { method: 'POST', body }));
      isIn = !/error=/.test(answer.headers.get('location') ?? '');
    }
    facts['times signed in'] += 1;
    await insist(reload);
    // The browser in which it was begun must not see it any more, now that it belongs to an account.
    const others = signIns === 1 ? [left, newBrowser()] : [newBrowser()];
    for (const other of others) {
      const seen = await insist(() => other.get(page));
      if (acknowledged.some((word) => seen.includes(word))) losses['drafts seen by others'] += 1;
    }
  }

  while (!isOver()) {
    if (words.length < MOST_WORDS) words.push(`w${n}x${facts['words typed']++}`);
    await insist(save);
    await sleep(50 + random() * 250);
    const dice = random();
    if (dice < 0.05) await insist(submit);
    else if (dice < 0.1) await insist(reload);
    else if (dice < 0.12 && signIns < MOST_SIGN_INS) await signInElsewhere();
  }
  await insist(save);
  await signInElsewhere();
}

async function newestMail(
  browser: Browser,
  email: string,
): Promise<{ id: number; link: string } | undefined> {
  const mails: { id: number; to: string[]; text: string }[] = await insist(async () =>
    (await browser.request('/dev/mail.json')).json(),
  );
  const mail = mails.find(({ to }) => to.includes(email));
  const link = mail && /https?:\/\/\S+confirm\S+/.exec(mail.text)?.[0];
  return mail && link ? { id: mail.id, link } : undefined;
}

/** Drafts of a writer beyond the one that each has. */
async function countDoubles(url: string): Promise<number> {
  const { sql, close } = connect(url, { max: 1 });
  try {
    const [row] = await sql<{ doubles: number }[]>`
      select (count(*) - count(distinct form->>'title'))::int as doubles
      from offer_draft where form->>'title' like 'Writer %'`;
    return row?.doubles ?? 0;
  } finally {
    await close();
  }
}
