import { type ReportInput, reportInput } from '@/domain/offers/reports';
import { readSender } from '@/lib/form-guard';

/**
 * What the form says: a report, `fault` where no reason was chosen, or `bot` where a trap was filled in or
 * the form was sent faster than a person reads it.
 */
export function readReport(form: FormData, secret: string, now: Date): ReportInput | 'fault' | 'bot' {
  if (readSender(form, secret, now).kind !== 'person') return 'bot';
  const parsed = reportInput.safeParse({
    reason: form.get('reason'),
    message: form.get('message') ?? undefined,
  });
  return parsed.success ? parsed.data : 'fault';
}
