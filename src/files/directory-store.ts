import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileStore, Stored } from './store.js';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const PARTIAL = '.part';

/** Sealed files in a directory of this machine, in folders by the last two letters of their ids. */
export class DirectoryStore implements FileStore {
  constructor(private readonly root: string) {}

  async put(id: string, bytes: Readable): Promise<void> {
    const place = this.placeOf(id);
    const partial = `${place}${PARTIAL}`;
    await mkdir(join(place, '..'), { recursive: true, mode: 0o700 });
    try {
      await pipeline(bytes, createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true }));
      await rename(partial, place);
      await settle(join(place, '..'));
    } catch (fault) {
      await rm(partial, { force: true });
      throw fault;
    }
  }

  async get(id: string): Promise<Readable> {
    const place = this.placeOf(id);
    await stat(place);
    return createReadStream(place);
  }

  async remove(id: string): Promise<void> {
    const place = this.placeOf(id);
    await rm(place, { force: true });
    await rm(`${place}${PARTIAL}`, { force: true });
  }

  async *list(): AsyncIterable<Stored> {
    for (const folder of await namesIn(this.root)) {
      for (const name of await namesIn(join(this.root, folder))) {
        const id = basename(name, PARTIAL);
        const found = ID.test(id) ? await stat(join(this.root, folder, name)).catch(() => null) : null;
        if (found) yield { id, at: found.mtime };
      }
    }
  }

  close(): void {
    // Nothing is held open.
  }

  private placeOf(id: string): string {
    if (!ID.test(id)) throw new Error('Only an id can name a stored file.');
    return join(this.root, id.slice(-2), id);
  }
}

const namesIn = (directory: string) => readdir(directory).catch(() => []);

/** Makes a renamed file outlive a power cut. Windows has no such thing. */
async function settle(directory: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(directory, 'r');
  await handle.sync().finally(() => handle.close());
}
