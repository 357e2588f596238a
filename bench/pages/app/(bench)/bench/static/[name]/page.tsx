import { readFileSync } from 'node:fs';
import path from 'node:path';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

/** The ceiling of a static page: no data; the text comes from a file that the benchmark writes. */
export default async function StaticPage({ params }: { params: Promise<{ name: string }> }) {
  const { name } = await params;
  return <p>{readFileSync(path.join(process.env.BENCH_TEXTS ?? '', path.basename(name)), 'utf8')}</p>;
}
