/** Reading JSON of strangers: schema.org allows one value or many nearly everywhere, and people allow more. */

export type JsonObject = Record<string, unknown>;

/** The value as a list: of itself, of its own items, or of nothing where there is none. */
export function listOf(value: unknown): unknown[] {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value.flat(2) : [value];
}

/** The value, or the first of a list, if that is an object; else an empty one. */
export function objectOf(value: unknown): JsonObject {
  const [first] = listOf(value);
  return typeof first === 'object' && first !== null ? (first as JsonObject) : {};
}

/** The value, or the first of a list, if that is a text or a number; else undefined. */
export function textOf(value: unknown): string | undefined {
  const [first] = listOf(value);
  return typeof first === 'string' ? first : typeof first === 'number' ? String(first) : undefined;
}

/** Whether an object is of a schema.org type, however its `@type` is written. */
export function isOfType(object: JsonObject, type: string): boolean {
  return listOf(object['@type']).some(
    (name) => typeof name === 'string' && name.replace(/^.*[/#:]/, '').toLowerCase() === type.toLowerCase(),
  );
}
