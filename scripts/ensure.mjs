/**
 * Makes the checkout ready for the command that follows: `node scripts/ensure.mjs [--build]`.
 * Installs the dependencies and builds `dist/`, each only when out of date. Needs nothing but Node 20.19 and npm,
 * because on a bare clone it is what brings everything else.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const inRoot = (...parts) => join(root, ...parts);

/** Written by npm as the last act of an installation, so one that broke off does not have it. */
const INSTALLED = inRoot('node_modules', '.package-lock.json');
/** Dated to the moment the last good build began: whatever changed later is not in it. */
const BUILT = inRoot('dist', '.built');
/** What the build reads. */
const SOURCES = ['src', 'migrations', 'tsconfig.json', 'nest-cli.json', '.swcrc'];
/** The same for the workspace in the browser, which changes at other times. */
const WEB_BUILT = inRoot('web', 'dist', '.built');
const WEB_SOURCES = [
  'web/src',
  'web/index.html',
  'web/vite.config.ts',
  'web/operations.ts',
  'web/tsconfig.json',
  'web/package.json',
  'src/graphql/schema.graphql',
];
/** Written by the build itself. */
const EMITTED = inRoot('web', 'src', 'schema.d.ts');

install();
if (process.argv.includes('--build')) {
  build();
  buildWeb();
}

function install() {
  if (timeOf(INSTALLED) >= timeOf(inRoot('package-lock.json'))) return;
  console.log('Installing dependencies (once; about a minute)…');
  // `dev` by name, so that NODE_ENV=production does not leave out what the build needs.
  run('npm', ['ci', '--include=dev', '--include=optional', '--loglevel=error', '--no-audit', '--no-fund'], systemPath());
}

function build() {
  if (isFresh(BUILT, SOURCES)) return;
  console.log('Building…');
  const began = new Date();
  run(process.execPath, [inRoot('node_modules', '@nestjs', 'cli', 'bin', 'nest.js'), 'build'], process.env.PATH, 'quiet');
  stamp(BUILT, began);
}

function buildWeb() {
  if (existsSync(EMITTED) && isFresh(WEB_BUILT, WEB_SOURCES)) return;
  console.log('Building the workspace…');
  run('npm', ['run', 'build', '--workspace', 'web', '--silent'], process.env.PATH, 'quiet');
  // After what the build itself wrote among the sources.
  stamp(WEB_BUILT, new Date());
}

function isFresh(built, sources) {
  return timeOf(built) >= Math.max(...sources.map((source) => newest(inRoot(source))));
}

function stamp(built, began) {
  writeFileSync(built, '');
  utimesSync(built, began, began);
}

/** Milliseconds since the epoch of the last change; 0 when there is no such file. */
function timeOf(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}

/** The latest change anywhere below `path`. Directories count too, because only they remember a deletion. */
function newest(path) {
  if (!existsSync(path)) return 0;
  if (!statSync(path).isDirectory()) return timeOf(path);
  return Math.max(timeOf(path), ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** PATH without this checkout's own programs: `npm ci` removes them, the Node that would run it included. */
function systemPath() {
  const own = inRoot('node_modules');
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((entry) => !entry.startsWith(own))
    .join(delimiter);
}

function run(program, args, path, noise = 'loud') {
  const { status, error, stdout, stderr } = spawnSync(program, args, {
    cwd: root,
    env: { ...process.env, PATH: path },
    stdio: noise === 'quiet' ? 'pipe' : 'inherit',
    encoding: 'utf8',
    shell: process.platform === 'win32' && program === 'npm',
  });
  if (status === 0) return;
  if (noise === 'quiet') console.error(`${stdout ?? ''}${stderr ?? ''}`);
  console.error(`${noise === 'quiet' ? 'The build' : `${program} ${args[0]}`} failed${error ? `: ${error.message}` : ''}.`);
  process.exit(1);
}
