/**
 * What the first screen weighs: `npm run weight`. Prints the scripts that Today or a case needs before it can be used, compressed as
 * the server sends them (Brotli) and as a proxy might (gzip). Ends with 1 when it is more than 200 KB.
 */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const BUILT = fileURLToPath(new URL('../web/dist/', import.meta.url));
/** Bytes. */
export const MOST = 200 * 1024;

/**
 * The scripts that the page loads by itself, with everything that these import at once; what is imported later is not among them.
 * @returns {{ name: string, bytes: number, gzip: number, brotli: number }[]}
 */
export function firstScreen() {
  const page = readFileSync(join(BUILT, 'index.html'), 'utf8');
  const wanted = [...page.matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)].map(([, name]) => name);
  for (const name of wanted) {
    const script = readFileSync(join(BUILT, 'assets', name), 'utf8');
    for (const [, imported] of script.matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+\.js)"/g))
      if (!wanted.includes(imported)) wanted.push(imported);
  }
  return wanted.map((name) => {
    const script = readFileSync(join(BUILT, 'assets', name));
    return { name, bytes: script.length, gzip: gzipSync(script, { level: 9 }).length, brotli: brotliCompressSync(script).length };
  });
}

if (basename(process.argv[1] ?? '') === 'first-screen.mjs') {
  const scripts = firstScreen();
  const sum = (of) => scripts.reduce((all, script) => all + script[of], 0);
  const kb = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
  for (const { name, gzip, brotli } of scripts) console.log(`${name}  gzip ${kb(gzip)}  brotli ${kb(brotli)}`);
  console.log(`The first screen: gzip ${kb(sum('gzip'))}, brotli ${kb(sum('brotli'))}, of ${kb(MOST)} at most.`);
  process.exitCode = sum('gzip') > MOST ? 1 : 0;
}
