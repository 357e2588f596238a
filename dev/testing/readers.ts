import type { Sql } from 'postgres';

/**
 * `count` confirmed readers of the newsletter, `reader-N@mail-M.example`, at `domains` domains. Consent and events are
 * left out: these are for measuring.
 */
export async function createReaders(sql: Sql, count: number, domains = 200): Promise<void> {
  await sql`
    with made as (
      insert into subscriber (email, state, created_at, confirmed_at)
      select 'reader-' || n || '@mail-' || n % ${domains}::int || '.example', 'active', now(), now()
      from generate_series(1, ${count}::int) n
      returning id)
    insert into subscription (subscriber_id, kind, state, created_at, confirmed_at)
    select id, 'newsletter', 'active', now(), now() from made`;
  await sql`analyze subscriber, subscription`;
}
