import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { inTurn } from './changes';
import { indexOffers } from './search-index';

/** What a skill is called is among the words by which its offers are found. */

/** Offers in one transaction. */
const BATCH = 500;

/** Has the worker bring those words in step, after a change of a skill's name or spellings. */
export async function askToIndexSkill(db: Db, skillId: number): Promise<void> {
  await db.execute(sql`
    select graphile_worker.add_job('index-skill', ${JSON.stringify({ skillId })}::json,
      job_key => ${`index-skill:${skillId}`})`);
}

/** Brings the search in step with every live offer that asks for a skill. Safe to repeat, and to run beside others. */
export async function indexSkill(db: Db, skillId: number, batch = BATCH): Promise<void> {
  for (let last = 0; ; ) {
    const rows = await db.execute<{ id: number }>(sql`
      select o.id from offer o join offer_skill s on s.offer_id = o.id
      where s.skill_id = ${skillId} and o.state = 'live' and o.id > ${last} order by o.id limit ${batch}`);
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return;
    await inTurn(db, (tx) => indexOffers(tx, ids));
    last = ids.at(-1) ?? last;
  }
}
