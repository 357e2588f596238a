import { setTimeout as sleep } from 'node:timers/promises';
import { seededRandom } from '../seeded-random';
import { startTestMailServer } from '../testing/mail-server';
import type { TrialPortal } from '../trial-portal';
import { askForSignInLink, openBrowser } from './browser';
import type { Findings } from './report';

const DOWN_MS = 60_000;
const KILLS = 3;

/**
 * People ask for sign-in links while the mail server is away for a minute and the worker is killed; some ask
 * twice. Afterwards everybody has a link that works, and nobody has the same one twice.
 */
export async function signInMailChaos(
  startPortal: (variables: Record<string, string>) => Promise<TrialPortal>,
  count: number,
): Promise<Findings> {
  let mail = await startTestMailServer();
  const port = Number(new URL(mail.url).port);
  const portal = await startPortal({ SMTP_URL: mail.url });
  const random = seededRandom(7);
  const received = mail.received;
  try {
    const [address = ''] = portal.addresses;
    const ask = (n: number) =>
      askForSignInLink(openBrowser(address, `198.18.${n >> 8}.${n & 255}`), `person-${n}@kvarnen.example`);

    await mail.stop();
    const began = Date.now();
    let again = 0;
    const worker = portal.workers[0];
    let kills = 0;
    for (let n = 0; n < count; n++) {
      await ask(n);
      if (random() < 0.2) {
        again += 1;
        await ask(n);
      }
      const due = Math.floor((KILLS * (n + 1)) / count);
      if (worker && kills < due) {
        kills += 1;
        await worker.kill();
        await worker.start();
      }
      const pause = (DOWN_MS * (n + 1)) / count - (Date.now() - began);
      if (pause > 0) await sleep(pause);
    }
    mail = await startTestMailServer(port, received);
    const people = () => new Set(received.flatMap(({ envelopeTo }) => envelopeTo));
    for (let waited = 0; waited < 300 && people().size < count; waited++) await sleep(1_000);
    const recovered = Math.round((Date.now() - began - DOWN_MS) / 1_000);
    await sleep(15_000);

    const links = received.map(({ text = '' }) => /token=(\w+)/.exec(text)?.[1] ?? 'none');
    return {
      facts: {
        'people who asked': count,
        'of them twice': again,
        'worker killed': kills,
        'people with a link': people().size,
        'mails in all': received.length,
        'seconds after the server came back': recovered,
      },
      losses: {
        'people without a link': count - people().size,
        'links mailed twice': links.length - new Set(links).size,
      },
    };
  } finally {
    await portal.stop();
    await mail.stop();
  }
}
