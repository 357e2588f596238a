import { notFound } from 'next/navigation';
import { cached } from '@/app/cached';

/** Answers 404 and keeps it until `tag` is invalidated, which is when the thing may have appeared. */
export async function missing(tag: string): Promise<never> {
  await cached(['missing'], [tag], async () => null);
  notFound();
}
