import type { Graph, Thing, WithContext } from 'schema-dts';

/** Structured data of a page, written so that no text in it can end the script element. */
export function JsonLd({ data }: { data: WithContext<Thing> | Graph }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with its `<` escaped holds no markup.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: serialiseJsonLd(data) }} />;
}

/** JSON that is safe inside a script element: `<` is written as an escape. */
export function serialiseJsonLd(data: WithContext<Thing> | Graph): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
