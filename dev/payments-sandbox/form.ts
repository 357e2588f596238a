import { ParameterRefusal } from './errors';

export type FormValue = string | { [key: string]: FormValue };

type Node = Map<string, string | Node>;

const DEPTH = 8;

/** Decodes `a[b][0][c]=d` as Stripe's libraries write it: an array is an object of numbered keys. */
export function decodeForm(encoded: string): Record<string, FormValue> {
  const root: Node = new Map();
  for (const [name, value] of new URLSearchParams(encoded)) place(root, name, value);
  return Object.fromEntries([...root].map(([key, value]) => [key, settle(value)]));
}

function place(root: Node, name: string, value: string): void {
  const [first = '', ...inner] = name.replaceAll(']', '').split('[');
  const path = [first, ...inner];
  if (path.length > DEPTH) throw new ParameterRefusal('Parameters are nested too deeply', { param: first });
  const last = path.pop() ?? '';
  let node = root;
  for (const key of path) {
    const known = node.get(key || String(node.size));
    if (typeof known === 'string') throw new ParameterRefusal('Invalid object', { param: first });
    const next: Node = known ?? new Map();
    node.set(key || String(node.size), next);
    node = next;
  }
  node.set(last || String(node.size), value);
}

function settle(node: string | Node): FormValue {
  if (typeof node === 'string') return node;
  return Object.fromEntries([...node].map(([key, value]) => [key, settle(value)]));
}
