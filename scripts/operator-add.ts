import { runCommand, Trouble } from '@/dev/command';

const USAGE = 'Usage: npm run operator:add -- EMAIL [--remove]';

/** Lets somebody run the portal, or takes that back. It holds from their next request on. */
await runCommand(async () => {
  const { parseArgs } = await import('node:util');
  const { connect } = await import('@/db/client');
  const { openDatabase, parseCommandEnv } = await import('@/dev/database');
  const { normaliseEmail } = await import('@/domain/accounts/rules');
  const { grantOperator, withdrawOperator } = await import('@/domain/operator/user-acts');
  const { findOrMakeUser, findUserByEmail } = await import('@/domain/operator/users');

  const { address, remove } = readArguments();
  const env = parseCommandEnv();
  const database = await openDatabase(env);
  const { db, close } = connect(database.url, { max: 1 });
  const by = { actor: 'system', now: new Date() };
  try {
    console.log(remove ? await takeBack() : await give());
  } finally {
    await close();
    await database.stop();
  }

  async function give(): Promise<string> {
    const { id, made } = await findOrMakeUser(db, address);
    if (!(await grantOperator(db, id, by))) return `${address} runs the portal already.`;
    const where = `Sign in at ${env.SITE_URL}/sign-in?next=%2Foperator`;
    return `${address} ${made ? 'has an account now and ' : ''}runs the portal. ${where}`;
  }

  async function takeBack(): Promise<string> {
    const user = await findUserByEmail(db, address);
    // Whoever sits at this keyboard can make another one at any time.
    const taken = user && (await withdrawOperator(db, user.id, { ...by, mayBeLast: true }));
    const rest = address === env.OPERATOR_EMAIL ? ' OPERATOR_EMAIL names them, though: change that too.' : '';
    return `${address} ${taken ? 'no longer runs' : 'did not run'} the portal.${rest}`;
  }

  function readArguments(): { address: string; remove: boolean } {
    try {
      const { positionals, values } = parseArgs({
        allowPositionals: true,
        options: { remove: { type: 'boolean', default: false } },
      });
      const [given, ...more] = positionals;
      if (!given || more.length > 0) throw new Trouble(USAGE);
      const email = normaliseEmail(given);
      if (!email) throw new Trouble(`${given} is not one e-mail address. ${USAGE}`);
      return { address: email, remove: values.remove };
    } catch (error) {
      if (error instanceof Trouble) throw error;
      throw new Trouble(`${error instanceof Error ? error.message : error}. ${USAGE}`);
    }
  }
});
