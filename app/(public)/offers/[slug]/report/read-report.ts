import { type ReportInput, reportInput } from '@/domain/offers/reports';

/** Nobody reads the form and answers it in less (milliseconds). */
const QUICKEST = 3_000;

/** Field that no person sees; whoever fills it in is no person. */
export const TRAP_FIELD = 'website';

/**
 * What the form says: a report, `fault` where no reason was chosen, or `bot` where a trap was filled in or
 * the form was sent faster than a person reads it.
 */
export function readReport(form: FormData, now: Date): ReportInput | 'fault' | 'bot' {
  const opened = Number(form.get('opened'));
  if (form.get(TRAP_FIELD) || !(opened > 0) || now.getTime() - opened < QUICKEST) return 'bot';
  const parsed = reportInput.safeParse({
    reason: form.get('reason'),
    message: form.get('message') ?? undefined,
  });
  return parsed.success ? parsed.data : 'fault';
}
