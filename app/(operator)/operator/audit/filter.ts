import type { AuditFilter } from '@/domain/operator/audit';
import { type Params, textParam } from '@/domain/operator/input';
import { env } from '@/lib/env';

/** What the log is narrowed to by its address; the page and its export read it alike. */
export function readAuditFilter(params: Params): AuditFilter {
  return {
    who: textParam(params, 'who') ?? 'operators',
    type: textParam(params, 'type'),
    subject: textParam(params, 'subject'),
    operatorEmail: env().OPERATOR_EMAIL,
  };
}

/** The filter as parameters of an address; what holds anyway is left out. */
export function auditParams({ who, type, subject }: AuditFilter): Record<string, string | undefined> {
  return { who: who === 'operators' ? undefined : who, type, subject };
}
