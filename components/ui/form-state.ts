/** What a form's action gives back where something is to be mended: nothing that was typed is lost. */
export type FormState = {
  /** As typed, by field. */
  values: Record<string, string>;
  /** What is wrong and how to mend it, by field. */
  faults: Record<string, string>;
  /** What concerns the whole form; `good` where it was saved. */
  message: { kind: 'good' | 'ask'; text: string } | null;
  /** What somebody else has written meanwhile, by field. */
  beside?: Record<string, string>;
};

export const EMPTY_FORM: FormState = { values: {}, faults: {}, message: null };

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

/** The text fields of a form as they were sent, to be shown again. Files and the framework's own are left out. */
export function typedValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string' && !name.startsWith('$')) values[name] = value;
  }
  return values;
}

/** What is wrong by field, one sentence each: the first that a schema found. */
export function firstFaults(
  issues: readonly { path: PropertyKey[]; message: string }[],
): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const { path, message } of issues) faults[String(path[0])] ??= message;
  return faults;
}
