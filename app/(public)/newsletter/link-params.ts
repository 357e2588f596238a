import type { LinkParams } from '@/domain/newsletter/links';

/** The fields of a mailed link, as a form of its page carries them on. */
export function linkField(params: LinkParams): string {
  const fields = Object.entries(params).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  return new URLSearchParams(fields).toString();
}

/** The same, back from the form. They are still to be checked. */
export function readLinkField(form: FormData): LinkParams {
  const text = form.get('link');
  return Object.fromEntries(new URLSearchParams(typeof text === 'string' ? text : ''));
}
