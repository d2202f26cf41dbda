/**
 * Loaded before the product, in its own process (`--import`), with what to burden it in the query of its address:
 * `skew`, so many milliseconds by which this machine's clock is wrong; `break`, the name of a fault to build into it.
 * SIGUSR2 makes the disk of the published heads slow for a while. Nothing is written anywhere.
 */
import fs from 'node:fs';
import { enableCompileCache, flushCompileCache, registerHooks, syncBuiltinESMExports } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const SLOW_FOR_MS = 4_000;
const SLOW_BY_MS = 700;

/** Whoever is killed has no time to keep what was compiled: it is kept once the product has been loaded. */
const LOADED_AFTER_MS = 6_000;

enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/faults', import.meta.url)));
setTimeout(flushCompileCache, LOADED_AFTER_MS).unref();

const wanted = new URL(import.meta.url).searchParams;
turnClock(Number(wanted.get('skew') ?? 0));
slowDisk();
if (wanted.get('break')) await breakInto(wanted.get('break'));

function turnClock(skew) {
  const Right = Date;
  globalThis.Date = class Date extends Right {
    constructor(...given) {
      if (given.length === 0) super(Right.now() + skew);
      else super(...given);
    }

    static now() {
      return Right.now() + skew;
    }
  };
}

function slowDisk() {
  let slowUntil = 0;
  process.on('SIGUSR2', () => (slowUntil = performance.now() + SLOW_FOR_MS));
  for (const name of ['appendFile', 'writeFile', 'open']) {
    const quick = fs.promises[name];
    fs.promises[name] = async (...given) => {
      if (performance.now() < slowUntil) await pause(SLOW_BY_MS);
      return quick.apply(fs.promises, given);
    };
  }
  syncBuiltinESMExports();
}

/** Changes the text of the built product while it is loaded. */
async function breakInto(name) {
  const { BROKEN, broken } = await import('./broken.mjs');
  const { changes } = BROKEN[name];
  registerHooks({
    load: (url, context, next) => {
      const ours = changes.filter(({ file }) => url.endsWith(`/dist/src/${file}`));
      if (ours.length === 0) return next(url, context);
      const source = ours.reduce((text, change) => broken(change, text), fs.readFileSync(fileURLToPath(url), 'utf8'));
      return { format: 'module', source, shortCircuit: true };
    },
  });
}
