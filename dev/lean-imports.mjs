// Preloaded into our processes that use the database. For each import Node 24 reads the package.json of the
// package it stands in; drizzle-orm's is 180 kB and it has hundreds of imports, which costs half a second
// and 150 MB at every start. Files within that package need no such look-up.
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    const { parentURL } = context;
    const within = specifier.startsWith('.') && parentURL?.includes('/node_modules/drizzle-orm/');
    return within && parentURL.endsWith('.js')
      ? { url: new URL(specifier, parentURL).href, format: 'module', shortCircuit: true }
      : next(specifier, context);
  },
});
