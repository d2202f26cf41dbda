import type { Config } from '../config.js';
import { openEmbedded } from './embedded.js';

/** The PostgreSQL server that the settings name: an external one, or the embedded one, started when nobody runs it yet. */
export async function openDatabase(config: Config): Promise<{ url: string; close(): Promise<void> }> {
  if (config.databaseUrl !== null) return { url: config.databaseUrl, close: async () => undefined };
  return openEmbedded(config.dataDir);
}
