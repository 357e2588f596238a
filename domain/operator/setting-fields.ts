import { z } from 'zod';
import { SETTINGS, type SettingKey, type Settings } from '@/domain/settings/settings';

/** A setting as a form has it. */
export type SettingField = {
  key: SettingKey;
  label: string;
  hint: string;
  /** `list`: values parted by commas or spaces. */
  kind: 'number' | 'switch' | 'choice' | 'list' | 'text';
  min?: number;
  max?: number;
  /** Of a choice. */
  options?: string[];
  /** What it is without anybody's doing, as it would be typed. */
  standard: string;
};

type JsonSchema = { type?: string; minimum?: number; maximum?: number; enum?: unknown[] };

/** The form of all settings, made of their schemas. */
export function listSettingFields(): SettingField[] {
  return (Object.keys(SETTINGS) as SettingKey[]).map((key) => {
    const { schema, label, hint, default: standard } = SETTINGS[key];
    const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
    return {
      key,
      label,
      hint,
      kind: kindOf(shape),
      min: shape.minimum,
      max: shape.maximum,
      options: shape.enum?.map(String),
      standard: toTyped(standard),
    };
  });
}

function kindOf({ type, enum: options }: JsonSchema): SettingField['kind'] {
  if (options) return 'choice';
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'boolean') return 'switch';
  return type === 'array' ? 'list' : 'text';
}

/** A value as it would be typed: what a form begins with. */
export function toTyped(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'boolean') return value ? 'on' : '';
  return value === null || value === undefined ? '' : String(value);
}

/** The settings as they were typed, or what is wrong with each that cannot be read, by key. */
export function readTypedSettings(
  typed: Record<string, string>,
): { values: Partial<Settings> } | { faults: Record<string, string> } {
  const values: Record<string, unknown> = {};
  const faults: Record<string, string> = {};
  for (const { key, kind } of listSettingFields()) {
    const text = typed[key];
    // The form is of an earlier version.
    if (text === undefined) continue;
    const value = fromTyped(text, kind);
    const parsed = SETTINGS[key].schema.safeParse(value);
    if (parsed.success) values[key] = parsed.data;
    else faults[key] = faultOf(parsed.error.issues[0], value);
  }
  return Object.keys(faults).length > 0 ? { faults } : { values: values as Partial<Settings> };
}

function fromTyped(text: string, kind: SettingField['kind']): unknown {
  const trimmed = text.trim();
  if (kind === 'switch') return trimmed === 'on';
  if (kind === 'list') return trimmed.split(/[\s,;]+/).filter(Boolean);
  // Number('') would be 0, and Number('1e3') a thousand.
  if (kind === 'number') return /^-?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : Number.NaN;
  return trimmed;
}

/** Zod's own sentences are for programmers. */
function faultOf(issue: z.core.$ZodIssue | undefined, value: unknown): string {
  const place = issue?.path[0];
  if (Array.isArray(value) && typeof place === 'number') return `“${value[place]}” does not fit.`;
  if (issue?.code === 'too_small' && issue.origin !== 'string') return `At least ${issue.minimum}.`;
  if (issue?.code === 'too_big' && issue.origin !== 'string') return `At most ${issue.maximum}.`;
  if (issue?.code === 'invalid_type') {
    return issue.expected === 'number' || issue.expected === 'int' ? 'Give a whole number.' : 'Give a value.';
  }
  return issue?.message ?? 'This does not fit.';
}
