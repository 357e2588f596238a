import { createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A token that cannot be guessed, fit for a URL (256 bits). */
export function makeToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token: who reads it in the database cannot use it. */
export function hashToken(token: string): string {
  return hash('sha256', token, 'base64url');
}

/** A short signature of `text` with `secret`, fit for a URL (HMAC-SHA-256). */
export function sign(text: string, secret: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url');
}

/** Whether `signature` is that of `text`, in constant time. */
export function isSigned(text: string, signature: string, secret: string): boolean {
  const given = Buffer.from(signature);
  const due = Buffer.from(sign(text, secret));
  return given.length === due.length && timingSafeEqual(given, due);
}
