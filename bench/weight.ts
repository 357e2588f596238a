import { gzipSync } from 'node:zlib';

export type Weight = { html: number; script: number; style: number };

/** Bytes after gzip that a modern browser loads for `url`: the document, its scripts, its styles. */
export async function weigh(url: string): Promise<Weight> {
  const html = await (await fetch(url)).text();
  const scripts = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"[^>]*>/g)]
    .filter(([tag]) => !/nomodule/i.test(tag))
    .map(([, src]) => src ?? '');
  const styles = [...html.matchAll(/<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g)].map(
    ([, href]) => href ?? '',
  );
  return {
    html: gzipSync(html).length,
    script: await sizeOf(url, scripts),
    style: await sizeOf(url, styles),
  };
}

async function sizeOf(base: string, paths: string[]): Promise<number> {
  let bytes = 0;
  for (const path of new Set(paths)) {
    const response = await fetch(new URL(path, base));
    bytes += gzipSync(Buffer.from(await response.arrayBuffer())).length;
  }
  return bytes;
}
