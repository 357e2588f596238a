import autocannon from 'autocannon';

export type Load = { requestsPerSecond: number; p50: number; p99: number; bytes: number };

/** Asks for `url` over `connections` for `seconds`. Throws if anything but 2xx comes back. */
export async function load(url: string, { connections = 32, seconds = 3 } = {}): Promise<Load> {
  const result = await autocannon({ url, connections, duration: seconds });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${url}: ${result.non2xx} answers other than 2xx, ${result.errors} errors`);
  }
  return {
    requestsPerSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    bytes: result.throughput.average / result.requests.average,
  };
}

/**
 * Measures several addresses in turns, `rounds` times over, so that a noisy minute of the machine hits
 * all of them, and gives the median of each.
 */
export async function loadInTurns<K extends string>(
  urls: Record<K, string>,
  { rounds = 5, ...options }: { rounds?: number; connections?: number; seconds?: number } = {},
): Promise<Record<K, Load>> {
  const keys = Object.keys(urls) as K[];
  const runs = new Map<K, Load[]>(keys.map((key) => [key, []]));
  for (const key of keys) await load(urls[key], { ...options, seconds: 2 });
  for (let round = 0; round < rounds; round++) {
    for (const key of keys) runs.get(key)?.push(await load(urls[key], options));
  }
  const median = (key: K): Load => {
    const sorted = (runs.get(key) ?? []).toSorted((a, b) => a.requestsPerSecond - b.requestsPerSecond);
    const middle = sorted[Math.floor(sorted.length / 2)];
    if (!middle) throw new Error('no runs');
    return middle;
  };
  return Object.fromEntries(keys.map((key) => [key, median(key)])) as Record<K, Load>;
}
