import 'reflect-metadata';
import { adviceOn, readConfig, type Config } from './config.js';
import { greeting, help } from './greeting.js';
import { startFault } from './start-fault.js';
import { startProduct, type Product } from './start.js';

/** Longer than any statement may take. */
const LONGEST_STOP_MS = 20_000;
/** Whoever presses Ctrl-C waits for nobody to notice. */
const hurry = new AbortController();

async function main(): Promise<void> {
  let config: Config | null = null;
  try {
    config = readConfig();
    const starting = startProduct(config);
    const longest = config.drainSeconds * 1_000 + LONGEST_STOP_MS;
    process.on('SIGTERM', () => void stop(starting, longest));
    process.on('SIGINT', () => {
      hurry.abort();
      void stop(starting, longest);
    });
    const product = await starting;
    process.stdout.write(greeting(product.address, product.signIns, adviceOn(config)));
  } catch (fault) {
    process.stderr.write(`${startFault(fault, config) ?? (fault as Error).stack}\n`);
    process.exit(1);
  }
}

let isStopping = false;

/** Whoever signals again waits for the same stop: what is being started or written comes to its end first, but not for ever. */
async function stop(starting: Promise<Product>, longest: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  process.stdout.write('  Stopping …\n');
  setTimeout(() => process.exit(1), longest).unref();
  await starting.then(
    async (product) => {
      await product.leave(hurry.signal);
      await product.stop();
    },
    // `main` says why it could not start.
    () => undefined,
  );
  process.exit();
}

// Whoever listened to what is printed here may have gone: no reason to end before what is under way has.
process.stdout.on('error', () => undefined);

if (process.argv.includes('--help')) process.stdout.write(help());
else await main();
