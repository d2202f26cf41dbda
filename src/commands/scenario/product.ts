import type { Config } from '../../config.js';
import { openDatabase } from '../../database/open.js';
import type { SignIns } from '../../demo/fill-empty.js';
import { startProduct } from '../../start.js';

/** The product that the settings name, wherever it runs. */
export interface Reached {
  readonly address: string;
  readonly databaseUrl: string;
  /** It was running before us, and goes on running. */
  readonly wasRunning: boolean;
  /** Of a database that had nobody in it until now and is to stay without demonstration. */
  readonly administrator: SignIns['administrator'];
  leave(): Promise<void>;
}

const PATIENCE_MS = 3_000;

/** Joins the product that answers at HOST and PORT, or starts it here until `leave`. */
export async function reachProduct(config: Config): Promise<Reached> {
  const address = addressOf(config);
  if (config.port !== 0 && (await answers(address))) {
    const server = await openDatabase(config);
    return { address, databaseUrl: server.url, wasRunning: true, administrator: null, leave: () => server.close() };
  }
  const product = await startProduct(config);
  const { databaseUrl, signIns } = product;
  return { address: product.address, databaseUrl, wasRunning: false, administrator: signIns.administrator, leave: () => product.stop() };
}

const ANYWHERE: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '[::1]' };

function addressOf({ host, port }: Config): string {
  const name = ANYWHERE[host] ?? (host.includes(':') ? `[${host}]` : host);
  return `http://${name}:${port}`;
}

async function answers(address: string): Promise<boolean> {
  const ask = async () => {
    const response = await fetch(`${address}/health/live`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return ((await response.json()) as { product?: unknown }).product === 'tsunagi';
  };
  return ask().catch(() => false);
}
