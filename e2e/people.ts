import { expect, type Page } from '@playwright/test';

export type Mail = {
  id: number;
  to: string[];
  subject: string;
  text: string;
  html: string;
  /** By lower-case name. */
  headers: Record<string, string>;
};

/** The mails that the portal sent to `address` (the demo's catcher has them), the newest first. */
export async function mailsTo(page: Page, address: string): Promise<Mail[]> {
  const answer = await page.request.get('/dev/mail.json');
  const mails: Mail[] = await answer.json();
  return mails.filter(({ to }) => to.includes(address));
}

/** Waits for a mail to `address` whose subject matches, sent after the mail with the number `after`. */
export async function awaitMail(page: Page, address: string, subject: RegExp, after = 0): Promise<Mail> {
  let found: Mail | undefined;
  await expect(async () => {
    found = (await mailsTo(page, address)).find((mail) => mail.id > after && subject.test(mail.subject));
    expect(found, `a mail to ${address} about ${subject}`).toBeDefined();
  }).toPass();
  if (!found) throw new Error('unreachable');
  return found;
}

/** The addresses in a mail, without the full stop or comma after them, as mail programs read them. */
export function linksIn(mail: Mail): string[] {
  return mail.text.match(/https?:\/\/[^\s)>\]]*[^\s)>\].,]/g) ?? [];
}

/** The first address of our own in a mail that matches `path`. */
export function linkIn(mail: Mail, path: RegExp): string {
  const link = linksIn(mail).find((address) => path.test(address));
  if (!link) throw new Error(`No link to ${path} in “${mail.subject}”`);
  return link;
}

/** Asks for a sign-in link on the page at hand and gives back where it leads. */
export async function askForSignInLink(page: Page, address: string): Promise<string> {
  const newest = (await mailsTo(page, address))[0]?.id ?? 0;
  await page.getByLabel('Work e-mail').fill(address);
  await page.getByRole('button', { name: 'E-mail me a sign-in link' }).click();
  await expect(page).toHaveURL(/\/sign-in\/sent/);
  return linkIn(await awaitMail(page, address, /^Sign in/, newest), /\/sign-in\/confirm/);
}

/** Signs in by mailed link, and ends up at `next`. */
export async function signIn(page: Page, address: string, next = '/employer'): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await page.goto(await askForSignInLink(page, address));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).not.toHaveURL(/\/sign-in/);
}
