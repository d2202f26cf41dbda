import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from './embedded.js';

/** A PostgreSQL server for one run of something: durable in nothing, and gone without a trace when closed. */
export async function openThrowaway(): Promise<{ url: string; close(): Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), 'tsunagi-throwaway-'));
  // Under root the server runs as somebody else, who has to get in.
  await chmod(dir, 0o711);
  const embedded = await openEmbedded(dir, { throwaway: true });
  const close = async () => {
    await embedded.close();
    const home = await realpath(join(dir, 'pg'));
    await rm(home, { recursive: true, force: true });
    await rm(dir, { recursive: true, force: true });
  };
  return { url: embedded.url, close };
}
