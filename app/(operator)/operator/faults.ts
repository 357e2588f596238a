import type { z } from 'zod';

/** The first thing wrong with each field, by field. */
export function faultsOf(error: z.ZodError): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const { path, message } of error.issues) faults[String(path[0] ?? 'form')] ??= message;
  return faults;
}
