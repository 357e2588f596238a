import { TEXT_KINDS, type TextKind } from '@/domain/texts/input';

/** Where the texts of a kind are edited. */
export const LISTS: Record<TextKind, { path: string; title: string }> = {
  role: { path: '/operator/roles', title: 'Role pages' },
  service: { path: '/operator/services', title: 'Service pages' },
  page: { path: '/operator/pages', title: 'Pages' },
};

export function textPath(kind: TextKind, slug: string): string {
  return `${LISTS[kind].path}/${encodeURIComponent(slug)}`;
}

/** Where everybody reads it. */
export function publicPath(kind: TextKind, slug: string): string {
  return kind === 'page' ? `/${slug}` : `/${kind}s/${slug}`;
}

export function kindParam(text: unknown): TextKind | null {
  return TEXT_KINDS.find((kind) => kind === text) ?? null;
}
