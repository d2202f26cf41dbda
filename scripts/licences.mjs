/**
 * Under which licences the product and its tools stand: `npm run licences`. Reads the lockfile, so platforms that are not installed count as
 * well. Fails, and names the package, for a licence that is not on the list or that cannot be found.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Licences that ask for nothing but their notice, for programs, data and fonts. */
const PERMISSIVE = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'CC-BY-4.0',
  'OFL-1.1',
  'Unlicense',
]);

/** Copyleft within the package's own files (MPL-2.0): tools that are used unchanged and are in nothing that is handed out. */
const UNCHANGED_TOOLS = { 'MPL-2.0': /^(axe-core|ical\.js|lightningcss(-.+)?)$/ };

/** Said by the package in its pages only, and read there. */
const READ = { only: 'MIT', 'humanize-number': 'MIT' };

const packages = JSON.parse(readFileSync(root('package-lock.json'), 'utf8')).packages;
const nameOf = (path) => path.replace(/^.*node_modules\//, '');

const wrong = [];
const counted = new Map();
for (const [path, entry] of Object.entries(packages)) {
  if (!path.includes('node_modules/') || entry.link) continue;
  const licence = licenceOf(path, entry);
  counted.set(licence, (counted.get(licence) ?? 0) + 1);
  if (!isAllowed(licence, nameOf(path), entry)) wrong.push(`${nameOf(path)} ${entry.version}: ${licence ?? 'no licence found'}`);
}
for (const [licence, count] of [...counted].sort(([, one], [, other]) => other - one))
  console.log(`${String(count).padStart(5)}  ${licence}`);
if (wrong.length > 0) {
  console.error(`\nNot on the list (scripts/licences.mjs):\n${wrong.join('\n')}`);
  process.exit(1);
}
console.log('\nEvery licence is on the list.');

/** As the lockfile says, else as the package itself says, else as the package says whose part for another platform it is. */
function licenceOf(path, entry) {
  if (entry.license) return entry.license;
  const file = root(`${path}/package.json`);
  const own = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const whole = Object.values(packages).find(({ optionalDependencies }) => optionalDependencies?.[nameOf(path)]);
  return own.license ?? own.licenses?.[0]?.type ?? whole?.license ?? READ[nameOf(path)];
}

/** `A OR B` needs one of them, `A AND B` both. */
function isAllowed(licence, name, entry) {
  if (!licence) return false;
  const terms = (separator) => licence.replace(/[()]/g, '').split(separator);
  const fits = (one) => PERMISSIVE.has(one) || (entry.dev === true && (UNCHANGED_TOOLS[one]?.test(name) ?? false));
  return licence.includes(' OR ') ? terms(' OR ').some(fits) : terms(' AND ').every(fits);
}
