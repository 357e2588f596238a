import { safePath } from '@/app/safe-path';
import { FREQUENCIES, type Frequency } from '@/domain/newsletter/input';

/** What was typed into a signup form, kept for an hour so that it can be shown again, mended and sent again. */
export type TypedSignup = {
  email: string;
  newsletter: boolean;
  /** The search of an alert as it was given, or null. */
  alert: string | null;
  frequency: Frequency;
  /** Path of the page with the form. */
  from: string;
  /** True where the form let choose. */
  choice: boolean;
};

/** For the browser only, and only under /newsletter: no address of a person in any URL. */
export const SIGNUP_COOKIE = 'rolecall_signup';
const MAX_EMAIL = 300;
const MAX_QUERY = 1_500;
const MAX_PATH = 500;

/** A search is given as `?query`, so that the empty one, of all offers, is told from none. */
export function readTypedSignup(form: FormData): TypedSignup {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const alert = text('alert');
  const from = safePath(text('from'), '/newsletter');
  return {
    // The button that corrects a slip is beside the field that has it.
    email: (text('meant') || text('email')).slice(0, MAX_EMAIL),
    newsletter: text('newsletter') === 'on',
    alert: alert === '' ? null : alert.replace(/^\?/, '').slice(0, MAX_QUERY),
    frequency: FREQUENCIES.find((one) => one === text('frequency')) ?? 'daily',
    from: from.length > MAX_PATH ? '/newsletter' : from,
    choice: text('choice') === 'on',
  };
}

/** The cookie's value. */
export function packSignup(signup: TypedSignup): string {
  return encodeURIComponent(JSON.stringify(signup));
}

/** Null where the cookie is gone or not ours. What it says is checked again when it is sent. */
export function unpackSignup(value: string | undefined): TypedSignup | null {
  if (!value) return null;
  try {
    const { email, newsletter, alert, frequency, from, choice } = JSON.parse(
      value.startsWith('{') ? value : decodeURIComponent(value),
    );
    const form = new FormData();
    form.set('email', String(email));
    if (newsletter === true) form.set('newsletter', 'on');
    if (typeof alert === 'string') form.set('alert', `?${alert}`);
    form.set('frequency', String(frequency));
    form.set('from', String(from));
    if (choice === true) form.set('choice', 'on');
    return readTypedSignup(form);
  } catch {
    return null;
  }
}
