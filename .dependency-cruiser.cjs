/**
 * Which folder may import which: left may use right, never back.
 * TypeScript 7 has no API for dependency-cruiser to parse with, hence swc; dev/testing/imports.test.ts makes
 * sure that it reads anything at all.
 */
const swc = require('@swc/core');

// dependency-cruiser (17.4.3) does not tell swc which files hold JSX, and falls over the first tag.
const { parseFileSync } = swc;
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') });

const OURS = [
  'app',
  'bench',
  'components',
  'content',
  'db',
  'dev',
  'domain',
  'e2e',
  'emails',
  'lib',
  'scripts',
  'worker',
];
const TESTS = '\\.test\\.tsx?$';
/** What visitors' browsers and mails may know of a domain: its words and shapes, without a database. */
const PURE = '^domain/[^/]+/(input|issue-input|labels|search-labels|rules)\\.ts$';
const FRAMEWORKS = 'node_modules/(next|react|react-dom|@react-email|react-email)/';

/** `folder` may import itself and `allowed` of ours; tests may import what they need. */
const only = (folder, allowed) => ({
  name: `${folder}-imports-only-${allowed.join('-') || 'itself'}`,
  severity: 'error',
  from: { path: `^${folder}/`, pathNot: TESTS },
  to: { path: `^(${OURS.join('|')})/`, pathNot: `^(${[folder, ...allowed].join('|')})/` },
});

/** Domains that every domain may use; themselves they use no other, but for texts. */
const LEAVES = ['mail', 'places', 'roles', 'settings', 'texts'];
const DOMAINS = {
  mail: [],
  places: [],
  roles: [],
  settings: [],
  texts: ['roles'],
  accounts: [],
  companies: ['accounts'],
  offers: ['accounts', 'companies'],
  billing: ['accounts', 'companies', 'offers'],
  drafts: ['accounts', 'companies', 'offers'],
  rollcall: ['accounts', 'companies', 'offers'],
  market: ['offers'],
  enquiries: ['accounts'],
  newsletter: ['accounts', 'market', 'offers'],
  operator: ['accounts', 'billing', 'companies', 'drafts', 'newsletter', 'offers'],
};

const domains = Object.entries(DOMAINS).map(([domain, allowed]) => ({
  name: `domain-${domain}`,
  severity: 'error',
  from: { path: `^domain/${domain}/`, pathNot: TESTS },
  to: {
    path: '^domain/',
    pathNot: `^domain/(${[domain, ...allowed, ...(LEAVES.includes(domain) ? [] : LEAVES)].join('|')})/`,
  },
}));

module.exports = {
  forbidden: [
    only('app', ['components', 'emails', 'domain', 'db', 'lib']),
    only('worker', ['emails', 'domain', 'db', 'lib']),
    only('emails', ['domain']),
    only('components', ['domain']),
    only('domain', ['db', 'lib']),
    only('db', ['lib']),
    only('lib', []),
    ...domains,
    {
      name: 'domain-is-listed',
      comment: 'A new domain finds its place in the table above first.',
      severity: 'error',
      from: { path: '^domain/', pathNot: `^domain/(${Object.keys(DOMAINS).join('|')})/` },
      to: {},
    },
    {
      name: 'pages-parts-know-the-pure-domain-only',
      severity: 'error',
      from: { path: '^(components|emails)/', pathNot: TESTS },
      to: { path: '^domain/', pathNot: PURE },
    },
    {
      name: 'the-pure-domain-stays-pure',
      comment: 'It may run in a browser: no database behind it.',
      severity: 'error',
      from: { path: PURE },
      to: { path: `^(${OURS.join('|')})/`, pathNot: [PURE, '^lib/'] },
    },
    {
      name: 'framework-free',
      severity: 'error',
      from: { path: '^(domain|db|lib|worker)/' },
      to: { path: FRAMEWORKS },
    },
    {
      name: 'testing-is-for-tests',
      severity: 'error',
      from: { pathNot: [TESTS, '^(dev|e2e|bench)/'] },
      to: { path: '^dev/testing/' },
    },
    {
      name: 'tests-are-not-imported',
      severity: 'error',
      from: {},
      to: { path: TESTS },
    },
    {
      name: 'no-circle',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-loose-end',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'runs-without-dev-dependencies',
      severity: 'error',
      from: { path: '^(app|components|db|domain|emails|lib|worker)/', pathNot: TESTS },
      // Types only.
      to: { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/(schema-dts|@types)/' },
    },
  ],
  options: {
    parser: 'swc',
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^\\.(next|data|bench)' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
};
