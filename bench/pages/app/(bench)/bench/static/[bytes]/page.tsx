export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

/** The ceiling of a static page: no data, and of any size wanted. */
export default async function StaticPage({ params }: { params: Promise<{ bytes: string }> }) {
  const bytes = Number((await params).bytes);
  return <p>{'offer '.repeat(Math.ceil(bytes / 6)).slice(0, bytes)}</p>;
}
