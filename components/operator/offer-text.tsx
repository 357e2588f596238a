/** The text of an offer beside what is decided on it. `html` was sanitised when it was written. */
export function OfferText({ html }: { html: string }) {
  return (
    <div
      className="prose border-l-2 border-rule pl-4 text-sm leading-6"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised at write to a fixed list of tags
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
