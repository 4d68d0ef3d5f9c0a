// The import rule of the project: who may import whom. `npm run lint` checks it.
// Layers of lib/, lowest first. A file may import its own folder and every lower layer; folders of one layer do not know
// each other. lib/http and lib/start-process.ts are where requests and the process enter.
const layers = [
  ['errors'],
  ['domain'],
  ['data'],
  ['llm', 'render', 'outbound', 'jobs', 'progress'],
  ['specialists'],
  ['usecases'],
  ['auth'],
  ['composition'],
  ['http', 'start-process'],
];

// Tests may reach across (a repository's test starts the embedded database); nothing imports a test.
const tests = String.raw`(\.test\.(ts|tsx|mjs)$|^test/)`;
const databasePackages = '^(node_modules/)?(@prisma/|mongodb(/|$)|bson(/|$)|mingo(/|$))';
const entries = '^(app/|cli/|inngest/functions/|instrumentation[.]ts|proxy[.]ts)';
const workbenchOnly = '^(embedded|simulator|bench|eval|e2e)/';

/** @param {string[]} names */
const inLayer = (names) => `^lib/(${names.join('|')})(/|[.]ts$)`;

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const downwardOnly = layers.flatMap((names, at) =>
  names.map((name) => ({
    name: `${name}-imports-downward-only`,
    comment: `lib/${name} imports itself and lower layers of lib only.`,
    severity: 'error',
    from: { path: inLayer([name]), pathNot: tests },
    to: {
      path: '^(lib|app|components|cli|inngest)/',
      pathNot: [
        inLayer([name]),
        ...layers.slice(0, at).map(inLayer),
        ...clientsOfJobEngine(at),
        ...environment(name),
        ...presentation(name),
      ],
    },
  })),
);

/**
 * The typed client and events of the job engine (inngest/*.ts) stand below the layer of lib/jobs.
 *
 * @param {number} at the layer's place, lowest 0
 */
function clientsOfJobEngine(at) {
  return at >= 3 ? ['^inngest/[^/]+[.]ts$'] : [];
}

/**
 * Configuration reaches the layers as arguments; only composition (and the entries) read it.
 *
 * @param {string} name a folder or file of lib/
 */
function environment(name) {
  return name === 'composition' || name === 'start-process' ? ['^lib/env[.]ts$'] : [];
}

/**
 * What answers a form knows the state that the form's component shows.
 *
 * @param {string} name a folder or file of lib/
 */
function presentation(name) {
  return name === 'http' ? ['^components/'] : [];
}

/** @type {{ forbidden: import('dependency-cruiser').IForbiddenRuleType[], options: import('dependency-cruiser').ICruiseOptions & { enhancedResolveOptions: object } }} */
const importRule = {
  forbidden: [
    ...downwardOnly,
    {
      name: 'every-folder-has-a-layer',
      comment: 'A new folder of lib/ gets its place in the layers of .dependency-cruiser.mjs.',
      severity: 'error',
      from: { path: '^lib/', pathNot: [...layers.map(inLayer), '^lib/env[.]ts$', tests] },
      to: {},
    },
    {
      name: 'environment-stands-alone',
      comment: 'lib/env.ts imports lib/errors and zod.',
      severity: 'error',
      from: { path: '^lib/env[.]ts$' },
      to: { pathNot: ['^lib/errors[.]ts$', '^(node_modules/)?zod(/|$)'] },
    },
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one thing, or need a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'domain-is-pure',
      comment:
        'lib/domain imports lib/domain, lib/errors, zod and the hash functions of node:crypto, nothing else.',
      severity: 'error',
      from: { path: '^lib/domain/', pathNot: tests },
      to: { pathNot: ['^lib/domain/', '^lib/errors[.]ts$', '^(node_modules/)?zod(/|$)', '^crypto$'] },
    },
    {
      name: 'errors-stand-alone',
      severity: 'error',
      from: { path: '^lib/errors[.]ts$' },
      to: {},
    },
    {
      name: 'database-packages',
      comment: 'Only lib/data, embedded/mongo and prisma/ know the database packages.',
      severity: 'error',
      from: {
        pathNot: [
          '^(lib/data|embedded/mongo|prisma)/',
          '^prisma[.]config[.]ts$',
          '^scripts/prisma-orm[.]mjs$',
          tests,
          '^node_modules/',
        ],
      },
      to: { path: databasePackages },
    },
    {
      name: 'database-contract',
      comment: 'The emitted contract of the database is for lib/data.',
      severity: 'error',
      from: { pathNot: ['^(lib/data|prisma)/', tests] },
      to: { path: '^prisma/' },
    },
    {
      name: 'one-door',
      comment:
        'Pages, routes and actions go through composition, auth and use cases; the event route streams lib/progress.',
      severity: 'error',
      from: { path: '^app/', pathNot: tests },
      to: { path: inLayer(['data', 'llm', 'render', 'outbound', 'jobs', 'specialists']) },
    },
    {
      name: 'components-are-presentation',
      comment: 'Components import domain types and formatting, and each other.',
      severity: 'error',
      from: { path: '^components/', pathNot: tests },
      to: {
        path: '^(lib|app|cli|inngest|prisma|catalogue)/',
        pathNot: ['^lib/domain/', '^lib/errors[.]ts$'],
      },
    },
    {
      name: 'specialists-by-registry',
      comment: 'Nobody imports a concrete specialist but the registry; specialists do not know each other.',
      severity: 'error',
      from: { path: '^(?:lib/specialists/([^/]+)/|(?!lib/specialists/registry[.]ts$).+)', pathNot: tests },
      to: { path: '^lib/specialists/[^/]+/', pathNot: '^lib/specialists/$1/' },
    },
    {
      name: 'environment-at-the-edge',
      comment: 'Only entries and composition read lib/env.ts.',
      severity: 'error',
      from: { pathNot: [entries, inLayer(['composition', 'start-process']), '^(bench|eval)/', tests] },
      to: { path: '^lib/env[.]ts$' },
    },
    {
      name: 'stand-ins-stay-outside',
      comment: 'Stand-ins, simulators, measurements and evaluations are imported by nothing that ships.',
      severity: 'error',
      from: {
        path: ['^(app|components|lib|inngest|prisma)/', '^(instrumentation|proxy)[.]ts$'],
        pathNot: tests,
      },
      to: { path: workbenchOnly },
    },
    {
      name: 'embedded-stands-alone',
      comment: 'A stand-in knows the wire protocol it speaks, not the product behind it.',
      severity: 'error',
      from: { path: '^embedded/([^/]+)/', pathNot: tests },
      to: {
        path: '^(lib|app|components|cli|inngest|prisma|catalogue|embedded)/',
        pathNot: ['^embedded/$1/', '^lib/errors[.]ts$'],
      },
    },
    {
      name: 'entries-are-not-imported',
      comment: 'Pages and commands are where a process starts.',
      severity: 'error',
      from: { path: '^(app|components|lib|inngest|embedded)/', pathNot: [tests, '^app/'] },
      to: { path: '^(app|cli)/' },
    },
    {
      name: 'nothing-imports-a-test',
      severity: 'error',
      from: { pathNot: tests },
      to: { path: tests },
    },
  ],
  options: {
    // TypeScript 7 has no JavaScript interface to parse with; swc sees type-only imports as well.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: String.raw`^(\.next|\.data|lib/render/pdf/dist|test-results)/` },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};

export default importRule;
