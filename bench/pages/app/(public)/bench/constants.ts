import { readFileSync } from 'node:fs';
import type { SearchView } from '@/components/offers/offer-search';

let constants: { props: SearchView; facets: number[] } | undefined;

/** What /bench/view gave, from the file that the benchmark keeps it in; read once. */
export function viewConstants(): { props: SearchView; facets: number[] } {
  constants ??= JSON.parse(readFileSync(process.env.BENCH_VIEW ?? '', 'utf8'));
  if (!constants) throw new Error('BENCH_VIEW holds no view');
  return constants;
}
