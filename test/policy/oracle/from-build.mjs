/**
 * Lets Node run the TypeScript of this directory as it stands: its own `./x.js` is written in `./x.ts`, and the product comes from
 * the build. A mutant's changes are made to the text of the built files while they are loaded; nothing is written anywhere.
 */
import { readFileSync } from 'node:fs';
import { enableCompileCache, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { changed } from './changed.mjs';

const ROOT = new URL('../../../', import.meta.url).href;
const isOurs = (url) => url?.startsWith(`${ROOT}test/`);

enableCompileCache(fileURLToPath(new URL('node_modules/.cache/policy', ROOT)));
let changes = [];
registerHooks({ resolve, load });
const at = process.argv.findIndex((argument) => ['--mutant', '--mutants'].includes(argument));
if (at >= 0) {
  const { mutantNamed } = await import('./mutants.ts');
  changes = mutantNamed(process.argv[at + 1].split(';')[0]).changes;
}

function resolve(specifier, context, next) {
  if (!specifier.startsWith('.') || !isOurs(context.parentURL)) return next(specifier, context);
  const { href } = new URL(specifier, context.parentURL);
  if (isOurs(href)) return next(href.replace(/\.js$/, '.ts'), context);
  return next(href.replace(`${ROOT}src/`, `${ROOT}dist/src/`), context);
}

function load(url, context, next) {
  const ours = changes.filter(({ file }) => url === `${ROOT}dist/src/${file}`);
  if (ours.length === 0) return next(url, context);
  const source = ours.reduce(changed, readFileSync(fileURLToPath(url), 'utf8'));
  return { format: 'module', source, shortCircuit: true };
}
