import type { Config } from './config.js';
import { createApp, type App } from './create-app.js';
import { openDatabase } from './database/open.js';
import { fillEmpty, type SignIns } from './demo/fill-empty.js';

/** The product, running on the database that the settings name. */
export interface Product extends App {
  /** Address of the database, as its owner. */
  readonly databaseUrl: string;
  /** Who can sign in, as far as the product itself made them. */
  readonly signIns: SignIns;
  /** Lets what is under way come to its end, then stops the server and the embedded database. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Starts the product: database, migrations, people, port. What was begun is stopped again when a later step fails.
 * Throws what `startFault` turns into one sentence.
 */
export async function startProduct(config: Config): Promise<Product> {
  const server = await openDatabase(config);
  try {
    let signIns: SignIns | undefined;
    const app = await createApp(config, server.url, async (spine) => void (signIns = await fillEmpty(spine)));
    const stop = async () => {
      await app.close();
      await server.close();
    };
    let stopping: Promise<void> | undefined;
    return { ...app, databaseUrl: server.url, signIns: signIns!, stop: () => (stopping ??= stop()) };
  } catch (fault) {
    await server.close();
    throw fault;
  }
}
