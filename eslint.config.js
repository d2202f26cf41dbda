import accessible from 'eslint-plugin-jsx-a11y-x';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Libraries that only the named places may import, and why. The first place that a file matches decides what it may import. */
const GUARDED = {
  typeorm: 'Data goes through the two doors, Scope and Work; TypeORM stays in the database, the trail, entities and migrations.',
  'socket.io': 'Sockets carry cursors, never case data; only src/live may open them.',
  'socket.io-client': 'The server has no business as a socket client; only tests and the scenario do.',
};

const guard = (...allowed) => [
  'error',
  {
    paths: [
      ...Object.entries(GUARDED).flatMap(([name, message]) => (allowed.includes(name) ? [] : [{ name, message }])),
      { name: 'node:process', importNames: ['env'], message: 'Settings are read once, in src/config.ts.' },
    ],
    patterns: allowed.includes('typeorm') ? [] : [{ group: ['typeorm/*'], message: GUARDED.typeorm }],
  },
];

const noEnvironment = ['error', { object: 'process', property: 'env', message: 'Settings are read once, in src/config.ts.' }];

export default tseslint.config(
  {
    ignores: ['dist/', 'node_modules/', 'coverage/', 'web/dist/', 'web/src/schema.d.ts', '.data/', 'bench/out/', 'bench/peers/*/'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { files: ['**/*.{ts,tsx,js,mjs}'], rules: { complexity: ['error', 10], 'max-lines': ['error', 250] } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // Interfaces of Apollo and Nest want a promise also from what has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      'no-restricted-imports': guard(),
      'no-restricted-properties': noEnvironment,
    },
  },
  // An answer is whatever its selection asked for: the story that asks knows what it expects.
  {
    files: ['test/**', 'src/commands/scenario/**', 'src/commands/scenario.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['src/database/**', 'src/trail/**', 'src/graphql/columns.ts', '**/*.entity.ts', 'migrations/**'],
    rules: { 'no-restricted-imports': guard('typeorm') },
  },
  // Under TypeORM's generics the rule takes away assertions that the compiler needs.
  { files: ['src/database/work.ts'], rules: { '@typescript-eslint/no-unnecessary-type-assertion': 'off' } },
  { files: ['src/live/**'], rules: { 'no-restricted-imports': guard('socket.io') } },
  {
    files: ['test/**', 'src/commands/scenario.ts', 'src/commands/scenario/**'],
    rules: { 'no-restricted-imports': guard('socket.io-client') },
  },
  // The workspace: its own server is the only one it talks to, through one socket; its settings are the build's.
  {
    files: ['web/src/**'],
    extends: [accessible.configs.strict, hooks.configs.flat.recommended],
    rules: {
      'max-lines': ['error', 200],
      // What is shown only sometimes counts as a branch, so screens have more of them than verbs.
      complexity: ['error', 14],
      // Names are written by a part of ours, two levels down.
      'jsx-a11y-x/label-has-associated-control': ['error', { assert: 'either', depth: 4, controlComponents: ['Name'] }],
      'no-restricted-imports': ['error', { paths: [{ name: 'socket.io-client', message: 'There is one socket: web/src/live.ts.' }] }],
    },
  },
  { files: ['web/src/live.ts'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['test/**/data/**', 'src/demo/data/**'], rules: { 'max-lines': 'off' } },
  { files: ['src/config.ts', 'test/support/**'], rules: { 'no-restricted-properties': 'off' } },
  // A decorator needs the class at run time even where the source names it only as a type.
  {
    files: ['src/**/*.{entity,resolver,controller,module,gateway}.ts', 'src/live/gateway.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
);
