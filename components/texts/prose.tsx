import { cx } from '@/components/ui/classes';

/** A section of a text; `html` is of the allowlist that lib/sanitise-html.ts writes. */
export function Prose({ html, className }: { html: string; className?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered by domain/texts/render.ts, which lets only the allowlist through.
  return <div className={cx('prose', className)} dangerouslySetInnerHTML={{ __html: html }} />;
}
