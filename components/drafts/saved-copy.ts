/** What this browser keeps of a form until the server has it. */

export type Fields = Record<string, string>;
type Copy = { fields: Fields; at: string };

const PREFIX = 'rolecall-draft:';

/** Where the browser keeps nothing for us (full, or forbidden), the server still does. */
export function keepCopy(draft: string, fields: Fields): void {
  try {
    localStorage.setItem(PREFIX + draft, JSON.stringify({ fields, at: new Date().toISOString() }));
  } catch {}
}

export function dropCopy(draft: string): void {
  try {
    localStorage.removeItem(PREFIX + draft);
  } catch {}
}

export function readCopy(draft: string): Copy | null {
  try {
    const copy = JSON.parse(localStorage.getItem(PREFIX + draft) ?? 'null') as Copy | null;
    return copy && typeof copy.at === 'string' && typeof copy.fields === 'object' ? copy : null;
  } catch {
    return null;
  }
}

/** Fields of the page rather than of the offer. */
const OWN = new Set(['draft', 'revision', 'writer', 'sequence', 'act']);
/** A row is there once one of these is filled in. */
const FILLED = /^(?:(?:pay|skill)-\d+-(?:contract|min|max|name|level)|(?:place|home)-\d+)$/;
const ROW = /^(pay|skill|place|home)-(\d+)/;

/** What a form says, the same however many blank rows it has and how the others are numbered. */
export function signatureOf(fields: Fields): string {
  const filled = new Set<string>();
  for (const [name, value] of Object.entries(fields))
    if (value.trim() !== '' && FILLED.test(name)) filled.add(ROW.exec(name)?.[0] ?? '');
  return Object.entries(fields)
    .filter(([name, value]) => {
      const row = ROW.exec(name)?.[0];
      return value !== '' && (row === undefined || filled.has(row));
    })
    .map(([name, value]) => `${name.replace(/-\d+/, '')}=${value.replaceAll('\r\n', '\n')}`)
    .join('\n');
}

/** What was typed, by field. */
export function fieldsOfForm(form: HTMLFormElement): Fields {
  const fields: Fields = {};
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && !OWN.has(name)) fields[name] = value;
  return fields;
}
