/** Whether a request was made by a page of this portal; browsers that do not say are taken at their word. */
export function isOwnPage(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  return site === null || site === 'same-origin';
}

/** Whether a request is of that media type, and says that it is no longer than `most` bytes. */
export function isReadable(request: Request, type: RegExp, most: number): boolean {
  return (
    type.test(request.headers.get('content-type') ?? '') &&
    Number(request.headers.get('content-length') ?? Number.NaN) <= most
  );
}

/** A redirect that is followed with GET, so that loading again sends nothing twice. */
export function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
}

/** The bytes of a request as they came, which are what is signed; null where there are more than `most`. */
export async function readBody(request: Request, most: number): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
