import { openThrowaway } from '../../../src/database/throwaway.js';

/** A PostgreSQL server for this command alone, gone when it ends, also when it is interrupted. */
export async function openOwnServer(): Promise<{ url: string; close(): Promise<void> }> {
  const server = await openThrowaway();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close().finally(() => process.exit(130)));
  return server;
}
