/**
 * The arrows of the house: who may import whom. A layer names everything it may reach; whatever it does not name is refused.
 * Imports of types count as well: a layer that knows another's types depends on it.
 */
const LAYERS = {
  calendar: ['refusal'],
  gate: ['graphql/actor', 'refusal', 'config'],
  permissions: ['refusal'],
  trail: ['refusal', 'config'],
  files: ['config'],
  database: ['calendar', 'permissions', 'trail', 'refusal', 'config'],
  operations: ['database', 'permissions', 'trail', 'refusal', 'config'],
  graphql: ['gate', 'calendar', 'database', 'permissions', 'trail', 'operations', 'refusal', 'config', 'keyring', 'spine'],
  live: ['gate', 'trail', 'database', 'permissions', 'operations', 'graphql/actor', 'refusal', 'config', 'keyring', 'spine'],
  modules: [
    'gate',
    'calendar',
    'live',
    'graphql',
    'database',
    'permissions',
    'trail',
    'files',
    'operations',
    'refusal',
    'config',
    'keyring',
    'spine',
  ],
  demo: [
    'calendar',
    'modules',
    'live',
    'graphql',
    'database',
    'permissions',
    'trail',
    'operations',
    'refusal',
    'config',
    'keyring',
    'spine',
  ],
};

/** Single files that the layers share. `spine` names what is wired once: the database, the doors, the tail. */
const FILES = {
  refusal: [],
  config: [],
  keyring: [],
  spine: ['gate', 'trail', 'database', 'files', 'operations', 'keyring', 'config'],
};

const place = (name) => (name in LAYERS ? `src/${name}/` : `src/${name}(\\.ts$|/)`);

const arrows = ([name, reach]) => ({
  name: `${name}-reaches-too-far`,
  comment: `${name} may import ${reach.length > 0 ? reach.join(', ') : 'nothing of ours'}.`,
  severity: 'error',
  from: { path: `^${place(name)}` },
  to: { path: '^src/', pathNot: [name, ...reach].map((to) => `^${place(to)}`) },
});

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

export default {
  forbidden: [
    ...Object.entries({ ...FILES, ...LAYERS }).map(arrows),
    rule(
      'modules-are-listed-once',
      'Only app.module.ts imports module files.',
      { pathNot: '^src/app\\.module\\.ts$' },
      { path: '\\.module\\.ts$', pathNot: '^src/app\\.module\\.ts$' },
    ),
    rule(
      'resolvers-stay-home',
      "A module may use another's entities and verbs, not its resolvers or controllers.",
      { path: '^src/modules/([^/]+)/' },
      { path: '^src/modules/.*\\.(resolver|controller)\\.ts$', pathNot: '^src/modules/$1/' },
    ),
    rule(
      'entry-points-are-not-imported',
      'Commands and main are started, not imported.',
      {},
      { path: '^src/(main\\.ts$|commands/[^/]+\\.ts$)' },
    ),
    rule(
      'product-does-not-know-its-tests',
      'src stands without test, bench and scripts.',
      { path: '^src/' },
      { path: '^(test|bench|scripts)/' },
    ),
    rule(
      'only-the-database-migrates',
      'Migrations are applied by src/database/migrate.ts.',
      { path: '^src/', pathNot: '^src/database/migrate\\.ts$' },
      { path: '^migrations/' },
    ),
    // A cycle made only of types is gone after compilation; one that is left runs in an order nobody chose.
    rule(
      'no-cycles',
      'Modules that need each other are one module, or lack a third.',
      // Rows refer to each other as tables do. They name each other only inside functions that run after everything is loaded.
      { pathNot: '[.]entity[.]ts$' },
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule('no-orphans', 'Nobody imports it and it imports nobody.', { orphan: true, path: '^src/' }, {}),
    rule('nothing-unresolvable', 'The import leads nowhere.', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
