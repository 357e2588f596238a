import { isSigned, makeToken, sign } from './secret';

/** Field that no person sees; whoever fills it in is no person. */
export const TRAP_FIELD = 'website';
/** Hidden field with the form's seal. */
export const SEAL_FIELD = 'seal';

/** Nobody reads a form and fills it in in less (milliseconds). */
const QUICKEST = 3_000;

/**
 * What a public form carries: `RANDOM.TIME.SIGNATURE`, which says that the portal handed the form out, and when.
 * Each is its own, so that a form which was sent twice can be told from two forms.
 */
export function makeSeal(secret: string, now: Date): string {
  const text = `${makeToken()}.${now.getTime()}`;
  return `${text}.${sign(message(text), secret)}`;
}

export type Sender =
  /** `seal`: that of the form. */
  | { kind: 'person'; seal: string }
  /** Without a seal of ours, or sooner than anybody reads it. Somebody in a hurry may send it again. */
  | { kind: 'hasty'; seal: string | null }
  /** The trap was filled in. */
  | { kind: 'bot' };

/** Who sent a public form, as far as its trap and its seal tell. */
export function readSender(form: FormData, secret: string, now: Date): Sender {
  if (form.get(TRAP_FIELD)) return { kind: 'bot' };
  const seal = form.get(SEAL_FIELD);
  const opened = typeof seal === 'string' ? openedAt(seal, secret) : null;
  if (typeof seal !== 'string' || opened === null) return { kind: 'hasty', seal: null };
  return now.getTime() - opened < QUICKEST ? { kind: 'hasty', seal } : { kind: 'person', seal };
}

/** When a seal was made (epoch milliseconds); null where it is none of ours. */
function openedAt(seal: string, secret: string): number | null {
  const end = seal.lastIndexOf('.');
  const text = seal.slice(0, end);
  if (end < 0 || !isSigned(message(text), seal.slice(end + 1), secret)) return null;
  return Number(text.slice(text.lastIndexOf('.') + 1));
}

/** Signed under its purpose, so that no link of ours passes for a seal. */
function message(text: string): string {
  return `form ${text}`;
}
