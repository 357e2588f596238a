import { isSigned, sign } from '@/lib/secret';

/** One question of the roll call: about which offer, and asked when. */
export type Question = { offerId: number; askedAt: Date };

/**
 * The address in a roll call's mail, complete. Whoever holds it may answer that one question, and nothing else;
 * the question is known by the second in which it was asked.
 */
export function answerUrl({ offerId, askedAt }: Question, { siteUrl, secret }: LinkPorts): string {
  const asked = Math.floor(askedAt.getTime() / 1000);
  const key = sign(message(offerId, asked), secret);
  return `${siteUrl}/answer?${new URLSearchParams({ offer: String(offerId), asked: String(asked), key })}`;
}

export type LinkPorts = {
  /** Origin of the portal, without a trailing slash. */
  siteUrl: string;
  secret: string;
};

/** The question that an address of ours is about; null where it was altered or made up. */
export function readAnswerLink(
  { offer, asked, key }: { offer?: unknown; asked?: unknown; key?: unknown },
  secret: string,
): Question | null {
  const [offerId, seconds] = [wholeNumber(offer), wholeNumber(asked)];
  if (offerId === null || seconds === null || typeof key !== 'string') return null;
  if (!isSigned(message(offerId, seconds), key, secret)) return null;
  return { offerId, askedAt: new Date(seconds * 1000) };
}

function message(offerId: number, asked: number): string {
  return `roll-call ${offerId} ${asked}`;
}

/** Written in one way only, so that no two addresses are of one question. */
function wholeNumber(text: unknown): number | null {
  return typeof text === 'string' && /^[1-9]\d{0,11}$/.test(text) ? Number(text) : null;
}
