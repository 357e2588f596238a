import { benchAlerts } from './alerts';
import { benchFreshness } from './freshness';
import { benchMail } from './mail';
import { benchMarket } from './market';
import { benchPages } from './pages';
import { describeMachine } from './report';
import { benchSearch } from './search';

const BENCHES: Record<string, () => Promise<void>> = {
  search: benchSearch,
  pages: benchPages,
  freshness: benchFreshness,
  mail: benchMail,
  alerts: benchAlerts,
  market: benchMarket,
};

// npm run bench [-- search|pages|freshness|mail|alerts|market]
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`No such benchmark: ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(1);
}
console.log(`Measured ${describeMachine()}.`);
for (const [name, run] of Object.entries(BENCHES)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n## ${name[0]?.toUpperCase()}${name.slice(1)}`);
  await run();
}
