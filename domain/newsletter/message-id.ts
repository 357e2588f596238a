import { isSigned, sign } from '@/lib/secret';
import type { LinkPorts } from './links';

const OURS = /^<?delivery\.([1-9]\d{0,15})\.([\w-]{43})@[^@\s]+>?$/;

/** The Message-ID (RFC 5322, 3.6.4) of a delivery's mail: always the same, and nobody else can make it up. */
export function messageIdOf(deliveryId: number, { siteUrl, secret }: LinkPorts): string {
  return `delivery.${deliveryId}.${sign(`message ${deliveryId}`, secret)}@${new URL(siteUrl).hostname}`;
}

/** The delivery whose mail has that Message-ID, with or without its brackets; null where it is not ours. */
export function readMessageId(messageId: string, secret: string): number | null {
  const [, id = '', signature = ''] = OURS.exec(messageId.trim()) ?? [];
  return id !== '' && isSigned(`message ${id}`, signature, secret) ? Number(id) : null;
}
