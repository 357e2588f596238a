import { runCommand } from '@/dev/command';

/** Derives the search tables and the figures about the market anew from the offers: after a restore without them. */
await runCommand(async () => {
  const { connect } = await import('@/db/client');
  const { openDatabase, parseCommandEnv } = await import('@/dev/database');
  const { marketFigure } = await import('@/db/schema/market');
  const { recountMarket } = await import('@/domain/market/recount');
  const { rebuildSearch } = await import('@/domain/offers/search-index');

  const database = await openDatabase(parseCommandEnv());
  const { db, close } = connect(database.url, { max: 1 });
  try {
    await rebuildSearch(db);
    await db.delete(marketFigure);
    await recountMarket(db, new Date());
    console.log('The search tables are derived anew.');
  } finally {
    await close();
    await database.stop();
  }
});
